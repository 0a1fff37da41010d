import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Refusal } from '../src/domain/problem.ts';
import { prepareImport } from '../src/services/intake/import/prepare-import.ts';
import { undoImport } from '../src/services/intake/import/undo-import.ts';
import { currentVersion, generationList } from '../src/services/ledger/data-version.ts';
import { stateAssignment } from '../src/services/organisation/state-assignment.ts';
import { budget } from './budget.ts';
import { nobody, unseen } from './harness/application.ts';
import { type Installation, newInstallation } from './harness/installation.ts';
import {
  type Import,
  kinds,
  type Line,
  memberOfLine,
  type Named,
  type Row,
  type Said,
  type Statement,
  Tie,
} from './oracle/responsibility.ts';
import { seedOfRun } from './seed.ts';

// Whom every line counts for, against a second telling of the rules, after imports, statements and undos in any order.

const some = <T>(...values: T[]) => fc.constantFrom(...values);
const members = {
  rep: ['Петров', 'Сидорова', 'Орлова'],
  team: ['Север', 'Юг'],
  department: ['Опт', 'Розница'],
  branch: ['Вятка', 'Кама'],
} as const;
/** Each kind is named or not. */
const named: fc.Arbitrary<Named> = fc.record({
  rep: some('', ...members.rep, ...members.rep),
  team: some('', '', ...members.team),
  department: some('', '', '', ...members.department),
  branch: some('', '', ...members.branch),
});
const entity = some('К-1', 'К-2', 'К-3');
const point = some('', 'Т1', 'Т2');
const date = fc
  .record({ month: some('09', '10', '11'), day: some('02', '09', '10', '17', '25') })
  .map(({ month, day }) => `2026-${month}-${day}`);
const days = some('2026-09-20', '2026-10-05', '2026-10-20', '2026-11-12', '2026-11-30');

const many = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 5 });
const rowOf = fc.record({ entity, point, named });
const brought = (what: Partial<Record<keyof Import, fc.Arbitrary<unknown>>>) =>
  fc.record({ day: days, lines: fc.constant([]), cards: fc.constant([]), people: fc.constant([]), ...what });
const sales = brought({ lines: many(fc.record({ entity, point, named, date })) });
const cards = brought({ cards: many(rowOf) });
const imported = fc.oneof(
  { weight: 3, arbitrary: sales },
  { weight: 2, arbitrary: cards },
  {
    weight: 1,
    arbitrary: brought({
      people: many(
        fc.record({
          rep: some(...members.rep),
          team: some(...members.team),
          branch: some('', ...members.branch),
        }),
      ),
    }),
  },
) as fc.Arbitrary<Import>;

const span = fc
  .record({ from: date, to: fc.oneof(fc.constant('2149-06-06'), date) })
  .filter(({ from, to }) => from <= to);
const to = fc.oneof(
  ...kinds.map((kind) =>
    fc.record({ kind: fc.constant(kind), member: some(...members[kind], 'nobody', 'shown') }),
  ),
);
const about = fc.oneof(
  fc.record({ about: some('client', 'legalEntity'), who: fc.array(entity, { minLength: 1, maxLength: 2 }) }),
  fc.record({
    about: fc.constant('deliveryPoint'),
    who: fc.tuple(entity, point).map(([one, at]) => [`${one} ${at}`]),
  }),
);
const aboutMembers = fc
  .tuple(some(0, 1, 2), some(1, 2, 3), some(0, 1, 2))
  .filter(([low, high]) => low < high)
  .chain(([low, high]) =>
    fc.record({
      about: fc.constant('member'),
      who: fc.constantFrom(...members[kinds[low] ?? 'rep']).map((one) => [one]),
      kind: fc.constant(kinds[high]),
      member: some<string>(...members[kinds[high] ?? 'team'], 'nobody', 'shown'),
    }),
  );
const statement = fc
  .tuple(
    fc.oneof(
      fc.tuple(about, to).map(([a, b]) => ({ ...a, ...b })),
      aboutMembers,
    ),
    span,
  )
  .map(([what, when]) => ({ ...what, ...when })) as fc.Arbitrary<Statement>;

