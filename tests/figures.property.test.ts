import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { today } from '../src/domain/clock.ts';
import { mainMethod } from '../src/domain/method.ts';
import { type Period, parsePeriod } from '../src/domain/period.ts';
import { wholeCompany } from '../src/domain/scope.ts';
import { customers } from '../src/services/activity/customers.ts';
import { figures } from '../src/services/activity/figures.ts';
import { monthBases } from '../src/services/activity/month-bases.ts';
import type { CustomerRow, CustomerSetName, FigureReport, Figures } from '../src/services/activity/report.ts';
import type { DataVersion } from '../src/services/ledger/data-version.ts';
import { budget } from './budget.ts';
import { asFigures, countUnit } from './harness/as-figures.ts';
import { type FactsWarehouse, openFacts } from './harness/facts.ts';
import {
  linesOf,
  type RandomLedger,
  type RandomQuestion,
  randomLedger,
  randomQuestion,
  rulesOf,
  worldOf,
} from './harness/random-ledger.ts';
import { answer } from './oracle/members.ts';
import { calendarSpan, monthsSpan, type NamedSpan, type Span } from './oracle/spans.ts';
import type { Answer, Line, SetName } from './oracle/terms.ts';
import { seedOfRun } from './seed.ts';

const MINUTES = 60_000;
/** Lines of the longest ledger. */
const LONGEST = 40;

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

const ask = (
  version: DataVersion,
  { span, unit, by, scope, method }: RandomQuestion,
): Promise<FigureReport> =>
  figures(base.stores, {
    version,
    method,
    unit: countUnit[unit],
    period: periodOf(span),
    history: scope,
    scope: wholeCompany,
    ...(by !== undefined && { by }),
  });

async function list(
  version: DataVersion,
  question: RandomQuestion,
  set: CustomerSetName,
  member?: string,
): Promise<CustomerRow[]> {
  const { span, unit, by, scope, method } = question;
  const slice = by !== undefined && member !== undefined ? { slice: { dimension: by, member } } : {};
  const rows = customers(base.stores, {
    version,
    method,
    unit: countUnit[unit],
    period: periodOf(span),
    history: scope,
    scope: wholeCompany,
    set,
    ...slice,
  });
  return Array.fromAsync(rows);
}

const idsOf = (rows: readonly CustomerRow[]): string[] => rows.map((row) => String(row.id)).sort();

/** A month of which only the total is known must not be cut, neither by the period nor by the one it is compared to. */
function isTooFine(lines: readonly Line[], spans: readonly Span[]): boolean {
  const monthsOfTotals = new Set(
    lines.filter((line) => line.kind === 'monthTotal').map((line) => line.date.slice(0, 7)),
  );
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
  expect(report.figures, 'whole').toEqual(asFigures(truth.whole, false, method));
  checkBridge(report.figures, method);
  if (by !== undefined) {
    for (const row of report.rows ?? []) checkBridge(row.figures, method);
    const rows = Object.fromEntries((report.rows ?? []).map((row) => [row.key.code, row.figures]));
    const members = [...truth.members].map(([member, found]) => [
      member,
      asFigures(found, by === 'rep', method),
    ]);
    expect(rows, `rows by ${by}`).toEqual(Object.fromEntries(members));
    expect(report.total, 'total').toEqual(report.figures);
  }
  if (question.list === null) return;
  const { set, member } = pickList(question.list, truth.members);
  const found = member === undefined ? truth.whole : truth.members.get(member);
  if (found !== undefined && (set !== 'prospects' || found.prospectsKnown))
    await compareList(version, question, set, member, found);
}

function pickList(
  { set, member }: NonNullable<RandomQuestion['list']>,
  members: ReadonlyMap<string, Answer>,
) {
  if (member === null || members.size === 0) return { set, member: undefined };
  return { set, member: [...members.keys()].sort()[member % members.size] };
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
    const fails =
      fewer.facts.length > 0 &&
      (await compare(fewer, await load(fewer), question).then(
        () => false,
        () => true,
      ));
    if (fails) least = fewer;
    else index++;
  }
  return least;
}

async function counterexample(ledger: RandomLedger, question: RandomQuestion, seed: number): Promise<Error> {
  const { facts, dimensions } = await smallest(ledger, question);
  const reason = await compare({ facts, dimensions }, await load({ facts, dimensions }), question).catch(
    (error) => error,
  );
  const lines = facts.map((one) => JSON.stringify(one)).join('\n');
  const points = new Set(facts.map((one) => one.point));
  const told = [
    `seed ${seed}`,
    JSON.stringify(question),
    lines,
    ...dimensions.points.filter((point) => points.has(point.id)).map((point) => JSON.stringify(point)),
  ];
  return new Error(`${reason}\n${told.join('\n')}`, { cause: reason });
}

/** АКБ is made up of its parts. A quantity below zero beside an amount above it can break any threshold of quantity. */
function checkBridge(found: Figures, { thresholds }: RandomQuestion['method']): void {
  const { activeBase, retained, reactivated, transferredIn = 0 } = found;
  if (thresholds.quantity === undefined)
    expect(activeBase).toBe(retained + found.new + reactivated + transferredIn);
}

const ledgersOf = (seed: number, count: number): RandomLedger[] =>
  fc.sample(randomLedger(LONGEST), { seed, numRuns: count, unbiased: true });
const questionsOf = (seed: number, count: number): RandomQuestion[] =>
  fc.sample(randomQuestion, { seed, numRuns: count, unbiased: true });

