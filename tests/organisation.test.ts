import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { AssignmentKind } from '../src/domain/dated-facts.ts';
import type { Dimension } from '../src/domain/dimensions.ts';
import type { NewStatement } from '../src/domain/statement.ts';
import type { CountUnit } from '../src/domain/units.ts';
import { isLongRun } from './budget.ts';
import {
  customersOf,
  newApplication,
  newServerApplication,
  refusalOf,
  reportsOf,
  type TestApplication,
  unseen,
} from './harness/application.ts';

// Who is responsible by the word of somebody, by cards of delivery points, and through the organisation
// (docs/counting.md, §6).

let akb: TestApplication;
const renew = async () => {
  await akb?.remove();
  akb = await newApplication();
};
afterAll(() => akb.remove());
afterEach(() => vi.unstubAllEnvs());

/** A file with these columns; cells are separated by blanks, `-` is an empty one. */
const file = (header: string, ...rows: readonly string[]): string =>
  [
    header,
    ...rows.map((row) =>
      row
        .split(' ')
        .map((cell) => (cell === '-' ? '' : cell))
        .join(';'),
    ),
  ].join('\n');

const shipments = (columns: string, ...rows: readonly string[]): string =>
  file(
    `Дата отгрузки;Номер документа;Код контрагента;Контрагент;Номенклатура;Количество;Сумма с НДС${columns}`,
    ...rows.map((row, at) => {
      const [day, code, ...more] = row.split(' ');
      return [`${day}.2026`, `РН-${at + 1}`, code, code, 'Молоко', '1', '100,00', ...more].join(' ');
    }),
  );

async function load(day: string, files: Record<string, string>) {
  vi.stubEnv('AKB_TODAY', `2026-${day}`);
  return await akb.load(files);
}

/** АКБ of days (`11-01..11-09`) or a month by name of the member, '' where nobody is known. */
async function by(dimension: Dimension, period: string, unit: CountUnit = 'client'): Promise<object> {
  const dated = period
    .split('..')
    .map((part) => `2026-${part}`)
    .join('..');
  const [report] = await reportsOf(akb.application, [dated], { by: dimension, unit });
  const rows = (report?.rows ?? []).filter(({ figures }) => figures.activeBase > 0);
  return Object.fromEntries(
    rows.map(({ key, figures }) => [key.code === '' ? '' : key.name, figures.activeBase]),
  );
}

async function member(name: string): Promise<number> {
  const { members } = await akb.application.organisation();
  const found = members.find((one) => one.name === name);
  if (found === undefined) throw new Error(`${name} is not in the organisation`);
  return found.id;
}

/** Ids of the units that were active in the year, by code. */
async function units(unit: CountUnit): Promise<Record<string, number>> {
  const rows = await customersOf(akb, '2026', { unit });
  return Object.fromEntries(rows.map(({ code, id }) => [code, id]));
}

/** States it and returns the months that were built anew. */
async function assign(
  about: CountUnit,
  names: readonly string[],
  to: string,
  [from, until]: readonly [from: string, until?: string],
  kind: AssignmentKind = 'rep',
): Promise<string[]> {
  const known = await units(about);
  const { effect } = await akb.application.assign(
    {
      ...{ about, kind, from },
      ids: names.map((name) => known[name] ?? 0),
      member: to === 'nobody' || to === 'shown' ? to : await member(to),
      ...(until !== undefined && { to: until }),
    },
    unseen,
  );
  return effect.map(({ month }) => month);
}

