import { codePoints } from './codePoints';

/** Words that examples are made of, by what a field is called. */
const BY_NAME: [RegExp, string[]][] = [
  [/(^|_)(first|given)_name$/, ['Ada', 'Grace', 'Alan', 'Edsger', 'Barbara']],
  [
    /(^|_)(last|family|sur)_?name$/,
    ['Lovelace', 'Hopper', 'Turing', 'Dijkstra', 'Liskov'],
  ],
  [
    /(^|_)(full_name|author|contact|person)(_name)?$/,
    [
      'Ada Lovelace',
      'Grace Hopper',
      'Alan Turing',
      'Edsger Dijkstra',
      'Barbara Liskov',
    ],
  ],
  [
    /(^|_)(phone|mobile|telephone|fax)(_number)?$/,
    [
      '+49 30 901820',
      '+1 202 555 0143',
      '+44 20 7946 0958',
      '+33 1 70 18 99 00',
      '+81 3 1234 5678',
    ],
  ],
  [
    /(^|_)(street|address|line_?[0-9])/,
    [
      '12 Harbour Street',
      '7 Mill Lane',
      '101 Station Road',
      '3 Orchard Close',
      '58 Market Square',
    ],
  ],
  [/(^|_)city$/, ['Hamburg', 'Boston', 'Leeds', 'Lyon', 'Osaka']],
  [/(^|_)(country_code|country)$/, ['DE', 'US', 'GB', 'FR', 'JP']],
  [
    /(^|_)(zip|postal|postcode)(_code)?$/,
    ['20457', '02108', 'LS1 4AP', '69001', '530-0001'],
  ],
  [/(^|_)currency(_code)?$/, ['EUR', 'USD', 'GBP', 'CHF', 'JPY']],
  [/(^|_)(language|locale)(_code)?$/, ['en', 'de', 'fr', 'es', 'ja']],
  [/(^|_)(colou?r)$/, ['navy', 'crimson', 'olive', 'amber', 'slate']],
  [
    /(^|_)(sku|code|number|reference|ref|serial)$/,
    ['A-1001', 'A-1002', 'A-1003', 'A-1004', 'A-1005'],
  ],
  [
    /(^|_)isbn$/,
    [
      '9780131103627',
      '9780262033848',
      '9780201633610',
      '9780596517748',
      '9781491950296',
    ],
  ],
  [
    /(^|_)slug$/,
    [
      'first-steps',
      'a-closer-look',
      'what-comes-next',
      'field-notes',
      'the-long-view',
    ],
  ],
  [
    /(^|_)(title|subject|headline)$/,
    [
      'First steps',
      'A closer look',
      'What comes next',
      'Field notes',
      'The long view',
    ],
  ],
  [
    /(^|_)(description|summary|body|content|note|notes|comment|bio|text|message|details)$/,
    [
      'A short text that says what matters.',
      'Checked and found in order.',
      'To be looked at again next week.',
      'Nothing to add.',
      'As agreed on the phone.',
    ],
  ],
  [
    /(^|_)(name|label)$/,
    ['Northwind', 'Harbour', 'Juniper', 'Meridian', 'Larkspur'],
  ],
];

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Five texts for a field of this name in snake case. */
export function textsFor(snake: string, title: string): string[] {
  const found = BY_NAME.find(([name]) => name.test(snake))?.[1];
  return (
    found ??
    ['one', 'two', 'three', 'four', 'five'].map(word => `${title} ${word}`)
  );
}

/** The same texts cut or filled up to a length; another for each index. */
export function fitText(
  text: string,
  index: number,
  minLength: number,
  maxLength: number,
): string {
  const length = codePoints(text);
  if (length < minLength) {
    const missing = minLength - length;
    const filler = ` ${LETTERS.repeat(Math.ceil(missing / LETTERS.length))}`;
    return text + filler.slice(0, missing);
  }
  if (length <= maxLength) return text;
  // Cut texts may become alike, so what is left says which one it is.
  const mark = LETTERS[index % LETTERS.length];
  return maxLength === 0
    ? ''
    : [...Array.from(text).slice(0, maxLength - 1), mark].join('');
}
