import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Dimension } from '../src/domain/dimensions.ts';
import { drillOf, type FigureAnswer, figureQuery } from '../src/domain/figure-query.ts';
import { type Method, mainMethod } from '../src/domain/method.ts';
import { wholeCompany } from '../src/domain/scope.ts';
import type { SetNode } from '../src/domain/sets/customer-set.ts';
import { readingOf } from '../src/messages/set-reading.ts';
import { answerFigures } from '../src/services/activity/figure-answer.ts';
import { buildKept } from '../src/services/activity/kept/build-kept.ts';
import { keptOf } from '../src/services/activity/kept/kept.ts';
import { memberOf } from '../src/services/activity/member-names.ts';
import { noStoredSet, setMembers, setSize } from '../src/services/activity/set-sql.ts';
import { methodAsked } from '../src/services/definitions/methods.ts';
import { namesInSet } from '../src/services/definitions/names-in-set.ts';
import { currentVersion, type DataVersion } from '../src/services/ledger/data-version.ts';
import type { Stores } from '../src/stores/stores.ts';
import { type Sql, statement } from '../src/stores/warehouse/sql.ts';
import { budget } from './budget.ts';
import { type Dimensions, type Fact, type FactsWarehouse, openFacts } from './harness/facts.ts';
import { type Installation, importText, newInstallation } from './harness/installation.ts';

// Names come from users' files. Whatever is in them, they are names: asked for, they find exactly their own.

const everybody = { scope: wholeCompany, isSeen: () => true };
const hostile: readonly string[] = [
  ...["'", '"', '`', '\\', "\\'", "''", "' OR 1=1 --", "'); DROP TABLE ledger; --", "x' UNION SELECT 1 --"],
  ...[
    '--',
    '/*',
    '*/',
    '/* c */',
    '#',
    ';',
    '%',
    '_',
    '%_%',
    '?',
    '$1',
    ':a',
    '@a',
    '&amp;',
    '<script>',
    '=1+1',
  ],
  ...[
    '{x:String}',
    '{p0:Array(String)}',
    '{p0}',
    '{',
    '}',
    '{{',
    '$' + '{a}',
    '{n, plural, other {#}}',
    "'{'",
  ],
  ...['\\N', 'NULL', 'null', 'true', '0', '-1', '[]', "['a']", "','", '(1)', '\\x00', '\\u0000', '\\t'],
  ...[
    '\0',
    'a\0b',
    '\0a',
    '\t',
    'a\nb',
    'a\r\nb',
    '\b',
    '\f',
    '\v',
    '\x1b[31m',
    '\x7f',
    ' ',
    '  ',
    ' a ',
    'a ',
  ],
  ...[
    '😀',
    '👩‍👩‍👧',
    '🇷🇺',
    'é',
    'e\u0301',
    '\u202eабв',
    '\u200b',
    '\ufeff',
    '\ufffd',
    '\uffff',
    '𐀀',
    'ё',
    'Ё',
    'е',
  ],
  ...['я'.repeat(20_000), "'".repeat(500), '\\'.repeat(499), '😀'.repeat(250)],
];

const today = '2026-10-31';
const dimensionsAsked = ['city', 'clientType', 'category'] as const satisfies Dimension[];

/** Customer n has the n-th name, as its town, as its type, and as the category of what it bought, for n roubles. */
function ledgerOf(names: readonly string[]): { facts: Fact[]; dimensions: Dimensions } {
  const ids = names.map((_, index) => index + 1);
  const registered = '2026-01-01';
  const nameOf = (id: number): string => names[id - 1] ?? '';
  return {
    facts: ids.map((id) => ({ entity: id, date: '2026-10-10', product: id, amount: id })),
    dimensions: {
      points: ids.map((id) => ({
        ...{ id, point: id, entity: id, client: id, implicit: false, registered },
        ...{ city: nameOf(id), region: '', federalDistrict: '', country: '' },
      })),
      parties: ids.map((id) => ({
        ...{ id, entity: id, client: id, registered },
        ...{
          clientType: nameOf(id),
          salesChannel: '',
          acquisitionChannel: '',
          industry: '',
          status: 'works',
        },
      })),
      products: ids.map((id) => ({ id, category: nameOf(id), subcategory: '', brand: '' })),
    },
  };
}

const rowsOf = async <Row>({ warehouse }: Pick<Stores, 'warehouse'>, query: Sql): Promise<Row[]> => {
  const { text, params } = statement(query);
  return await warehouse.rows<Row & Record<string, unknown>>(text, params);
};

