import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  checkAllowed,
  folderHolder,
  isAllowed,
  type Need,
  permissionsOf,
  type Role,
  roles,
  type Viewer,
} from '../src/domain/access.ts';
import { type AuditTrail, holdersHand } from '../src/domain/audit.ts';
import { sum } from '../src/domain/decimal.ts';
import type { Refusal } from '../src/domain/problem.ts';
import type { CustomerSet } from '../src/domain/sets/customer-set.ts';
import { createJobs } from '../src/edges/http/jobs.ts';
import type { Application, Parts } from '../src/facade.ts';
import { partRules } from '../src/parts.ts';
import { withRights } from '../src/rights.ts';
import { guarded, type Rules } from '../src/services/parts/part.ts';
import { fakeApplication } from './doubles/fake-application.ts';
import { newApplication, periodOf, type TestApplication } from './harness/application.ts';

const everybody = 'ODASRMP';
/** Who may call what, by the first letters of the roles; P is the data-protection officer. */
const mayCall: Readonly<Record<string, string>> = {
  dataState: everybody,
  ...Object.fromEntries(
    [
      ...[
        'figures',
        'table',
        'tables',
        'namedBaseFigures',
        'methods',
        'methodVersions',
        'namedBases',
        'workingDays',
        'dataGaps',
        'calendar',
      ],
      ...['documents', 'documentLines', 'customerCard'],
      ...[
        'places',
        'organisation',
        'readSet',
        'setSize',
        'setPage',
        'setTotals',
        'assignments',
        'storedSets',
        'whyShown',
      ],
    ].map((name) => [name, everybody]),
  ),
  ...{ editCustomer: 'ODAS', undoCustomerEdit: 'ODAS' },
  ...{ customers: 'ODASMP', setMembers: 'ODASMP' },
  ...{ storeSet: 'ODASM', freezeSet: 'ODASM', removeStoredSet: 'ODASM' },
  ...Object.fromEntries(
    [
      ...['saveMethod', 'keepMethods', 'addNamedBase', 'removeNamedBase', 'setPlace', 'removePlace'],
      ...['setCalendar', 'setCalendarFile', 'removeCalendar', 'assign'],
    ].map((name) => [name, 'ODA']),
  ),
  ...{ prepareImport: 'OA', imports: 'OA', rejectedRows: 'OA', undo: 'OA', undoPreview: 'OA' },
  ...{ audit: 'OP', verifyAudit: 'OP' },
  ...{ keepReady: 'O', backup: 'O', restore: 'O', doctor: 'O', demo: 'O', close: 'O' },
};
/** The same of the calls of each part of the product. */
const mayCallOfParts: { readonly [Name in keyof Parts]: Readonly<Record<keyof Parts[Name], string>> } = {
  timeline: {
    ...{ page: everybody, entry: everybody, add: 'ODASR', change: 'ODASR', remove: 'ODASR' },
    ...{ restore: 'ODASR', load: 'ODASR' },
  },
  contacts: {
    ...{ of: everybody, contact: everybody, special: everybody, setSpecial: 'OP' },
    ...{ add: 'ODASR', change: 'ODASR', remove: 'ODASR', restore: 'ODASR', takeOver: 'ODASR' },
  },
  privacy: { origins: 'OP', usual: everybody, setUsual: 'OP' },
  search: { find: everybody, whom: everybody },
  views: { list: everybody, add: everybody, change: everybody, remove: everybody },
  quality: { overview: everybody },
  integrity: { signals: 'ODAS', counts: 'ODAS', signal: 'ODAS', review: 'ODAS', agree: 'ODAS' },
  bulkEdits: { state: 'ODAS', undo: 'ODAS' },
  duplicates: {
    ...{ candidates: 'ODA', pair: 'ODA', preview: 'ODA', merge: 'ODA', merges: 'ODA' },
    ...{ unmergePreview: 'ODA', unmerge: 'ODA', dismiss: 'ODA', recall: 'ODA', dismissed: 'ODA' },
  },
  organisationEdits: {
    ...{ clients: everybody, history: 'ODA', preview: 'ODA', add: 'ODA', change: 'ODA', undo: 'ODA' },
  },
  handOver: { preview: 'ODS', make: 'ODS', list: 'ODS', report: 'ODS', undo: 'ODS' },
  calls: {
    ...{ page: everybody, card: everybody, record: 'ODASR', undo: 'ODASR', results: everybody },
    ...{ rules: everybody, setRules: 'ODA' },
  },
  plans: {
    ...{ list: everybody, plan: everybody, fact: everybody, forecast: everybody },
    ...{ sheet: everybody, compare: everybody, periods: everybody },
    ...{ propose: 'ODA', save: 'ODA', approve: 'OD', read: 'ODA' },
  },
  customerPlans: {
    ...{ page: everybody, compare: everybody, sheet: everybody, read: 'ODA', load: 'ODA' },
    ...{ save: 'ODA', propose: 'ODA', adopt: 'ODA', approve: 'OD' },
  },
  closing: {
    ...{ list: everybody, drift: everybody, difference: everybody },
    ...{ close: 'OD', askReopening: 'OD', reopen: 'OD' },
  },
  bonus: {
    ...{ statements: 'ODASR', statement: 'ODASR' },
    ...{ schemes: 'OD', saveScheme: 'OD', keep: 'OD', release: 'OD' },
  },
  prospects: { rules: everybody, setRules: 'ODA', levels: everybody },
  removals: { list: 'ODAS', remove: 'ODAS', restore: 'ODAS', destroy: 'OP' },
  dealers: { list: everybody, of: everybody, state: 'ODAS' },
  groups: {
    list: everybody,
    preview: 'ODAS',
    previewChange: 'ODAS',
    make: 'ODAS',
    change: 'ODAS',
    dissolve: 'ODAS',
  },
  terms: { of: everybody, change: 'ODAS', undo: 'ODAS' },
};
const letters: Readonly<Record<Role, string>> = {
  ...{ owner: 'O', director: 'D', analyst: 'A', supervisor: 'S', rep: 'R', marketer: 'M' },
  dataProtectionOfficer: 'P',
};

