import fc from 'fast-check';
import { datePattern, isDate, isDateTime, isTime } from './dates';

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
