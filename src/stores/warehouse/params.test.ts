import { describe, expect, test } from 'vitest';
import { checkParams, MAX_ARRAY_PARAM, setParamsStatement, sqlName, sqlString } from './params.ts';

describe('query parameters', () => {
  test('a forgotten one is refused, so that no earlier value slips in', () => {
    expect(() => checkParams('SELECT {from:Date}, { to :Date}', { from: '2024-01-01' })).toThrow(
      '"to" is missing',
    );
    expect(() => checkParams('SELECT {n:Nullable(UInt8)}', { n: null })).not.toThrow();
  });

  test('one that the query does not use is refused', () => {
    expect(() => checkParams('SELECT {from:Date}', { from: '2024-01-01', to: '2024-02-01' })).toThrow(
      'does not use the parameter "to"',
    );
  });

  test('braces of JSON are no parameters', () => {
    expect(() => checkParams(`SELECT '{"a": 1}'`, {})).not.toThrow();
  });

  test('an array longer than the engine stands is refused', () => {
    const sql = 'SELECT {ids:Array(UInt32)}';
    const ids = new Array<number>(MAX_ARRAY_PARAM).fill(1);
    expect(() => checkParams(sql, { ids })).not.toThrow();
    expect(() => checkParams(sql, { ids: [...ids, 1] })).toThrow('withIdTable');
  });

  test('a number that JavaScript has rounded is refused', () => {
    expect(() => setParamsStatement({ n: 2 ** 53 })).toThrow('not exact');
    expect(() => setParamsStatement({ n: Number.NaN })).toThrow('not exact');
    expect(setParamsStatement({ n: 2n ** 63n })).toBe("SET param_n = '9223372036854775808'");
  });

  test('nothing to set is no statement', () => {
    expect(setParamsStatement({})).toBeNull();
  });
});

describe('names and strings in SQL', () => {
  test('cannot be left from within', () => {
    expect(sqlString("О'Кей \\")).toBe("'О\\'Кей \\\\'");
    expect(sqlName('staging.a`b')).toBe('`staging`.`a\\`b`');
  });
});