const viewer = (role: Role, changes: Partial<Viewer> = {}): Viewer => ({
  ...folderHolder,
  user: 7,
  role,
  ...changes,
});

/** Codes of what a call is refused for; [] where it is not. */
async function refusals(call: () => unknown): Promise<string[]> {
  try {
    await call();
    return [];
  } catch (error) {
    return ((error as Refusal).problems ?? []).map(({ code }) => code);
  }
}

describe('what roles may do', () => {
  test('everything that the product does is somebody’s, and said here', () => {
    const { asked: _, as: _as, access: _access, ...application } = fakeApplication();
    expect(Object.keys({ ...mayCall, ...mayCallOfParts }).sort()).toEqual(Object.keys(application).sort());
    expect(permissionsOf.owner).toEqual(expect.arrayContaining(Object.values(permissionsOf).flat()));
  });

  test.each(roles)('%s', async (role) => {
    const application = withRights(fakeApplication(), viewer(role));
    for (const [part, calls] of Object.entries(mayCallOfParts))
      for (const [name, may] of Object.entries(calls)) {
        const rules: Readonly<Record<string, { need: Need | null }>> = partRules[part as keyof Parts];
        const need = rules[name]?.need ?? null;
        const allowed = need === null || isAllowed(viewer(role), need.permission);
        expect(allowed, `${part}.${name}`).toBe(may.includes(letters[role]));
      }
    for (const [name, may] of Object.entries(mayCall)) {
      const call = application[name as keyof Application] as (...args: unknown[]) => unknown;
      const refused = (await refusals(() => call())).includes('notAllowed');
      expect(refused, name).toBe(!may.includes(letters[role]));
    }
  });

  test('whoever is asked for a right that he does not have gets no further into a part of the product', async () => {
    let reached = 0;
    const part = { look: async () => ++reached };
    const rules: Rules<typeof part> = { look: { need: { permission: 'manageUsers' }, recorded: 'a number' } };
    const recording = { trail: {} as AuditTrail, errand: holdersHand };
    expect(await refusals(() => guarded(part, rules, viewer('analyst'), recording).look())).toEqual([
      'notAllowed',
    ]);
    expect(reached).toBe(0);
    expect(await guarded(part, rules, viewer('owner'), recording).look()).toBe(1);
  });

  test('whoever sees a part of the company does not change what is everybody’s', async () => {
    const scope = { nodes: [{ dimension: 'branch', member: 1 }] } as const;
    const application = withRights(fakeApplication(), viewer('director', { scope }));
    expect(await refusals(() => application.removeNamedBase(1))).toEqual(['onlyOfWhole']);
    expect(await refusals(() => application.dataState())).toEqual([]);
  });

  test('whoever looks with somebody else’s eyes saves no view and edits nobody', async () => {
    const application = withRights(fakeApplication(), viewer('owner', { lent: true }));
    for (const call of ['add', 'change', 'remove'] as const)
      expect(() =>
        checkAllowed(viewer('owner', { lent: true }), partRules.views[call].need as Need),
      ).toThrow();
    for (const call of ['editCustomer', 'undoCustomerEdit'] as const)
      expect(await refusals(() => (application[call] as () => unknown)())).toEqual(['notAllowed']);
  });

  test('an export that is forbidden to one user is refused whatever his role', async () => {
    const application = withRights(fakeApplication(), viewer('owner', { hidden: ['export'] }));
    expect(await refusals(() => application.customers({} as never))).toEqual(['notAllowed']);
  });

  test('a job is known to whoever started it, and to nobody else', async () => {
    const jobs = createJobs();
    const job = jobs.of(1).start('backup', async () => null);
    await job.ended;
    const { id } = job.snapshot();
    expect(jobs.of(1).find(id).snapshot()).toMatchObject({ state: 'cancelled' });
    for (const other of [2, null])
      expect(await refusals(() => jobs.of(other).find(id))).toEqual(['jobUnknown']);
  });
});