describe('names of places, types and categories', () => {
  let base: FactsWarehouse;
  beforeAll(async () => {
    base = await openFacts();
  });
  afterAll(() => base.close());

  const tableOf = async (
    version: DataVersion,
    of: { by: Dimension; members?: readonly string[]; method?: Method },
  ): Promise<FigureAnswer> => {
    const slice = of.members === undefined ? [] : [{ dimension: of.by, members: of.members }];
    const query = figureQuery.parse({
      ...{ metrics: ['activeBase', 'sales', 'totalBase'], period: '2026-10', unit: 'client' },
      ...{ rows: [of.by], slice, methods: [{ id: 'main' }] },
    });
    const methods = [of.method ?? mainMethod];
    return await answerFigures(base.stores, query, { version, methods, today, scope: wholeCompany });
  };
  const found = ({ cells }: FigureAnswer) =>
    new Map(
      cells.flatMap(({ rows: [name], figures }) => (name === undefined ? [] : [[name, figures.sales]])),
    );
  const membersOf = async (version: DataVersion, set: SetNode, method = mainMethod): Promise<number[]> => {
    const context = {
      version,
      method,
      unit: 'client',
      today,
      stored: noStoredSet,
      scope: wholeCompany,
    } as const;
    const kept = await keptOf(base.stores.warehouse, version, method);
    const rows = await rowsOf<{ unit: number }>(base.stores, setMembers(set, { ...context, kept }));
    return rows.map(({ unit }) => unit).sort((a, b) => a - b);
  };

  /** Everything that is asked of one list of names. */
  async function check(names: readonly string[], picked: readonly number[]): Promise<void> {
    const { facts, dimensions } = ledgerOf(names);
    const version = await base.load(facts, dimensions);
    const all = new Map(names.map((name, index) => [name, `${index + 1}.00`]));
    const some = picked.map((index) => names[index % names.length] ?? '');
    const ids = [...new Set(picked.map((index) => (index % names.length) + 1))].sort((a, b) => a - b);
    const sum = `${ids.reduce((total, id) => total + id, 0)}.00`;
    for (const by of dimensionsAsked) {
      expect(found(await tableOf(version, { by })), by).toEqual(all);
      const sliced = await tableOf(version, { by, members: some });
      expect([...found(sliced).keys()].sort(), by).toEqual([...new Set(some)].sort());
      const total = sliced.cells.find(({ rows }) => rows.length === 0);
      expect(total?.figures, by).toMatchObject({ activeBase: ids.length, sales: sum });
      for (const cell of sliced.cells) {
        const { set } = drillOf(sliced, cell, 'activeBase');
        const own = cell.rows.length === 0 ? ids : [names.indexOf(cell.rows[0] ?? '') + 1];
        expect(await membersOf(version, set), by).toEqual(own);
      }
      const slice = [{ dimension: by, members: some }];
      expect(await membersOf(version, { kind: 'bought', slice }), by).toEqual(ids);
      if (by !== 'category')
        expect(await membersOf(version, { kind: 'attribute', dimension: by, members: some })).toEqual(ids);
    }
    const method: Method = {
      ...mainMethod,
      version: 2,
      products: { categories: some, brands: ['', ...some] },
    };
    const byMethod = await tableOf(version, { by: 'city', method });
    expect(byMethod.cells.find(({ rows }) => rows.length === 0)?.figures.activeBase).toBe(ids.length);
    // The same from what is kept.
    await buildKept(base.stores.warehouse, version, mainMethod);
    for (const by of dimensionsAsked) {
      const kept = await tableOf(version, { by });
      expect(kept.explained[0]?.sizes).toEqual({ source: 'kept' });
      expect(found(kept), by).toEqual(all);
      const sliced = await tableOf(version, { by, members: some });
      expect([...found(sliced).keys()].sort(), by).toEqual([...new Set(some)].sort());
    }
  }

  test('find their own, whatever is in them', async () => {
    expect(new Set(hostile).size).toBe(hostile.length);
    await check(hostile, [0, 3, 8, 17, 26, 40, 49, 63, 75, 84]);
  });

  test('find their own, drawn at random', { timeout: 90 * 60_000 }, async ({ task }) => {
    const numRuns = budget(task, 'lists of names', { usual: 2, long: 200 });
    const piece = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', maxLength: 12 }));
    const name = fc
      .array(piece, { minLength: 1, maxLength: 4 })
      .map((pieces) => pieces.join('').slice(0, 400));
    // Half of a pair of surrogates is no text: it cannot come from a file.
    const names = fc.uniqueArray(
      name.filter((one) => one !== '' && one.isWellFormed()),
      { minLength: 1, maxLength: 25 },
    );
    await fc.assert(fc.asyncProperty(names, fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), check), {
      seed: 23,
      numRuns,
      endOnFailure: true,
    });
  });

  test('that nobody has find nobody', async () => {
    const { facts, dimensions } = ledgerOf(['Киров', 'Пермь']);
    const version = await base.load(facts, dimensions);
    for (const by of dimensionsAsked)
      expect(
        await membersOf(version, { kind: 'bought', slice: [{ dimension: by, members: hostile }] }),
      ).toEqual([]);
  });
});