describe('a stated assignment', () => {
  beforeAll(async () => {
    await renew();
    await load('11-20', {
      'продажи.csv': shipments(
        ';Торговый представитель',
        '10.09 Астра -',
        '11.09 Лютик Орлова',
        '12.10 Астра -',
        '20.10 Астра -',
        '05.11 Астра -',
        '06.11 Лютик -',
      ),
      'клиенты.csv': file(
        'Код;Наименование;Город;Основной менеджер',
        'Астра Астра Киров Петров',
        'Лютик Лютик Киров Петров',
      ),
    });
  });

  test('counts from its first day; the months before are left alone', async () => {
    expect(await assign('legalEntity', ['Астра'], 'Орлова', ['2026-10-15'])).toEqual(['2026-10', '2026-11']);
    expect(await by('rep', '09')).toEqual({ Петров: 1, Орлова: 1 });
    expect(await by('rep', '10-01..10-14')).toEqual({ Петров: 1 });
    expect(await by('rep', '10-15..10-31')).toEqual({ Орлова: 1 });
    expect(await by('rep', '11')).toEqual({ Орлова: 2 });
  });

  test('until further notice it counts before later cards and lines', async () => {
    const { importId } = await load('11-21', {
      'клиенты.csv': file('Код;Наименование;Город;Основной менеджер', 'Астра Астра Киров Петров'),
      'ещё.csv': shipments(';Торговый представитель', '25.11 Астра Петров', '26.11 Астра -').replaceAll(
        'РН',
        'СФ',
      ),
    });
    expect(await by('rep', '11-26..11-30')).toEqual({ Орлова: 1 });
    expect(await by('rep', '11-25')).toEqual({ Петров: 1 });
    await akb.undo(importId);
    expect(await by('rep', '11')).toEqual({ Орлова: 2 });
  });

  test('gives way to a later word on its days, and counts again after them', async () => {
    expect(await assign('legalEntity', ['Астра'], 'nobody', ['2026-11-01', '2026-11-04'])).toEqual([]);
    expect(await assign('legalEntity', ['Астра'], 'nobody', ['2026-11-05', '2026-11-05'])).toEqual([
      '2026-11',
    ]);
    expect(await by('rep', '11')).toEqual({ '': 1, Орлова: 1 });
    const { responsible } = await akb.application.assignments(
      'legalEntity',
      (await units('legalEntity')).Астра ?? 0,
    );
    expect(responsible.map(({ since, member: one }) => [since, one?.name ?? null])).toEqual([
      ['1970-01-01', 'Петров'],
      ['2026-10-15', 'Орлова'],
      ['2026-11-01', null],
      ['2026-11-06', 'Орлова'],
    ]);
  });

  test('is taken back by «as cards and lines show»', async () => {
    await assign('legalEntity', ['Астра'], 'shown', ['2026-01-01']);
    expect([await by('rep', '10'), await by('rep', '11')]).toEqual([{ Петров: 1 }, { Петров: 1, Орлова: 1 }]);
  });

  test('of a client counts for his legal entities, of a nearer unit before it', async () => {
    expect(await assign('client', ['Лютик'], 'Петров', ['2026-11-01'])).toEqual(['2026-11']);
    expect(await by('rep', '11')).toEqual({ Петров: 2 });
    await assign('legalEntity', ['Астра'], 'Орлова', ['2026-11-01']);
    expect(await assign('client', ['Астра', 'Лютик'], 'Петров', ['2026-11-01'])).toEqual([]);
    expect(await by('rep', '11')).toEqual({ Орлова: 1, Петров: 1 });
  });

  test('shows in the list of customers on its day', async () => {
    const rows = await customersOf(akb, '2026-11');
    expect(Object.fromEntries(rows.map(({ name, manager }) => [name, manager]))).toEqual({
      Астра: 'Орлова',
      Лютик: 'Петров',
    });
  });

  test('is told with the customer, in the order in which it was said', async () => {
    const { Лютик: id = 0 } = await units('client');
    const { stated } = await akb.application.assignments('client', id);
    expect(
      stated.map(({ about, member: one, from, to }) => [
        about,
        typeof one === 'string' ? one : one.name,
        from,
        to,
      ]),
    ).toEqual([
      ['client', 'Петров', '2026-11-01', null],
      ['client', 'Петров', '2026-11-01', null],
    ]);
  });

  test('that cannot be is refused, and nothing changes', async () => {
    const { dataVersion } = await akb.application.dataState();
    const { Астра: id = 0 } = await units('client');
    const good: NewStatement = {
      about: 'client',
      ids: [id],
      kind: 'rep',
      member: 'nobody',
      from: '2026-11-01',
    };
    const refused = async (change: Partial<NewStatement>) =>
      (await refusalOf(akb.application.assign({ ...good, ...change }, unseen)))[0];
    expect(await refused({ ids: [] })).toMatchObject({ code: 'assignmentOfNobody' });
    expect(await refused({ ids: [id, 4_000_000] })).toMatchObject({
      code: 'assignmentUnitsUnknown',
      params: { count: 1, first: '4000000' },
    });
    expect(await refused({ from: '2026-02-30' })).toMatchObject({ code: 'assignmentDates' });
    expect(await refused({ to: '2026-10-31' })).toMatchObject({ code: 'assignmentDates' });
    const petrov = await member('Петров');
    expect(await refused({ kind: 'team', member: petrov })).toMatchObject({
      code: 'assignmentMemberUnknown',
    });
    expect(await refused({ about: 'member', ids: [petrov], member: petrov })).toMatchObject({
      code: 'assignmentUnitsUnknown',
    });
    expect((await akb.application.dataState()).dataVersion).toBe(dataVersion);
  });
});