const shipments = `Дата;Номер документа;Код контрагента;Контрагент;Номенклатура;Количество;Сумма;Менеджер;Филиал
02.09.2026;РН-1;К-1;Ромашка;Молоко;1;100;Анна;Север
03.09.2026;РН-2;К-2;Лютик;Молоко;1;200;Борис;Юг
04.09.2026;РН-3;К-3;Василёк;Сыр;1;300;Борис;Юг
`;
const cards = `Код;Наименование;Телефон;Контактное лицо;Основной менеджер
К-1;Ромашка;+7 999 123-45-67;Ольга Иванова;Анна
К-2;Лютик;+7 999 765-43-21;Пётр Петров;Борис
К-3;Василёк;+7 999 111-22-33;Иван Иванов;Борис
`;
const bought: CustomerSet = { language: 1, unit: 'client', method: { id: 'main' }, set: { kind: 'bought' } };
const page = { period: periodOf('2026-09'), limit: 10 };

describe('what somebody sees', () => {
  let akb: TestApplication;
  let anna: Application;
  let marketer: Application;
  let boris = 0;
  beforeAll(async () => {
    akb = await newApplication();
    await akb.load({ 'shipments.csv': shipments, 'customers.csv': cards });
    const { members } = await akb.application.organisation('2026-09-30');
    const idOf = (name: string): number => members.find((one) => one.name === name)?.id ?? 0;
    boris = idOf('Борис');
    const scope = { nodes: [{ dimension: 'rep', member: idOf('Анна') }] } as const;
    anna = akb.application.as(viewer('supervisor', { scope }));
    marketer = akb.application.as(viewer('marketer', { hidden: ['contacts'] }));
  });
  afterAll(() => akb.remove());

  test('contacts that are hidden are in no list, in no order, and found by no search', async () => {
    const phones = async (of: Application) =>
      (await of.setPage(bought, page)).rows.map(({ phone, decisionMaker }) => phone + decisionMaker);
    expect((await phones(akb.application)).join()).toContain('999');
    expect(await phones(marketer)).toEqual(['', '', '']);
    const all = await Array.fromAsync(marketer.setMembers(bought, { period: page.period }));
    expect(all.map(({ name, phone }) => [name, phone])).toContainEqual(['Ромашка', '']);
    const found = async (of: Application, search: string) =>
      (await of.setPage(bought, { ...page, search })).rows.map(({ name }) => name);
    expect(await found(akb.application, '9991234567')).toEqual(['Ромашка']);
    expect(await found(marketer, '9991234567')).toEqual([]);
    expect(await found(marketer, 'ромаш')).toEqual(['Ромашка']);
    for (const sort of ['phone', 'decisionMaker', 'influencer'] as const)
      expect(await refusals(() => marketer.setPage(bought, { ...page, sort }))).toEqual(['contactsHidden']);
  });

  test('what is found adds up, for everybody of those of whom he may be told', async () => {
    const sales = async (of: Application, search?: string) =>
      (await of.setTotals(bought, { period: page.period, ...(search && { search }) })).sales;
    const pages = async (of: Application, search?: string) =>
      sum(
        (await of.setPage(bought, { ...page, ...(search && { search }) })).rows.map(
          (row) => row.sales ?? '0',
        ),
      );
    for (const of of [akb.application, anna])
      for (const search of [undefined, 'ромаш', 'к'])
        expect(Number(await sales(of, search))).toBe(Number(await pages(of, search)));
    expect(await sales(akb.application, 'василёк')).toBe('300.00');
    // Of the customers of others nothing is told, whatever is searched for.
    expect(await anna.setTotals(bought, { period: page.period, search: 'василёк' })).toMatchObject({
      documents: 0,
    });
    expect(await sales(marketer, '9991234567')).toBe(await sales(akb.application, 'никто'));
  });

  test('of the organisation he sees himself, those below and those above', async () => {
    const { members } = await anna.organisation('2026-09-30');
    expect(members.map(({ name }) => name)).toEqual(['Север', 'Анна']);
    expect((await akb.application.organisation('2026-09-30')).members).toHaveLength(4);
  });

  test('of calendars he sees those of the company and of his own branch', async () => {
    const days = async (of: Application) => (await of.workingDays(page.period)).map(({ name }) => name);
    expect(await days(akb.application)).toEqual(['', 'Север', 'Юг']);
    expect(await days(anna)).toEqual(['', 'Север']);
    const { members } = await akb.application.organisation('2026-09-30');
    const branch = members.find(({ name }) => name === 'Юг')?.id ?? 0;
    expect(await refusals(() => anna.calendar({ branch, year: 2026 }))).toEqual(['branchUnknown']);
    expect(await refusals(() => akb.application.calendar({ branch, year: 2026 }))).toEqual([]);
  });

  test('names of others do not show in the reading of a set', async () => {
    const ofBoris: CustomerSet = {
      ...bought,
      set: { kind: 'bought', slice: [{ dimension: 'rep', members: [String(boris)] }] },
    };
    expect(await akb.application.readSet(ofBoris, 'ru')).toContain('Борис');
    expect(await anna.readSet(ofBoris, 'ru')).not.toContain('Борис');
  });

  test('who is responsible he is told of his own customers only', async () => {
    const { rows } = await akb.application.setPage(bought, { ...page, sort: 'name' });
    const [foreign, other, own] = rows.map(({ id }) => id);
    expect(rows.map(({ name }) => name)).toEqual(['Василёк', 'Лютик', 'Ромашка']);
    for (const id of [foreign, other])
      expect(await refusals(() => anna.assignments('client', id ?? 0))).toEqual(['assignmentUnitsUnknown']);
    expect(await anna.whyShown('client', own ?? 0)).toBe('assigned');
    expect(await anna.whyShown('client', foreign ?? 0)).toBeNull();
    expect(await akb.application.whyShown('client', foreign ?? 0)).toBe('wholeCompany');
    const { responsible } = await anna.assignments('client', own ?? 0);
    expect(responsible.map(({ member }) => member?.name)).toContain('Анна');
  });

  test('where the data of a person come from is told with source, basis, purpose and day', async () => {
    await akb.load(
      { 'more.csv': cards.replaceAll('Ольга Иванова', 'Ольга Сидорова') },
      { basis: 'договор', purpose: 'поставка' },
    );
    const { rows } = await akb.application.setPage(bought, { ...page, search: 'Ромашка' });
    const officer = akb.application.as(viewer('dataProtectionOfficer'));
    const origins = await officer.privacy.origins('client', rows[0]?.id ?? 0);
    expect(origins.map(({ basis, purpose }) => [basis, purpose])).toEqual([
      ['договор', 'поставка'],
      [null, null],
    ]);
    expect(origins[0]?.source).not.toBe('');
    expect(Date.parse(origins[0]?.at ?? '')).not.toBeNaN();
    expect(await refusals(() => officer.privacy.origins('client', 999))).toEqual(['customerUnknown']);
  });

  test('sets are seen by whoever sees all that their maker did', async () => {
    const ofAll = await akb.application.storeSet({ name: 'Все', set: bought, frozen: true });
    const ofAnna = await anna.storeSet({ name: 'Мои', set: bought, frozen: true });
    expect([ofAll.frozen?.size, ofAnna.frozen?.size]).toEqual([3, 1]);
    const names = async (of: Application) => (await of.storedSets()).map(({ name }) => name);
    expect(await names(akb.application)).toEqual(['Все', 'Мои']);
    expect(await names(anna)).toEqual(['Мои']);
    const inAll: CustomerSet = { ...bought, set: { kind: 'stored', id: ofAll.id } };
    expect(await akb.application.setSize(inAll)).toBe(3);
    for (const call of [
      () => anna.setSize(inAll),
      () => anna.freezeSet(ofAll.id, 'Копия'),
      () => anna.removeStoredSet(ofAll.id),
    ])
      expect(await refusals(call)).toEqual(['storedSetUnknown']);
  });
});
