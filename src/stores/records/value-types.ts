import pg from 'pg';

const { builtins } = pg.types;

/** Object ids of the array types, which `pg` does not name: pg_type.dat of PostgreSQL. */
const TEXT_ARRAY = 1009;
const DATE_ARRAY = 1182;
const TIMESTAMP_ARRAY = 1115;
const TIMESTAMPTZ_ARRAY = 1185;
const NUMERIC_ARRAY = 1231;

const asIs = (text: string): string => text;
const textArray = pg.types.getTypeParser(TEXT_ARRAY as number) as (text: string) => (string | null)[];
const arrayOf =
  (one: (text: string) => string) =>
  (text: string): (string | null)[] =>
    textArray(text).map((item) => (item === null ? null : one(item)));

/**
 * `2026-11-21 20:00:28.5+00` → `2026-11-21T20:00:28.500000Z`. All six digits are kept, so values compare as text
 * and can go back to the database as a key. Infinity and years before our era stay as the engine writes them.
 */
export function isoTimestamp(text: string): string {
  const parts = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?(\+00)?$/.exec(text);
  if (parts === null) return text;
  const [, date, time, fraction = '', utc] = parts;
  return `${date}T${time}.${fraction.padEnd(6, '0')}${utc === undefined ? '' : 'Z'}`;
}

const parsers = new Map<number, (text: string) => unknown>([
  [builtins.DATE, asIs],
  [builtins.NUMERIC, asIs],
  [builtins.INT8, asIs],
  [builtins.INTERVAL, asIs],
  [builtins.TIMESTAMP, isoTimestamp],
  [builtins.TIMESTAMPTZ, isoTimestamp],
  [DATE_ARRAY, textArray],
  [NUMERIC_ARRAY, textArray],
  [TIMESTAMP_ARRAY, arrayOf(isoTimestamp)],
  [TIMESTAMPTZ_ARRAY, arrayOf(isoTimestamp)],
]);

/** Dates as 'YYYY-MM-DD', numeric and int8 as decimal strings, timestamps as ISO strings; the rest as `pg` has it. */
export const recordsTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    const own = format === 'binary' ? undefined : parsers.get(oid);
    return own ?? pg.types.getTypeParser(oid, format as 'text');
  }) as typeof pg.types.getTypeParser,
};

/** A count that came as int8 text. Throws where a JavaScript number would not be exact. */
export function toCount(value: string | number | bigint): number {
  const count = Number(value);
  if (!Number.isSafeInteger(count)) throw new RangeError(`not an exact count: ${value}`);
  return count;
}