describe('figures and lists of random ledgers', () => {
  test('are those that going through all lines by the text of the rules gives', {
    timeout: 90 * MINUTES,
  }, async ({ task }) => {
    const ledgers = budget(task, 'ledgers', { usual: 1, long: 60 });
    const questions = budget(task, 'queries', { usual: 25, long: 40 });
    const seed = seedOfRun();
    for (const [index, ledger] of ledgersOf(seed, ledgers).entries()) {
      const version = await load(ledger);
      await compareMonths(ledger, version);
      for (const question of questionsOf(seed + index, questions))
        await compare(ledger, version, question).catch(async () => {
          throw await counterexample(ledger, question, seed);
        });
    }
  });

  test('obey the identities of the rules', { timeout: 30 * MINUTES }, async ({ task }) => {
    const ledgers = budget(task, 'ledgers', { usual: 1, long: 60 });
    const seed = seedOfRun();
    for (const [index, ledger] of ledgersOf(seed, ledgers).entries()) {
      // A ledger that knows a month's total only refuses some of the questions below.
      if (ledger.facts.some((fact) => fact.kind === 'monthTotal')) continue;
      const version = await load(ledger);
      for (const question of questionsOf(seed + index, 4))
        await checkIdentities(version, question).catch((error) => {
          throw new Error(`seed ${seed}\n${JSON.stringify(question)}\n${error.message}`, { cause: error });
        });
    }
  });
});

/** АКБ of single months by all units, as imports show it. */
async function compareMonths(ledger: RandomLedger, version: DataVersion): Promise<void> {
  const question = { method: mainMethod, by: undefined, scope: 'slice' } as const;
  const found = await monthBases(base.stores, version, [202608, 202609, 202610, 202611]);
  for (const month of ['2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01']) {
    const { period, previous } = calendarSpan(1, month);
    const active = (unit: RandomQuestion['unit']) =>
      answer(linesOf(ledger), rulesOf(question.method), worldOf(ledger), {
        unit,
        period,
        previous,
        scope: 'slice',
      }).whole.sets.active.size;
    expect(
      found.get(Number(month.slice(0, 7).replace('-', ''))) ?? {
        client: 0,
        legalEntity: 0,
        deliveryPoint: 0,
      },
    ).toEqual({
      client: active('client'),
      legalEntity: active('entity'),
      deliveryPoint: active('point'),
    });
  }
}

/** Counting rules, §3: each of them on the product's own answers. Those marked there hold without thresholds only. */
async function checkIdentities(version: DataVersion, given: RandomQuestion): Promise<void> {
  const method = {
    ...given.method,
    thresholds: {},
    totalBase: 'everBought',
    attribution: 'document',
  } as const;
  const span = calendarSpan(1, given.span.period.to);
  const before = calendarSpan(1, span.previous.from);
  const question = { ...given, method, span };
  const [now, then, both] = [
    await ask(version, question),
    await ask(version, { ...question, span: before }),
    await ask(version, { ...question, span: monthsSpan(2, before.period.from) }),
  ];
  const active = async (of: RandomQuestion, member?: string) =>
    new Set(idsOf(await list(version, of, 'active', member)));
  const organisation = given.by === 'rep';

  const all: [Figures, Figures, Figures] = [now.figures, then.figures, both.figures];
  const parts = [all, ...members(now, then, both)];
  for (const [here, earlier, together] of parts) {
    // АКБ(P−1) = retained + lost, and who left for another member.
    // Whoever has not bought yet is of who is responsible today, not of whose he was.
    if (here === now.figures || !organisation || !now.open)
      expect(earlier.activeBase).toBe(here.retained + here.lost + (here.transferredOut ?? 0));
    // ОКБ(P) = ОКБ(P−1) + new, in a slice against its own past.
    if (here === now.figures || (given.scope === 'slice' && !organisation))
      expect(here.totalBase).toBe(Number(earlier.totalBase) + here.new);
    // АКБ(A∪B) ≤ АКБ(A) + АКБ(B); a longer period ⊇ each of its parts.
    expect(together.activeBase).toBeLessThanOrEqual(here.activeBase + earlier.activeBase);
    expect(together.activeBase).toBeGreaterThanOrEqual(Math.max(here.activeBase, earlier.activeBase));
    expect(here.activeBase).toBeLessThanOrEqual(Number(here.totalBase));
  }

  const whole = await active(question);
  const ofBoth = await active({ ...question, span: monthsSpan(2, before.period.from) });
  expect([...ofBoth]).toEqual(expect.arrayContaining([...whole]));
  if (given.by !== undefined) {
    // Every slice ⊆ total = ∪ of all slices.
    const slices = await Promise.all((now.rows ?? []).map((row) => active(question, row.key.code)));
    expect(new Set(slices.flatMap((slice) => [...slice]))).toEqual(whole);
  }
  // АКБ(client) ≤ АКБ(entity) ≤ АКБ(point).
  const { by: _, ...undivided } = question;
  const [clients = 0, entities = 0, points = 0] = await Promise.all(
    (['client', 'entity', 'point'] as const).map(
      async (unit) => (await ask(version, { ...undivided, by: undefined, unit })).figures.activeBase,
    ),
  );
  expect(clients).toBeLessThanOrEqual(entities);
  expect(entities).toBeLessThanOrEqual(points);
}

const nobodyThere = { activeBase: 0, totalBase: 0, new: 0, retained: 0, lost: 0 } as Figures;

/** Figures of each member in several reports; a member that a report lacks has no one. */
function members(
  ...reports: readonly [FigureReport, FigureReport, FigureReport]
): [Figures, Figures, Figures][] {
  const codes = new Set(reports.flatMap((report) => (report.rows ?? []).map((row) => row.key.code)));
  const of = (report: FigureReport, code: string): Figures =>
    report.rows?.find((row) => row.key.code === code)?.figures ?? nobodyThere;
  const [now, then, both] = reports;
  return [...codes].map((code) => [of(now, code), of(then, code), of(both, code)]);
}
