const DAY_MILLISECONDS = 86_400_000;

/** The date that lies `days` after a date. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MILLISECONDS)
    .toISOString()
    .slice(0, 10);
}

/** The instant that lies `milliseconds` after another, in UTC. */
export function addMilliseconds(
  dateTime: string,
  milliseconds: number,
): string {
  return new Date(Date.parse(dateTime) + milliseconds).toISOString();
}

/** A time of day as whole microseconds. */
export function timeMicroseconds(time: string): number | undefined {
  const match = /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,6}))?$/.exec(time);
  if (!match) {
    return undefined;
  }
  const [, hours, minutes, seconds, fraction = ''] = match;
  return (
    (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) *
      1_000_000 +
    Number(fraction.padEnd(6, '0'))
  );
}

/** Microseconds of a day as `HH:MM:SS[.ffffff]`. */
export function timeText(microseconds: number): string {
  const seconds = Math.floor(microseconds / 1_000_000);
  const fraction = microseconds % 1_000_000;
  const two = (value: number) => String(value).padStart(2, '0');
  const text = [
    two(Math.floor(seconds / 3600)),
    two(Math.floor(seconds / 60) % 60),
    two(seconds % 60),
  ].join(':');
  return fraction === 0
    ? text
    : `${text}.${String(fraction).padStart(6, '0').replace(/0+$/, '')}`;
}
