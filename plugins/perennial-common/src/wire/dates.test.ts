import fc from 'fast-check';
import { datePattern, isDate, isDateTime, isTime, timePattern } from './dates';

const day = fc
  .date({
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map(date => date.toISOString().slice(0, 10));

describe('datePattern', () => {
  it('matches exactly the dates of its range', () => {
    fc.assert(
      fc.property(day, day, day, (first, second, other) => {
        const [low, high] = first <= second ? [first, second] : [second, first];
        const pattern = new RegExp(datePattern(low, high), 'u');
        for (const date of [low, high, other]) {
          expect([date, pattern.test(date)]).toEqual([
            date,
            date >= low && date <= high,
          ]);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

/** Times of which many share their hour, minute or second, in every spelling of the fraction. */
const time = fc
  .tuple(
    fc.constantFrom('00', '08', '09', '19', '23'),
    fc.constantFrom('00', '01', '30', '59'),
    fc.constantFrom('00', '07', '59'),
    fc.constantFrom('', '.0', '.5', '.50', '.000000', '.000001', '.999999'),
  )
  .map(
    ([hour, minute, second, fraction]) =>
      `${hour}:${minute}:${second}${fraction}`,
  );

const microseconds = (text: string) => {
  const [clock, fraction = ''] = text.split('.');
  return Number(clock.replace(/:/g, '') + fraction.padEnd(6, '0'));
};

describe('timePattern', () => {
  it('matches exactly the times of its range', () => {
    fc.assert(
      fc.property(time, time, time, (first, second, other) => {
        const [low, high] =
          microseconds(first) <= microseconds(second)
            ? [first, second]
            : [second, first];
        const pattern = new RegExp(timePattern(low, high), 'u');
        for (const text of [low, high, other]) {
          expect([low, high, text, pattern.test(text)]).toEqual([
            low,
            high,
            text,
            microseconds(text) >= microseconds(low) &&
              microseconds(text) <= microseconds(high),
          ]);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  it('matches nothing that is no time', () => {
    const pattern = new RegExp(timePattern('08:30:00'), 'u');
    for (const text of [
      '09:60:00',
      '24:00:00',
      '9:00:00',
      '09:00',
      '09:00:00.',
      '09:00:00.1234567',
      'x09:00:00',
    ])
      expect([text, pattern.test(text)]).toEqual([text, false]);
  });

  it('is as short as a person would write it', () => {
    expect(timePattern('08:00:00', '17:59:59.999999')).toBe(
      '^(?:0[8-9]|1[0-7]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,6})?$',
    );
  });
});

describe('calendar checks', () => {
  it.each(['2024-02-29', '0001-01-01', '9999-12-31'])(
    'takes the date %s',
    text => expect(isDate(text)).toBe(true),
  );
  it.each([
    '2023-02-29',
    '2024-13-01',
    '0000-01-01',
    '2024-2-9',
    '2024-02-30',
    '',
  ])('refuses the date %j', text => expect(isDate(text)).toBe(false));
  it.each(['00:00:00', '23:59:59.999999'])('takes the time %s', text =>
    expect(isTime(text)).toBe(true),
  );
  it.each(['24:00:00', '12:60:00', '12:00', '12:00:00.1234567', '12:00:00Z'])(
    'refuses the time %s',
    text => expect(isTime(text)).toBe(false),
  );
  it.each(['2024-02-29T23:59:59Z', '2024-01-01T00:00:00.123+05:30'])(
    'takes %s',
    text => expect(isDateTime(text)).toBe(true),
  );
  it.each([
    '2024-02-29T23:59:59',
    '2024-02-30T00:00:00Z',
    '2024-02-29 23:59:59Z',
  ])('refuses %s', text => expect(isDateTime(text)).toBe(false));
});
