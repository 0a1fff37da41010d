/**
 * SQL put together from fragments: text stands as it is written in the program, values travel as typed parameters.
 *
 * ```ts
 * const { text, params } = statement(sql`SELECT count() FROM ledger WHERE date <= ${day('2026-10-31')}`);
 * await warehouse.rows(text, params);
 * ```
 */
export interface Sql {
  readonly parts: readonly (string | Bound)[];
}

interface Bound {
  /** ClickHouse type of the parameter. */
  readonly type: string;
  readonly value: unknown;
}

/** A fragment; what is interpolated has to be a fragment too, so no value can become text by mistake. */
export function sql(strings: TemplateStringsArray, ...fragments: readonly Sql[]): Sql {
  return {
    parts: strings.flatMap((string, index) => [
      ...(index === 0 ? [] : (fragments[index - 1]?.parts ?? [])),
      string,
    ]),
  };
}

/** Text of the program's own: names of columns and tables, numbers that it has counted. Never a value of a user. */
export const raw = (text: string | number): Sql => ({ parts: [String(text)] });

export const joined = (fragments: readonly Sql[], separator: string): Sql => ({
  parts: fragments.flatMap((fragment, index) => [...(index === 0 ? [] : [separator]), ...fragment.parts]),
});

const bound = (type: string, value: unknown): Sql => ({ parts: [{ type, value }] });
/** `YYYY-MM-DD`; days that a Date does not hold are the first or the last that it does. */
export const day = (date: string): Sql => bound('Date', clamp(date, '1970-01-01', '2149-06-06'));
const clamp = (date: string, first: string, last: string): string =>
  date < first ? first : date > last ? last : date;

export const texts = (values: readonly string[]): Sql => bound('Array(String)', [...values]);
export const ids = (values: readonly number[]): Sql => bound('Array(UInt32)', [...values]);
/** Decimal text of 128 bits, for which arrays of parameters have no type; what is none is 0. */
export const wideInteger = (text: string): Sql =>
  bound('UInt128', /^\d{1,39}$/.test(text) && BigInt(text) < 2n ** 128n ? text : '0');
/** Exact, with up to four decimals. */
export const decimal = (value: string): Sql => bound('Decimal(38, 4)', value);
export const integer = (value: number): Sql => bound('Int64', value);

export const and = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? raw('true') : joined(conditions, ' AND ');

export interface Statement {
  readonly text: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Equal values of one type share a parameter. */
export function statement(fragment: Sql): Statement {
  const params: Record<string, unknown> = {};
  const names = new Map<string, string>();
  const parts = fragment.parts.map((part) => {
    if (typeof part === 'string') return part;
    const { type, value } = part;
    const key = `${type} ${JSON.stringify(value)}`;
    const name = names.get(key) ?? `p${names.size}`;
    names.set(key, name);
    params[name] = value;
    return `{${name}:${type}}`;
  });
  return { text: parts.join(''), params };
}