type Step = { readonly import: Import } | { readonly state: Statement } | { readonly undo: number };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ import: imported }) },
  { weight: 4, arbitrary: fc.record({ state: statement }) },
  { weight: 2, arbitrary: fc.record({ undo: fc.nat() }) },
);

const cellsOf = ({ rep = '', team = '', department = '', branch = '' }: Named) => [
  rep,
  team,
  department,
  branch,
];
const placeOf = ({ entity: code, point: at }: Row) => [code, code, at, at];
const text = (header: string, rows: readonly (readonly string[])[]) =>
  [header, ...rows.map((row) => row.join(';'))].join('\n');

/** Every line has an amount of its own, which finds it again. */
function fileOf({ lines, cards, people }: Import, amountOf: (line: Line) => number): string {
  if (lines.length > 0)
    return text(
      'Дата отгрузки;Номер документа;Сумма с НДС;Код контрагента;Контрагент;Код точки доставки;Точка доставки;Торговый представитель;Команда;Отдел;Филиал',
      lines.map((line) => [
        ...[line.date.split('-').reverse().join('.'), `РН-${amountOf(line)}`, `${amountOf(line)},00`],
        ...[...placeOf(line), ...cellsOf(line.named)],
      ]),
    );
  if (cards.length > 0)
    return text(
      'Город;Код контрагента;Контрагент;Код точки доставки;Точка доставки;Основной менеджер;Команда;Отдел;Филиал',
      cards.map((card) => ['Киров', ...placeOf(card), ...cellsOf(card.named)]),
    );
  return text(
    'ФИО;Команда;Отдел;Филиал;Должность',
    people.map((row) => [...cellsOf(row), 'ТП']),
  );
}

let installation: Installation;
beforeEach(async () => {
  installation = await newInstallation();
});
afterEach(async () => {
  await installation.remove();
  vi.unstubAllEnvs();
});

async function bring(what: Import, amountOf: (line: Line) => number): Promise<number> {
  vi.stubEnv('AKB_TODAY', what.day);
  const path = join(installation.dataDir, 'файл.csv');
  await writeFile(path, fileOf(what, amountOf));
  const prepared = await prepareImport(installation.stores, [path], {}, nobody, unseen);
  await prepared.apply();
  return prepared.summary.importId;
}