describe('a client of several legal entities', () => {
  const lines = shipments(
    ';Холдинг',
    ...['10.09 Роза Луг', '10.10 Роза Луг', '11.10 Мак Луг', '12.10 Лён -'],
  );
  beforeAll(renew);

  test('hands on what is stated of him to all of them, but to those of whom something is stated', async () => {
    await load('10-20', {
      'продажи.csv': lines,
    });
    await load('10-20', {
      'клиенты.csv': file(
        'Код;Наименование;Город;Основной менеджер',
        'Лён Лён Киров Петров',
        'Ива Ива Киров Орлова',
      ),
    });
    const [group] = (await customersOf(akb, '2026')).filter(({ name }) => name === 'Луг');
    const { effect } = await akb.application.assign(
      {
        about: 'client',
        ids: [group?.id ?? 0],
        kind: 'rep',
        member: await member('Петров'),
        from: '2026-10-01',
      },
      unseen,
    );
    expect(effect.map(({ month }) => month)).toEqual(['2026-10']);
    expect(await by('rep', '10', 'legalEntity')).toEqual({ Петров: 3 });
    await assign('legalEntity', ['Мак'], 'Орлова', ['2026-10-01']);
    expect(await by('rep', '10', 'legalEntity')).toEqual({ Петров: 2, Орлова: 1 });
    expect(await by('rep', '09', 'legalEntity')).toEqual({ '': 1 });
    const { responsible, stated } = await akb.application.assignments('client', group?.id ?? 0);
    expect(responsible.map(({ member: one }) => one?.name).sort()).toEqual(['Орлова', 'Петров']);
    expect(stated.map(({ about }) => about)).toEqual(['client', 'legalEntity']);
  });

  test('hands it on to one that joins him; what was stated of that one alone stays with him alone', async () => {
    await assign('client', ['Лён'], 'Орлова', ['2026-10-12', '2026-10-12']);
    const joined = {
      'вошёл.csv': shipments(';Холдинг', '13.10 Лён Луг', '14.10 Лён Луг').replaceAll('РН', 'СФ'),
    };
    const { importId } = await load('10-21', joined);
    expect(await by('rep', '10-10..10-11', 'legalEntity')).toEqual({ Петров: 1, Орлова: 1 });
    expect(await by('rep', '10-12', 'legalEntity')).toEqual({ Орлова: 1 });
    expect(await by('rep', '10-13..10-14', 'legalEntity')).toEqual({ Петров: 1 });
    await akb.undo(importId);
    expect(await by('rep', '10', 'legalEntity')).toEqual({ Петров: 1, Орлова: 2 });
  });
});

describe('what is stated of a customer whom an import brought', () => {
  test('waits while that import is undone', async () => {
    await renew();
    const files = { 'продажи.csv': shipments(';Торговый представитель', '10.10 Роза -', '11.10 Мак Петров') };
    const { importId } = await load('10-20', files);
    await assign('client', ['Роза'], 'Петров', ['2026-10-01']);
    expect(await by('rep', '10')).toEqual({ Петров: 2 });
    await akb.undo(importId);
    await load('10-20', files);
    expect(await by('rep', '10')).toEqual({ Петров: 2 });
  });
});

