import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { folderHolder, type Viewer } from '../src/domain/access.ts';
import type { SetNode } from '../src/domain/sets/customer-set.ts';
import type { Application } from '../src/facade.ts';
import type { CustomerRow } from '../src/services/activity/report.ts';
import type { CustomerPlanQuestion } from '../src/use-cases/customer-plans/page.ts';
import { isLongRun } from './budget.ts';
import { newApplication, periodOf, refusalOf, type TestApplication, unseen } from './harness/application.ts';
import { seedOfRun } from './seed.ts';

// A company is dealt out at random. What a supervisor is told is compared with what is left when somebody crosses out, by
// hand, every line of the file that is not of his teams, branches or reps.

const nodes = ['rep', 'team', 'branch'] as const;
type Node = (typeof nodes)[number];

interface Line extends Readonly<Record<Node, string>> {
  readonly day: string;
  readonly document: string;
  readonly customer: string;
  readonly product: string;
  readonly amount: number;
}

const reps = ['Анна', 'Борис', 'Вера', 'Глеб', 'Дина', 'Егор'] as const;
/** Teams and branches cross: a branch has reps of two teams, and a team those of two branches. */
const places = {
  ...{ Анна: { team: 'Север', branch: 'Киров' }, Борис: { team: 'Север', branch: 'Пермь' } },
  ...{ Вера: { team: 'Юг', branch: 'Киров' }, Глеб: { team: 'Юг', branch: 'Пермь' } },
  ...{ Дина: { team: 'Запад', branch: 'Пермь' }, Егор: { team: 'Запад', branch: 'Ижевск' } },
} as const;
const placeOf = (rep: (typeof reps)[number]) => ({ rep, ...places[rep] });
const customers = Array.from({ length: 24 }, (_, index) => `К-${String(index + 1).padStart(2, '0')}`);
const nameOf = (code: string): string => `Лавка ${code.slice(2)}`;

const randomCompany = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 91 }),
      customer: fc.constantFrom(...customers),
      rep: fc.constantFrom(...reps),
      products: fc.subarray(['Чай', 'Сахар', 'Мука'], { minLength: 1 }),
      amount: fc.integer({ min: 100, max: 90_000 }),
      isReturned: fc.integer({ min: 0, max: 5 }).map((one) => one === 0),
      by: fc.constantFrom(...reps),
    }),
    { minLength: 150, maxLength: 150 },
  )
  .map((all) =>
    all.flatMap(({ day, customer, rep, products, amount, isReturned, by }, number): Line[] => {
      const date = new Date(Date.UTC(2026, 7, 1 + day)).toISOString().slice(0, 10);
      const bought = products.map((product, index) => ({
        ...{
          day: date,
          document: `РН-${number}`,
          customer,
          product,
          amount: amount + index,
          ...placeOf(rep),
        },
      }));
      const [first] = bought;
      if (!isReturned || first === undefined) return bought;
      return [...bought, { ...first, document: `ВП-${number}`, amount: -first.amount, ...placeOf(by) }];
    }),
  );

const file = (lines: readonly Line[]): string => {
  const rows = lines.map(({ day, document, customer, product, amount, rep, team, branch }) =>
    [
      ...[day.split('-').reverse().join('.'), document, customer, nameOf(customer), product],
      ...[amount < 0 ? -1 : 1, (amount / 100).toFixed(2).replace('.', ','), rep, team, branch],
    ].join(';'),
  );
  return `Дата;Номер документа;Код контрагента;Контрагент;Номенклатура;Количество;Сумма;Менеджер;Команда;Филиал\n${rows.join('\n')}\n`;
};

/** Lines that count: bought, and not taken back within the month. */
function countedOf(lines: readonly Line[]): ReadonlySet<Line> {
  const cells = Map.groupBy(
    lines,
    ({ customer, product, day }) => `${customer} ${product} ${day.slice(0, 7)}`,
  );
  return new Set(
    [...cells.values()].flatMap((cell) =>
      sumOf(cell) > 0 && cell.reduce((all, { amount }) => all + Math.sign(amount), 0) > 0
        ? cell.filter(({ amount }) => amount > 0)
        : [],
    ),
  );
}
const sumOf = (lines: readonly Line[]): number => lines.reduce((all, { amount }) => all + amount, 0);
const roubles = (kopecks: number): string => (kopecks / 100).toFixed(2);
const customersOf = (lines: Iterable<Line>): ReadonlySet<string> =>
  new Set([...lines].map(({ customer }) => customer));

