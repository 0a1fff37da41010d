import type { NumberKind } from './number-format.ts';

const daySeconds = 86_400;
/** Serial of 9999-12-31 in the 1900 system. */
const lastSerial = 2_958_465;
const epoch1900 = Date.UTC(1899, 11, 30) / 1000;
/** The 1904 system (old Excel for Mac) begins 1,462 days later. */
const days1904 = 1462;

/**
 * A day number of Excel as `YYYY-MM-DD`, with `Thh:mm:ss` where it has a time, or as `hh:mm:ss` for a time format;
 * null where the calendar has no such day (0, the 29th of February 1900, negatives).
 */
export function excelDate(
  serial: number,
  kind: Exclude<NumberKind, 'number'>,
  is1904: boolean,
): string | null {
  if (!Number.isFinite(serial) || serial < 0) return null;
  const seconds = Math.round(serial * daySeconds);
  if (kind === 'time') return timeOfDay(seconds);
  const days = Math.floor(seconds / daySeconds) + (is1904 ? days1904 : 0);
  if (days < 1 || days === 60 || days > lastSerial) return null;
  // Excel believes that 1900 was a leap year (it copied Lotus 1-2-3), so serials before that day are one short.
  const real = days < 60 ? days + 1 : days;
  const date = new Date((epoch1900 + real * daySeconds) * 1000).toISOString().slice(0, 10);
  const time = seconds % daySeconds;
  return time === 0 ? date : `${date}T${timeOfDay(time)}`;
}

function timeOfDay(seconds: number): string {
  const part = (value: number) => String(value).padStart(2, '0');
  return `${part(Math.floor(seconds / 3600))}:${part(Math.floor(seconds / 60) % 60)}:${part(seconds % 60)}`;
}

const isoDate = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z?)?$/;

/** The ISO dates of Strict OOXML, SpreadsheetML and others in our form; other text as it is. */
export function plainIsoDate(text: string): string {
  const [, date, time] = isoDate.exec(text) ?? [];
  if (date === undefined) return text;
  return time === undefined || time === '00:00:00' ? date : `${date}T${time}`;
}