describe('a delivery point', () => {
  const header = 'Код контрагента;Контрагент;Город;Код точки доставки;Точка доставки;Основной менеджер';
  const lines = shipments(
    ';Код точки доставки;Точка доставки',
    '10.09 Луг Т1 Склад',
    '11.09 Луг Т2 Кафе',
    '12.09 Луг - -',
    '12.10 Луг Т1 Склад',
    '13.10 Луг Т2 Кафе',
  );
  beforeAll(renew);

  test('has the manager that a card names for it, and its legal entity nobody where two are named', async () => {
    await load('10-20', {
      'продажи.csv': lines,
      'точки.csv': file(header, 'Луг Луг Киров Т1 Склад Петров', 'Луг Луг Киров Т2 Кафе Сидорова'),
    });
    expect(await by('rep', '09', 'deliveryPoint')).toEqual({ Петров: 1, Сидорова: 1, '': 1 });
  });

  test('has another one from the day of a later card, and the first one again when that is undone', async () => {
    const { importId, effect } = await load('10-13', {
      'точки.csv': file(header, 'Луг Луг Киров Т1 Склад Сидорова', 'Луг Луг Киров Т2 Кафе Сидорова'),
    });
    // Said later, though the clock was put back: the card of 20 October is corrected.
    expect(effect.map(({ month }) => month)).toEqual(['2026-09', '2026-10']);
    expect(await by('rep', '10', 'deliveryPoint')).toEqual({ Сидорова: 2 });
    await akb.undo(importId);
    expect(await by('rep', '09', 'deliveryPoint')).toEqual({ Петров: 1, Сидорова: 1, '': 1 });
  });

  test('inherits what is stated for its legal entity, unless something is stated for the point itself', async () => {
    await assign('deliveryPoint', ['Т2'], 'Петров', ['2026-10-13', '2026-10-13']);
    expect(await by('rep', '10', 'deliveryPoint')).toEqual({ Петров: 2 });
    expect(await assign('legalEntity', ['Луг'], 'Сидорова', ['2026-10-01'])).toEqual(['2026-10']);
    expect(await by('rep', '10', 'deliveryPoint')).toEqual({ Сидорова: 1, Петров: 1 });
    expect(await by('rep', '09', 'deliveryPoint')).toEqual({ Петров: 1, Сидорова: 1, '': 1 });
    const { Т2: id = 0 } = await units('deliveryPoint');
    const { responsible, stated } = await akb.application.assignments('deliveryPoint', id);
    expect(
      responsible.map(({ deliveryPoint, since, member: one }) => [deliveryPoint === id, since, one?.name]),
    ).toEqual([
      [false, '2026-10-01', 'Сидорова'],
      [true, '1970-01-01', 'Сидорова'],
      [true, '2026-10-13', 'Петров'],
      [true, '2026-10-14', 'Сидорова'],
    ]);
    expect(stated.map(({ about }) => about)).toEqual(['deliveryPoint', 'legalEntity']);
  });

  test('whose cards all name one manager gives him to the legal entity too', async () => {
    await renew();
    await load('10-20', {
      'продажи.csv': lines,
      'точки.csv': file(header, 'Луг Луг Киров Т1 Склад Петров', 'Луг Луг Киров Т2 Кафе Петров'),
    });
    expect(await by('rep', '09', 'deliveryPoint')).toEqual({ Петров: 3 });
  });
});

