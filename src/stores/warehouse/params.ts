export type Params = Readonly<Record<string, unknown>>;

/** chDB hangs at full processor load on an array parameter above 262,143 elements. */
export const MAX_ARRAY_PARAM = 100_000;

/**
 * Checks that the parameters are exactly those that the SQL names as `{name:Type}`. Connections remember
 * parameters, so a forgotten one would silently take the value of an earlier query.
 */
export function checkParams(sql: string, params: Params): void {
  const named = new Set(
    Array.from(sql.matchAll(/\{\s*([A-Za-z_][A-Za-z0-9_]*)\s*:/g), (match) => match[1] ?? ''),
  );
  for (const name of named) {
    if (params[name] === undefined) throw new TypeError(`The query parameter "${name}" is missing.`);
  }
  for (const [name, value] of Object.entries(params)) {
    if (!named.has(name)) throw new TypeError(`The query does not use the parameter "${name}".`);
    if (Array.isArray(value) && value.length > MAX_ARRAY_PARAM) {
      throw new TypeError(
        `The array parameter "${name}" has ${value.length} elements, more than ${MAX_ARRAY_PARAM}: use withIdTable.`,
      );
    }
  }
}

/** `SET param_a = '…', param_b = '…'`, or null where there is nothing to set. */
export function setParamsStatement(params: Params): string | null {
  const parts = Object.entries(params).map(
    ([name, value]) => `param_${name} = ${sqlString(paramText(value))}`,
  );
  return parts.length === 0 ? null : `SET ${parts.join(', ')}`;
}

/** A string literal of the SQL dialect. */
export function sqlString(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}

/** A quoted name of the SQL dialect; `database.table` stays two names. */
export function sqlName(name: string): string {
  return name
    .split('.')
    .map((part) => `\`${part.replace(/[`\\]/g, '\\$&')}\``)
    .join('.');
}

// The engine reads parameters in its "escaped" format: https://clickhouse.com/docs/interfaces/formats/TabSeparated
function paramText(value: unknown): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escapeText(value);
  return nestedText(value);
}

function nestedText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return `'${escapeText(value).replaceAll("'", "\\'")}'`;
    case 'boolean':
    case 'bigint':
      return String(value);
    case 'number':
      if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
        throw new TypeError(`The number ${value} is not exact: pass a bigint or a string.`);
      }
      return String(value);
    default:
      if (value === null) return 'NULL';
      if (Array.isArray(value)) return `[${value.map(nestedText).join(',')}]`;
      throw new TypeError(`A query parameter cannot be a ${typeof value}.`);
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '\\0',
  '\b': '\\b',
  '\f': '\\f',
};

function escapeText(text: string): string {
  return text.replace(/[\\\t\n\r\0\b\f]/g, (character) => ESCAPES[character] ?? character);
}