/** False: nobody of the statement is known yet. */
async function state({ about, who, kind, member, from, to }: Statement): Promise<boolean> {
  const { records } = installation.stores;
  const ids = new Map<string, number>();
  for (const { id, name } of await records.db.selectFrom('member').select(['id', 'name']).execute())
    ids.set(name, id);
  for (const { id, name } of await records.db.selectFrom('party').select(['id', 'name']).execute())
    ids.set(name, id);
  for (const { id, key } of await records.db.selectFrom('point').select(['id', 'key']).execute()) {
    const [, code = '', at = ''] = /\|([^|#]*)#(?:implicit|code\|(.*))$/.exec(key) ?? [];
    ids.set(`${code} ${at}`.toUpperCase(), id);
  }
  const units = who.map((one) => ids.get(about === 'deliveryPoint' ? one.toUpperCase() : one) ?? 0);
  const responsible = member === 'nobody' || member === 'shown' ? member : (ids.get(member) ?? 0);
  try {
    await stateAssignment(
      installation.stores,
      { about, ids: units, kind, member: responsible, from, to },
      unseen,
    );
    return true;
  } catch (error) {
    if (error instanceof Refusal && /Unknown$/.test(error.problems[0]?.code ?? '')) return false;
    throw error;
  }
}

/** Members of the lines by their amounts. */
async function linesOfProduct(): Promise<Record<string, Named>> {
  const { records, warehouse } = installation.stores;
  const names = new Map(
    (await records.db.selectFrom('member').select(['id', 'name']).execute()).map(({ id, name }) => [
      id,
      name,
    ]),
  );
  const rows = await warehouse.rows<Record<string, number>>(`
    SELECT toUInt32(amount) AS line, ${kinds.join(', ')} FROM ledger
    WHERE (ym, generation) IN ${generationList(await currentVersion(records))}`);
  return Object.fromEntries(
    rows.map((row) => [
      row.line,
      Object.fromEntries(kinds.map((kind) => [kind, names.get(row[kind] ?? 0) ?? ''])),
    ]),
  );
}

function linesOfOracle(said: Said, amountOf: (line: Line) => number): Record<string, Named> {
  return Object.fromEntries(
    said.imports
      .flatMap(({ lines }) => lines)
      .map((line) => [
        amountOf(line),
        Object.fromEntries(kinds.map((kind) => [kind, memberOfLine(said, line, kind)])),
      ]),
  );
}

async function play(steps: readonly Step[]): Promise<number> {
  const amounts = new Map<Line, number>();
  const amountOf = (line: Line): number => {
    if (!amounts.has(line)) amounts.set(line, amounts.size + 1);
    return amounts.get(line) ?? 0;
  };
  const applied: { id: number; what: Import }[] = [];
  const statements: Statement[] = [];
  let compared = 0;
  for (const [at, one] of steps.entries()) {
    if ('import' in one) applied.push({ id: await bring(one.import, amountOf), what: one.import });
    else if ('state' in one) {
      if (await state(one.state)) statements.push(one.state);
    } else if (applied.length > 0) {
      const [gone] = applied.splice(one.undo % applied.length, 1);
      if (gone) await undoImport(installation.stores, gone.id, unseen);
    }
    const said = { imports: applied.map(({ what }) => what), statements };
    const done = steps.slice(0, at + 1).map((past) => JSON.stringify(past));
    try {
      expect(await linesOfProduct(), done.join('\n')).toEqual(linesOfOracle(said, amountOf));
      compared++;
    } catch (error) {
      if (!(error instanceof Tie)) throw error;
    }
  }
  return compared;
}

test('what is said of a delivery point rules out what follows from its entity', {
  timeout: 300_000,
}, async () => {
  const nothing = { day: '2026-11-12', lines: [], cards: [], people: [] };
  const line = (entity: string, point: string, date: string, named: Named): Line => ({
    entity,
    point,
    date,
    named,
  });
  const card = { entity: 'К-2', point: 'Т2', named: { rep: 'Орлова' } };
  // The entity has a department by its team; the rep of the point is of a team that has none.
  const lines = [
    line('К-1', '', '2026-09-09', { team: 'Юг', department: 'Розница' }),
    line('К-2', 'Т1', '2026-09-10', { team: 'Юг' }),
    line('К-2', 'Т2', '2026-09-17', { rep: 'Орлова' }),
    line('К-2', 'Т2', '2026-09-18', {}),
  ];
  const people = [{ rep: 'Орлова', team: 'Север', branch: 'Кама' }];
  const compared = await play([
    { import: { ...nothing, people } },
    { import: { ...nothing, lines } },
    { import: { ...nothing, cards: [card] } },
    { import: { ...nothing, cards: [{ entity: 'К-2', point: '', named: { rep: 'Петров' } }] } },
  ]);
  expect(compared).toBe(4);
});

test('every line counts for whom cards, lines, people and statements make responsible', {
  timeout: 90 * 60_000,
}, async ({ task }) => {
  const sequences = budget(task, 'sequences', { usual: 1, long: 30 });
  const length = budget(task, 'steps', { usual: 6, long: 14 });
  const seed = seedOfRun();
  // First of all somebody of whom something can be stated.
  const random = fc
    .tuple(
      sales as fc.Arbitrary<Import>,
      cards as fc.Arbitrary<Import>,
      fc.array(step, { minLength: length, maxLength: length }),
    )
    .map(([first, second, rest]): Step[] => [{ import: first }, { import: second }, ...rest]);
  let compared = 0;
  for (const sequence of fc.sample(random, { seed, numRuns: sequences, unbiased: true })) {
    compared += await play(sequence);
    await installation.remove();
    installation = await newInstallation();
  }
  expect(compared).toBeGreaterThanOrEqual((sequences * length) / 2);
});
