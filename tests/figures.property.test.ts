import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { today } from '../src/domain/clock.ts';
import { mainMethod } from '../src/domain/method.ts';
import { type Period, parsePeriod } from '../src/domain/period.ts';
import { Refusal } from '../src/domain/problem.ts';
import { customers } from '../src/services/activity/customers.ts';
import { figures } from '../src/services/activity/figures.ts';
import { monthBases } from '../src/services/activity/month-bases.ts';
import type { CustomerRow, CustomerSetName, FigureReport, Figures } from '../src/services/activity/report.ts';
import type { DataVersion } from '../src/services/ledger/data-version.ts';
import { budget } from './budget.ts';
import { type FactsWarehouse, openFacts } from './harness/facts.ts';
import {
  linesOf,
  type RandomLedger,
  type RandomQuestion,
  randomLedger,
  randomMethod,
  randomQuestion,
  randomSpan,
  rulesOf,
  worldOf,
} from './harness/random-ledger.ts';
import { type Answer, answer, type Line, ratio, type SetName, type Span } from './oracle/oracle.ts';
import { calendarSpan, monthsSpan, type NamedSpan } from './oracle/spans.ts';

// Names come from the records, of which there are none here: a customer is his id.
vi.mock('../src/services/activity/dress-units.ts', () => ({ dressUnits: async () => (id: number) => ({ id }) }));

const MINUTES = 60_000;
const LONGEST = 40;
const countUnit = { client: 'client', entity: 'legalEntity', point: 'deliveryPoint' } as const;
const setOfFigure = {
  activeBase: 'active',
  totalBase: 'totalBase',
  inactive: 'inactive',
  prospects: 'prospects',
  new: 'new',
  retained: 'retained',
  reactivated: 'reactivated',
  lost: 'lost',
} as const satisfies Partial<Record<keyof Figures, CustomerSetName & SetName>>;

const periodOf = ({ name }: NamedSpan): Period => {
  const parsed = parsePeriod(name, { today: today() });
  if ('code' in parsed) throw new Error(`${parsed.code}: ${name}`);
  return parsed;
};

let base: FactsWarehouse;
beforeAll(async () => {
  base = await openFacts();
});
afterAll(() => base.close());

const load = (ledger: RandomLedger): Promise<DataVersion> => base.load(ledger.facts, ledger.dimensions);

const ask = (version: DataVersion, { span, unit, by, scope, method }: RandomQuestion): Promise<FigureReport> =>
  figures(base.stores, {
    version,
    method,
    unit: countUnit[unit],
    period: periodOf(span),
    scope,
    ...(by !== undefined && { by }),
  });

async function list(version: DataVersion, question: RandomQuestion, set: CustomerSetName, member?: string): Promise<CustomerRow[]> {
  const { span, unit, by, scope, method } = question;
  const slice = by !== undefined && member !== undefined ? { slice: { dimension: by, member } } : {};
  const rows = customers(base.stores, { version, method, unit: countUnit[unit], period: periodOf(span), scope, set, ...slice });
  return Array.fromAsync(rows);
}

const idsOf = (rows: readonly CustomerRow[]): string[] => rows.map((row) => String(row.id)).sort();

/** What the oracle knows, written as the product writes it. */
function asFigures(found: Answer, organisation: boolean): Figures {
  const { sets, sales, salesExVat, documents, skuPairs, prospectsKnown } = found;
  const size = (name: SetName): number => sets[name].size;
  const over = (dividend: number | null, divisor: number | null, places: number): string | null =>
    dividend === null || divisor === null ? null : ratio(dividend, divisor, places);
  const money = (value: number | null): string | null => over(value, 10_000, 2);
  return {
    activeBase: size('active'),
    totalBase: size('totalBase'),
    inactive: size('inactive'),
    prospects: prospectsKnown ? size('prospects') : null,
    coverage: over(size('active'), size('totalBase'), 4),
    new: size('new'),
    retained: size('retained'),
    reactivated: size('reactivated'),
    lost: size('lost'),
    ...(organisation && { transferredIn: size('transferredIn'), transferredOut: size('transferredOut') }),
    sales: money(sales),
    salesExVat: money(salesExVat),
    documents,
    avgCheck: over(sales, documents === null ? null : documents * 10_000, 2),
    avgPerClient: over(sales, size('active') * 10_000, 2),
    frequency: over(documents, size('active'), 4),
    skuPairs,
    avgSkuPerClient: over(skuPairs, size('active'), 4),
  };
}

/** A month of which only the total is known must not be cut, neither by the period nor by the one it is compared to. */
function isTooFine(lines: readonly Line[], spans: readonly Span[]): boolean {
  const monthsOfTotals = new Set(lines.filter((line) => line.kind === 'monthTotal').map((line) => line.date.slice(0, 7)));
  return spans.some(({ from, to }) => {
    const nextDay = new Date(Date.parse(to) + 86_400_000).toISOString();
    return (
      (from.slice(8) !== '01' && monthsOfTotals.has(from.slice(0, 7))) ||
      (nextDay.slice(8, 10) !== '01' && monthsOfTotals.has(to.slice(0, 7)))
    );
  });
}