describe('names of persons, products and methods', () => {
  // What a file may hold in a cell; blanks at the ends and control characters are no part of a name.
  const names = hostile.filter((one) => !/\p{C}/u.test(one) && one.trim() === one && one !== '').slice(0, 60);
  const nameOf = (kind: string, index: number): string => `${kind}${index} ${names[index]}`;
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  let akb: Installation;
  let version: DataVersion;
  beforeAll(async () => {
    akb = await newInstallation();
    const rows = names.map((_, index) =>
      [
        ...[`РН-${index}`, '10.10.2026', `К-${index}`, nameOf('Клиент', index), nameOf('Товар', index)],
        ...[nameOf('Филиал', index), nameOf('Менеджер', index), '1', `${index + 1},00`],
      ]
        .map(quoted)
        .join(';'),
    );
    const header = 'Номер;Дата;Код контрагента;Контрагент;Номенклатура;Филиал;Менеджер;Количество;Сумма';
    await importText(akb, `${header}\n${rows.join('\n')}\n`);
    version = await currentVersion(akb.stores.records);
  });
  afterAll(() => akb.remove());

  test('in place of the ids of members name nobody, from lines and from what is kept', async () => {
    const ids = [
      '0x1',
      '2147483648',
      '0',
      '00',
      '-1',
      '1.0',
      '1e0',
      ' 1',
      '1 ',
      '+1',
      '4294967297',
      '1'.repeat(400),
    ];
    const members = [...ids, ...hostile, ...names.map((_, index) => nameOf('Менеджер', index))];
    const unkept: Method = { ...mainMethod, version: 9 };
    await buildKept(akb.stores.warehouse, version, mainMethod);
    for (const method of [mainMethod, unkept])
      for (const dimension of ['rep', 'branch', 'sku'] as const) {
        const slice = [{ dimension, members }];
        const query = figureQuery.parse({
          ...{ metrics: ['activeBase', 'sales'], period: '2026-10', rows: ['rep'], unit: 'client', slice },
          ...{ methods: [{ id: 'main' }], compare: ['sameWorkingDay'] },
        });
        const asked = { version, methods: [method], today, scope: wholeCompany };
        const { cells } = await answerFigures(akb.stores, query, asked);
        expect(cells.map(({ figures }) => figures)).toEqual([{ activeBase: 0, sales: '0.00' }]);
        const alone = { ...query, slice: [{ dimension, members: ["' OR 1=1 --"] }] };
        expect((await answerFigures(akb.stores, alone, asked)).calendar?.branch).toBe(0);
        const set = { kind: 'bought', slice } as const;
        const whole = { language: 1, unit: 'client', method: { id: 'main' }, set } as const;
        const context = { version, method, unit: 'client', today, scope: wholeCompany } as const;
        const kept = await keptOf(akb.stores.warehouse, version, method);
        const size = setSize(set, { ...context, kept, stored: noStoredSet });
        expect(await rowsOf(akb.stores, size)).toEqual([{ size: '0' }]);
        expect(readingOf(whole, 'ru', await namesInSet(akb.stores, whole, 'ru', everybody))).toContain(
          '«0x1»',
        );
      }
  });

  test.each([
    ['rep', 'Менеджер'],
    ['branch', 'Филиал'],
    ['sku', 'Товар'],
  ] as const)('by %s they are shown as they are, and found by them', async (by, kind) => {
    const query = figureQuery.parse({
      ...{ metrics: ['activeBase', 'sales'], period: '2026-10', rows: [by], unit: 'client' },
      methods: [{ id: 'main' }],
    });
    const answer = await answerFigures(akb.stores, query, {
      ...{ version, methods: [mainMethod], today, scope: wholeCompany },
    });
    const shown = answer.cells.flatMap(({ rows: [id], figures }) =>
      id === undefined ? [] : [[answer.members[by]?.[id]?.name, figures.sales]],
    );
    expect(Object.fromEntries(shown)).toEqual(
      Object.fromEntries(names.map((_, index) => [nameOf(kind, index), `${index + 1}.00`])),
    );
    for (const index of names.keys()) {
      const id = await memberOf(akb.stores, by, nameOf(kind, index));
      const state = { kind: 'state', state: 'active', period: '2026-10' } as const;
      const slice = [{ dimension: by, members: [id] }];
      const set: SetNode = { ...state, slice };
      const context = { version, method: mainMethod, unit: 'client', today, kept: null } as const;
      const size = setSize(set, { ...context, stored: noStoredSet, scope: wholeCompany });
      expect(await rowsOf(akb.stores, size)).toEqual([{ size: '1' }]);
      const whole = { language: 1, unit: 'client', method: { id: 'main' }, set } as const;
      for (const language of ['ru', 'en'] as const) {
        const reading = readingOf(whole, language, await namesInSet(akb.stores, whole, language, everybody));
        expect(reading).toContain(nameOf(kind, index));
      }
    }
  });

  test('of methods are read out as they are', async () => {
    for (const [index, name] of names.entries()) {
      const document: Method = { ...mainMethod, id: `evil${index}`, name: { ru: name, en: name } };
      await akb.stores.records.db
        .insertInto('method')
        .values({ id: document.id, version: 1, document: JSON.stringify(document), valid_from: null })
        .execute();
      expect((await methodAsked(akb.stores, { id: document.id })).name.ru).toBe(name);
      const set = { kind: 'bought' } as const;
      const whole = { language: 1, unit: 'client', method: { id: document.id }, set } as const;
      expect(readingOf(whole, 'ru', await namesInSet(akb.stores, whole, 'ru', everybody))).toContain(name);
    }
  });
});