let akb: TestApplication;
let lines: readonly Line[];
/** Who answers for a customer today, as his card says to whoever may read them all. */
let responsible: ReadonlyMap<string, Readonly<Record<Node, string>>>;
/** Identities of customers, and of members of the organisation, by what they are called. */
let idOf: ReadonlyMap<string, number>;
let codeOf: ReadonlyMap<number, string>;
let memberOf: (node: Node, name: string) => number;

beforeAll(async () => {
  vi.stubEnv('AKB_TODAY', '2026-11-02');
  const [company] = fc.sample(randomCompany, { seed: seedOfRun(), numRuns: 1 });
  if (company === undefined) throw new Error('nothing was drawn');
  lines = company;
  akb = await newApplication();
  await akb.load({ 'shipments.csv': file(lines) });
  const all = await listed(akb.application, { kind: 'state', state: 'registered', period: '2026-10' });
  codeOf = new Map(all.map(({ id, code }) => [id, code]));
  idOf = new Map(all.map(({ id, code }) => [code, id]));
  const cards = await Promise.all(all.map(({ id }) => akb.application.customerCard('client', id)));
  responsible = new Map(
    cards.map(({ code, responsible: { rep, team, branch } }) => [
      code,
      { rep: rep?.name ?? '', team: team?.name ?? '', branch: branch?.name ?? '' },
    ]),
  );
  const { members } = await akb.application.organisation();
  memberOf = (node, name) => members.find((one) => one.kind === node && one.name === name)?.id ?? 0;
}, 300_000);
afterAll(async () => {
  await akb.remove();
  vi.unstubAllEnvs();
});

const setOf = (node: SetNode) =>
  ({ language: 1, unit: 'client', method: { id: 'main' }, set: node }) as const;
const october = periodOf('2026-10');
const listed = (application: Application, node: SetNode): Promise<CustomerRow[]> =>
  Array.fromAsync(application.setMembers(setOf(node), { period: october, sort: 'name', order: 'ascending' }));

/** The usual run leaves those out that are part of others. */
const scopes: readonly (readonly (readonly [Node, string])[])[] = [
  [['team', 'Север']],
  ...(isLongRun ? [[['rep', 'Вера']] as const, [['branch', 'Пермь']] as const] : []),
  [
    ['team', 'Запад'],
    ['branch', 'Киров'],
  ],
  [
    ['rep', 'Анна'],
    ['team', 'Юг'],
    ['branch', 'Ижевск'],
  ],
];

test.each(scopes.map((scope) => ({ scope, named: scope.map((one) => one.join(' ')).join(', ') })))(
  'a supervisor of $named is told what is left when all other lines are crossed out',
  { timeout: 300_000 },
  async ({ scope }) => {
    const viewer: Viewer = {
      ...folderHolder,
      ...{ user: null, role: 'supervisor' },
      scope: { nodes: scope.map(([dimension, name]) => ({ dimension, member: memberOf(dimension, name) })) },
    };
    const his = akb.application.as(viewer);
    const isHis = (line: Readonly<Record<Node, string>>): boolean =>
      scope.some(([node, name]) => line[node] === name);
    const counted = countedOf(lines);
    const left = lines.filter(isHis);
    const within = (month: string) => (line: Line) => line.day.startsWith(month);
    const activeIn = (month: string, of: readonly Line[]) =>
      customersOf(of.filter((line) => counted.has(line) && within(month)(line)));
    const active = activeIn('2026-10', left);
    const isShown = (code: string): boolean => {
      const today = responsible.get(code);
      return today !== undefined && isHis(today);
    };

    // Lists: who, what of him, and whose names.
    const company = activeIn('2026-10', lines);
    const before = customersOf([...counted].filter(({ day }) => day < '2026-10-01'));
    const states: readonly (readonly [Extract<SetNode, { kind: 'state' }>['state'], ReadonlySet<string>])[] =
      [
        ['active', active],
        ['new', active.difference(before)],
        ['lost', activeIn('2026-09', left).difference(company)],
      ];
    for (const [state, expected] of states) {
      const node: SetNode = { kind: 'state', state, period: '2026-10', history: 'company' };
      const rows = await listed(his, node);
      expect(new Set(rows.map(({ id }) => codeOf.get(id))), state).toEqual(expected);
      expect(rows).toHaveLength(expected.size);
      expect(await his.setSize(setOf(node))).toBe(expected.size);
      for (const { id, shown, name, code, sales, documents, manager } of rows) {
        const own = codeOf.get(id) ?? '';
        const bought = left.filter((line) => line.customer === own && within('2026-10')(line));
        expect({ shown, sales, documents }).toEqual({
          shown: isShown(own),
          sales: bought.length === 0 ? null : roubles(sumOf(bought)),
          documents: new Set(bought.filter((line) => counted.has(line)).map(({ document }) => document)).size,
        });
        expect([code, name, manager]).toEqual(
          isShown(own) ? [own, nameOf(own), responsible.get(own)?.rep] : ['', '', ''],
        );
      }
    }

    // Documents behind them, with their lines' sums.
    const everybody = setOf({ kind: 'state', state: 'registered', period: '2026-10' });
    const documents = await his.documents(everybody, { period: october, limit: 1000 });
    const expectedDocuments = Map.groupBy(left.filter(within('2026-10')), ({ document }) => document);
    expect(new Map(documents.rows.map(({ number, sales }) => [number, sales]))).toEqual(
      new Map([...expectedDocuments].map(([number, own]) => [number, roubles(sumOf(own))])),
    );

    // Cards and timelines: of whom he may be told, and there too nothing but his own lines.
    for (const code of isLongRun ? customers : customers.slice(0, 8)) {
      const id = idOf.get(code) ?? 0;
      if (!isShown(code)) {
        for (const ask of [
          () => his.customerCard('client', id),
          () => his.timeline.page('client', id, { limit: 100 }),
        ])
          expect(await refusalOf(ask())).toMatchObject([{ code: 'customerUnknown' }]);
        continue;
      }
      expect(await his.customerCard('client', id)).toMatchObject({ name: nameOf(code), code });
      const { rows } = await his.timeline.page('client', id, { limit: 100 });
      expect(rows.filter(({ kind }) => kind === 'shipment')).toHaveLength(
        new Set(
          left.filter((line) => line.customer === code && line.amount > 0).map(({ document }) => document),
        ).size,
      );
    }

    // Searches find whom he may be told of.
    const found = await his.search.whom('Лавка');
    expect(new Set(found.map(({ name }) => name))).toEqual(new Set(customers.filter(isShown).map(nameOf)));
  },
);