describe('the organisation', () => {
  const columns = ';Торговый представитель;Команда;Филиал';
  beforeAll(async () => {
    await renew();
    await load('11-20', {
      'продажи.csv': shipments(
        columns,
        '01.09 Астра Петров Север Вятка',
        '02.09 Лютик Петров - -',
        '03.09 Клевер Сидорова Юг Кама',
        '05.10 Астра Петров Юг Кама',
        '06.10 Лютик Петров - -',
        '07.10 Клевер Сидорова - -',
        '05.11 Лютик Петров - -',
        '06.11 Мята - - -',
      ),
    });
    await load('11-20', {
      'клиенты.csv': file('Код;Наименование;Город;Основной менеджер', 'Мята Мята Киров Сидорова'),
    });
  });

  const tree = async (day: string): Promise<Record<string, string | undefined>> => {
    const { members } = await akb.application.organisation(day);
    const nameOf = new Map(members.map(({ id, name }) => [id, name]));
    return Object.fromEntries(members.map(({ name, parent }) => [name, nameOf.get(parent ?? 0)]));
  };

  test('is what rows show: who is named with a team belongs to it, from that day on', async () => {
    expect(await tree('2026-09-15')).toEqual({
      ...{ Вятка: undefined, Кама: undefined, Север: 'Вятка', Юг: 'Кама' },
      ...{ Петров: 'Север', Сидорова: 'Юг' },
    });
    expect(await tree('2026-10-05')).toMatchObject({ Петров: 'Юг', Север: 'Вятка' });
  });

  test('gives a line that names a rep his team and branch of its day', async () => {
    expect(await by('team', '09')).toEqual({ Север: 2, Юг: 1 });
    expect(await by('branch', '09')).toEqual({ Вятка: 2, Кама: 1 });
    expect(await by('branch', '10')).toEqual({ Кама: 3 });
  });

  test('gives a customer whose card names a rep the team and the branch of the rep', async () => {
    expect(await by('team', '11')).toEqual({ Юг: 2 });
    expect(await by('branch', '11')).toEqual({ Кама: 2 });
  });

  test('takes back what an undone import showed, and shows it again with the same import', async () => {
    const files = { 'сентябрь.csv': shipments(columns, '01.09 Астра Петров Юг Кама') };
    const { importId, effect } = await load('11-21', files);
    expect(effect.map(({ month }) => month)).toEqual(['2026-09']);
    expect(await by('branch', '09')).toEqual({ Кама: 3 });
    expect(await tree('2026-09-15')).toMatchObject({ Петров: 'Юг' });
    await akb.undo(importId);
    expect(await by('branch', '09')).toEqual({ Вятка: 2, Кама: 1 });
    expect(await tree('2026-09-15')).toMatchObject({ Петров: 'Север' });
  });

  test('follows a list of people from the day of its import, until that is undone', async () => {
    const people = file('ФИО;Команда;Должность', 'Сидорова Север ТП');
    const { importId } = await load('11-05', { 'сотрудники.csv': people });
    expect(await tree('2026-11-04')).toMatchObject({ Сидорова: 'Юг' });
    expect(await tree('2026-11-05')).toMatchObject({ Сидорова: 'Север' });
    expect(await by('team', '11')).toEqual({ Север: 1, Юг: 1 });
    expect(await by('team', '10')).toEqual({ Юг: 3 });
    await akb.undo(importId);
    expect(await by('team', '11')).toEqual({ Юг: 2 });
  });

  test('follows what somebody states, from day to day; lines that name their own team keep it', async () => {
    const petrov = await member('Петров');
    const { effect } = await akb.application.assign(
      {
        ...{ about: 'member', ids: [petrov], kind: 'team', member: await member('Север') },
        ...{ from: '2026-10-01', to: '2026-10-31' },
      },
      unseen,
    );
    expect(effect.map(({ month }) => month)).toEqual(['2026-10']);
    expect(await by('team', '10')).toEqual({ Юг: 2, Север: 1 });
    expect(await by('branch', '10')).toEqual({ Кама: 2, Вятка: 1 });
    expect([await by('team', '09'), await by('team', '11')]).toEqual([{ Север: 2, Юг: 1 }, { Юг: 2 }]);
    expect(await tree('2026-10-31')).toMatchObject({ Петров: 'Север' });
    expect(await tree('2026-11-01')).toMatchObject({ Петров: 'Юг' });
  });

  test('gives the customer whom somebody assigns to a rep the team of that rep', async () => {
    await assign('client', ['Мята'], 'Петров', ['2026-10-01']);
    const { Мята: id = 0 } = await units('client');
    const { responsible } = await akb.application.assignments('client', id);
    expect(
      responsible
        .filter(({ kind }) => kind !== 'rep')
        .map(({ kind, since, member: one }) => [kind, since, one?.name]),
    ).toEqual([
      ['team', '1970-01-01', 'Юг'],
      ['team', '2026-10-01', 'Север'],
      ['team', '2026-11-01', 'Юг'],
      ['branch', '1970-01-01', 'Кама'],
      ['branch', '2026-10-01', 'Вятка'],
      ['branch', '2026-11-01', 'Кама'],
    ]);
  });
});

// What the usual run tries on servers: tests/server-path.test.ts.
test.runIf(isLongRun)(
  'on servers: what is stated and shown is the same',
  { timeout: 300_000 },
  async (context) => {
    await akb.remove();
    const served = await newServerApplication();
    if (served === undefined) {
      await renew();
      context.skip('PostgreSQL cannot run here');
      return;
    }
    akb = served;
    await load('11-20', {
      'продажи.csv': shipments(
        ';Торговый представитель;Команда',
        '01.09 Астра Петров Север',
        '05.10 Лютик - -',
        '06.11 Лютик - -',
      ),
    });
    await load('11-20', {
      'клиенты.csv': file('Код;Наименование;Город;Основной менеджер', 'Лютик Лютик Киров Петров'),
    });
    expect(await by('team', '10')).toEqual({ Север: 1 });
    expect(await assign('client', ['Лютик'], 'nobody', ['2026-11-01'])).toEqual(['2026-11']);
    expect([await by('rep', '10'), await by('rep', '11')]).toEqual([{ Петров: 1 }, { '': 1 }]);
    const { Лютик: id = 0 } = await units('client');
    const { stated } = await akb.application.assignments('client', id);
    expect(stated).toMatchObject([{ about: 'client', unit: id, kind: 'rep', member: 'nobody', to: null }]);
  },
);