/** Throws where product and oracle disagree on a question. */
async function compare(ledger: RandomLedger, version: DataVersion, question: RandomQuestion): Promise<void> {
  const { span, unit, by, scope, method } = question;
  const lines = linesOf(ledger);
  const world = worldOf(ledger);
  const truth = answer(lines, rulesOf(method), world, {
    unit,
    period: span.period,
    previous: span.previous,
    scope,
    ...(by !== undefined && { by }),
  });
  if (isTooFine(lines, [span.period, span.previous])) {
    await expect(ask(version, question)).rejects.toThrow('finerThanMonth');
    return;
  }
  const report = await ask(version, question);
  expect(report.period, 'period').toMatchObject(span.period);
  expect(report.figures, 'whole').toEqual(asFigures(truth.whole, false));
  if (by !== undefined) {
    const rows = Object.fromEntries((report.rows ?? []).map((row) => [row.key.code, row.figures]));
    const members = [...truth.members].map(([member, found]) => [member, asFigures(found, by === 'rep')]);
    expect(rows, `rows by ${by}`).toEqual(Object.fromEntries(members));
    expect(report.total, 'total').toEqual(report.figures);
  }
  const { set, member } = pickList(question, truth.members);
  const found = member === undefined ? truth.whole : truth.members.get(member);
  if (found !== undefined && (set !== 'prospects' || found.prospectsKnown)) await compareList(version, question, set, member, found);
}

const listedSets = [...Object.values(setOfFigure), 'sales'] as const;

/** The list that a question opens: of the whole or of one member. */
function pickList({ list, by }: RandomQuestion, members: ReadonlyMap<string, Answer>) {
  const set = listedSets[list % listedSets.length] ?? 'active';
  if (by === undefined || list % 3 === 0) return { set, member: undefined };
  return { set, member: [...members.keys()].sort()[list % Math.max(members.size, 1)] };
}

async function compareList(
  version: DataVersion,
  question: RandomQuestion,
  set: CustomerSetName & SetName,
  member: string | undefined,
  found: Answer,
): Promise<void> {
  const rows = await list(version, question, set, member);
  expect(idsOf(rows), `${set} of ${member ?? 'all'}`).toEqual([...found.sets[set]].sort());
  if (set !== 'sales' || found.sales === null) return;
  const kopecks = rows.reduce((sum, row) => sum + Math.round(Number(row.sales ?? 0) * 100), 0);
  // Each row is rounded by itself.
  expect(Math.abs(kopecks - found.sales / 100), 'Σ sales').toBeLessThanOrEqual(rows.length / 2);
}

/** Drops lines while the two still disagree, so that the message shows a ledger one can read. */
async function smallest(ledger: RandomLedger, question: RandomQuestion): Promise<RandomLedger> {
  let least = ledger;
  for (let index = 0; index < least.facts.length; ) {
    const fewer = { ...least, facts: least.facts.filter((_, at) => at !== index) };
    const fails = fewer.facts.length > 0 && (await compare(fewer, await load(fewer), question).then(() => false, () => true));
    if (fails) least = fewer;
    else index++;
  }
  return least;
}

async function counterexample(ledger: RandomLedger, question: RandomQuestion, seed: number): Promise<Error> {
  const { facts, dimensions } = await smallest(ledger, question);
  const reason = await compare({ facts, dimensions }, await load({ facts, dimensions }), question).catch((error) => error);
  const lines = facts.map((one) => JSON.stringify(one)).join('\n');
  const points = new Set(facts.map((one) => one.point));
  const told = [
    `seed ${seed}`, JSON.stringify(question), lines,
    ...dimensions.points.filter((point) => points.has(point.id)).map((point) => JSON.stringify(point)),
  ];
  return new Error(`${reason}\n${told.join('\n')}`, { cause: reason });
}

describe('figures and lists of random ledgers', () => {
  test('are those that going through all lines by the text of the rules gives', { timeout: 90 * MINUTES }, async ({ task }) => {
    const ledgers = budget(task, 'ledgers', { usual: 60, long: 250 });
    const questions = budget(task, 'queries', { usual: 40, long: 40 });
    const seed = Number(process.env.AKB_TEST_SEED ?? Math.trunc(Math.random() * 2 ** 31));
    for (const [index, ledger] of fc.sample(randomLedger(LONGEST), { seed, numRuns: ledgers, unbiased: true }).entries()) {
      const version = await load(ledger);
      for (const question of fc.sample(randomQuestion, { seed: seed + index, numRuns: questions, unbiased: true }))
        await compare(ledger, version, question).catch(async () => {
          throw await counterexample(ledger, question, seed);
        });
    }
  });
});
