import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { folderHolder, type Viewer } from '../src/domain/access.ts';
import type { SetNode } from '../src/domain/sets/customer-set.ts';
import type { Application } from '../src/facade.ts';
import type { CustomerRow } from '../src/services/activity/report.ts';
import { isLongRun } from './budget.ts';
import { newApplication, periodOf, refusalOf, type TestApplication } from './harness/application.ts';
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
}, 120_000);
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
  { timeout: 120_000 },
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