test('a closed month shows him what it showed him when it was closed, whatever other teams sold to his customers', {
  timeout: 300_000,
}, async () => {
  const { application } = akb;
  // A chain of two shops that two teams serve; both sell tea to it.
  const ofChain = (...rows: readonly string[]): string =>
    `Дата;Номер документа;Код контрагента;Контрагент;Холдинг;Номенклатура;Количество;Сумма;Менеджер;Команда;Филиал\n${rows.join('\n')}\n`;
  await akb.load({
    'chain.csv': ofChain(
      '12.10.2026;РН-1001;К-91;Полка;Сеть «Луг»;Чай;1;100;Анна;Север;Киров',
      '12.10.2026;РН-1001;К-91;Полка;Сеть «Луг»;Сахар;1;50;Анна;Север;Киров',
      '14.10.2026;РН-1002;К-92;Ларёк;Сеть «Луг»;Чай;1;300;Вера;Юг;Киров',
      // Once he helped out in another team.
      '13.10.2026;РН-1004;К-90;Лоток;;Чай;1;70;Борис;Юг;Пермь',
    ),
  });
  const month = '2026-10';
  const all = await application.customerPlans.page({ month, limit: 100, everybody: true });
  await application.customerPlans.save(month, {
    ...{ version: 0, comment: '' },
    targets: all.rows.flatMap(({ id: customer }) => [
      { customer, metric: 'sales', value: '1000' },
      ...(['documents', 'avgSkuPerClient'] as const).map((metric) => ({ customer, metric, value: '2' })),
      ...(['activeBase', 'qualifiedBase'] as const).map((metric) => ({ customer, metric, value: '1' })),
    ]),
  });
  await application.plans.save(month, {
    ...{ version: 0, comment: '' },
    targets: [['team', 'Север'] as const, ['rep', 'Анна'] as const, ['rep', 'Борис'] as const].map(
      ([level, name]) => ({
        ...{ level, member: memberOf(level, name), metric: 'sales', value: '1000', product: null },
      }),
    ),
  });
  const readers = [
    [],
    [['rep', 'Вера']] as const,
    [['team', 'Юг']] as const,
    [
      ['team', 'Юг'],
      ['team', 'Север'],
    ] as const,
    ...scopes,
  ];
  const asReader = (scope: (typeof readers)[number]): Application =>
    application.as({
      ...folderHolder,
      scope: {
        nodes:
          scope.length === 0
            ? null
            : scope.map(([dimension, name]) => ({ dimension, member: memberOf(dimension, name) })),
      },
    });
  const metrics = [
    'sales',
    'documents',
    'avgSkuPerClient',
    'avgCheck',
    'activeBase',
    'qualifiedBase',
  ] as const;
  const pageOf = async (scope: (typeof readers)[number], question: Partial<CustomerPlanQuestion> = {}) => {
    const { rows, total, size } = await asReader(scope).customerPlans.page({
      ...{ month, limit: 100, sort: 'fact', ...question },
    });
    const told = rows.map(({ name, plan, fact, drifted }) => ({ name, plan, fact, drifted }));
    const { plan, fact, drifted, planned, missing, behind, differ } = total;
    return { rows: told, total: { plan, fact, drifted, planned, missing, behind, differ }, size };
  };
  const pages = () =>
    Promise.all(readers.map((scope) => Promise.all(metrics.map((metric) => pageOf(scope, { metric })))));
  const open = await pages();
  await application.closing.close(month);
  const closed = await pages();
  for (const [reader, scope] of readers.entries())
    for (const [at, metric] of metrics.entries()) {
      const [before, after] = [open[reader]?.[at], closed[reader]?.[at]];
      const isUnknown = after?.rows.some(({ fact }) => fact === null);
      if (metric !== 'qualifiedBase' || !isUnknown) expect(after, `${scope} ${metric}`).toEqual(before);
      // By thresholds it may not be known of whom several of his nodes and others served: nothing is said then, never more.
      expect(scope.length > 1 || metric !== 'qualifiedBase' || !isUnknown).toBe(true);
      if (metric === 'sales')
        expect(after?.total.fact).toBe(roubles(sumOfFacts(after?.rows ?? [])).replace(/\.?0+$/, ''));
    }

  const chain = async (scope: (typeof readers)[number], metric: (typeof metrics)[number]) => {
    const { rows, total } = await pageOf(scope, { metric, search: 'Луг' });
    return rows.map(({ fact, drifted }) => [fact, drifted?.live ?? null, total.fact, total.differ]);
  };
  const [whole, north, south, both] = [[], [['team', 'Север']], [['team', 'Юг']], readers[3] ?? []] as const;
  expect(await chain(north, 'sales')).toEqual([['150', null, '150', 0]]);
  expect(await chain(south, 'sales')).toEqual([['300', null, '300', 0]]);
  expect(await chain(north, 'avgSkuPerClient')).toEqual([['2', null, null, 0]]);
  expect(await chain(south, 'avgSkuPerClient')).toEqual([['1', null, null, 0]]);
  for (const scope of [whole, both]) {
    expect(await chain(scope, 'sales')).toEqual([['450', null, '450', 0]]);
    expect(await chain(scope, 'documents')).toEqual([['2', null, '2', 0]]);
    expect(await chain(scope, 'avgSkuPerClient')).toEqual([['2', null, null, 0]]);
  }

  // A member's figure is his supervisor's where all of its lines are.
  const facts = async (scope: (typeof readers)[number]) =>
    (await asReader(scope).plans.fact(month)).rows.map(({ name, fact, drifted }) => [
      name,
      fact !== null,
      drifted,
    ]);
  expect(await facts(whole)).toEqual([
    ['Север', true, null],
    ['Анна', true, null],
    ['Борис', true, null],
  ]);
  expect(await facts(north)).toContainEqual(['Анна', true, null]);

  const behind = await pageOf(north, { behind: true, sort: 'deviation' });
  await akb.load({
    'late.csv': ofChain('20.10.2026;РН-1003;К-92;Ларёк;Сеть «Луг»;Мука;1;5000;Вера;Юг;Киров'),
  });
  expect(await chain(north, 'sales')).toEqual([['150', null, '150', 0]]);
  expect(await pageOf(north, { behind: true, sort: 'deviation' })).toEqual(behind);
  expect(await chain(south, 'sales')).toEqual([['300', '5300', '300', 1]]);
  for (const scope of [whole, both]) expect(await chain(scope, 'sales')).toEqual([['450', '5450', '450', 1]]);
  // As closed, his own facts and those of everybody whom nobody sold anything since.
  for (const [at, metric] of metrics.entries())
    expect(await pageOf(north, { metric })).toEqual(closed[readers.indexOf(scopes[0] ?? [])]?.[at]);

  // Boris's figure was made of two teams: it is shown to neither, whose-ever he is today.
  const [boris, team] = [memberOf('rep', 'Борис'), memberOf('team', 'Юг')];
  const moved = { about: 'member', kind: 'team', ids: [boris], member: team, from: '2026-10-01' } as const;
  await application.assign(moved, unseen);
  expect(await facts(south)).toEqual([['Борис', false, null]]);
});

const sumOfFacts = (rows: readonly { readonly fact: string | null }[]): number =>
  rows.reduce((all, { fact }) => all + Math.round(Number(fact ?? 0) * 100), 0);
