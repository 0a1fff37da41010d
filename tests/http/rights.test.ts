import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderHolder, type Role, roles } from '../../src/domain/access.ts';
import { mainMethod } from '../../src/domain/method.ts';
import { routes } from '../../src/edges/http/routes/index.ts';
import { newUserOf, settledUser } from '../access/desk.ts';
import { type Answer, newServer, type Question, type TestServer } from '../harness/server.ts';

// Every role asks every route, with ids that are somebody else's or nobody's.

const everybody = 'ODASRMP';
const set = { language: 1, unit: 'client', method: { id: 'main' }, set: { kind: 'bought' } };
const table = { metrics: ['activeBase'], period: '2026-09', unit: 'client', methods: [{ id: 'main' }] };
const { version: _, ...method } = mainMethod;
const origin = { source: 'визитка', basis: 'договор', purpose: 'поставка', on: '2026-09-01' };
const ofCustomers = {
  ...{ node: { level: 'company', member: 0 }, metric: 'sales', base: 'rhythm' },
  by: { goal: { kind: 'maintain' } },
};
const upload = '00000000-0000-4000-8000-000000000000';

/** Who may ask what, by the first letters of the roles; P is the data-protection officer. */
const mayAsk: Readonly<Record<string, readonly [who: string, body?: unknown, query?: string]>> = {
  ...{ state: [everybody], catalogue: [everybody], methods: [everybody], namedBases: [everybody] },
  methodVersions: [everybody],
  ...{ saveMethod: ['ODA', { ...method, id: 'mine' }], keepMethods: ['ODA', { ids: ['main'] }] },
  addNamedBase: ['ODA', { name: 'АКБ', method: { id: 'main' }, period: 'month', unit: 'client' }],
  ...{ removeNamedBase: ['ODA'], namedBaseFigures: [everybody, { metrics: ['activeBase'] }] },
  ...{ storedSets: [everybody], storeSet: ['ODASM', { name: 'Набор', set }] },
  ...{ freezeSet: ['ODASM', { name: 'Замороженный' }], removeStoredSet: ['ODASM'] },
  ...{ figures: [everybody, { periods: ['2026-09'] }], customers: ['ODASMP', { period: '2026-09' }] },
  ...{ table: [everybody, table], tables: [everybody, { queries: [table] }] },
  ...{ setSize: [everybody, { set }], setTotals: [everybody, { set, period: '2026-09' }] },
  ...{ setPage: [everybody, { set, period: '2026-09', limit: 10 }] },
  customerCard: [everybody],
  editCustomer: ['ODAS', { version: 0, note: 'чужая' }],
  undoCustomerEdit: ['ODAS'],
  ...{ contacts: [everybody], contact: [everybody], specialInformation: [everybody] },
  setSpecialInformation: ['OP', { purpose: 'поздравления' }],
  addContact: ['ODASR', { unit: 'client', id: 999, name: 'Чужой', origin }],
  changeContact: ['ODASR', { version: 1, role: 'buyer' }],
  ...{ removeContact: ['ODASR'], restoreContact: ['ODASR'] },
  takeOverContact: ['ODASR', { from: 'decisionMaker', origin }],
  ...{ timeline: [everybody], entry: [everybody], search: [everybody, { words: 'звонок' }] },
  ...{ whom: [everybody, { text: 'Лютик' }], loadEntries: ['ODASR', { rows: [] }] },
  addEntry: ['ODASR', { unit: 'client', id: 999, kind: 'call', text: 'чужой' }],
  changeEntry: ['ODASR', { version: 1, text: 'чужая' }],
  ...{ removeEntry: ['ODASR'], restoreEntry: ['ODASR'] },
  views: [everybody],
  quality: [everybody],
  ...{ signals: ['ODAS'], signalCounts: ['ODAS'], signal: ['ODAS'] },
  reviewSignal: ['ODAS', { version: 0, verdict: 'dismissed', comment: 'чужой' }],
  agreeOnSignal: ['ODAS', { version: 1 }],
  stateOfMany: ['ODAS', { unit: 'client', ids: [999], field: 'clientType', value: 'Чужой' }],
  undoManyEdits: ['ODAS', { first: 999, last: 999 }],
  ...{ duplicates: ['ODA', undefined, '?limit=10'], duplicatePair: ['ODA'], dismissedDuplicates: ['ODA'] },
  ...{ dismissDuplicate: ['ODA'], recallDuplicate: ['ODA'], merges: ['ODA', undefined, '?limit=10'] },
  ...{ unmerge: ['ODA'], unmergePreview: ['ODA'] },
  mergePreview: ['ODA', { merges: [{ unit: 'client', absorbed: 998, survivor: 999 }] }],
  mergeCustomers: ['ODA', { merges: [{ unit: 'client', absorbed: 998, survivor: 999 }] }],
  ...{ handOvers: ['ODS'], handOverReport: ['ODS'], undoHandOver: ['ODS'] },
  exportHandOver: ['ODS', undefined, '?format=md'],
  previewHandOver: ['ODS', { from: 999, since: '2026-11-01', to: [{ rep: 998 }] }],
  makeHandOver: ['ODS', { from: 999, since: '2026-11-01', to: [{ rep: 998 }] }],
  ...{ groups: ['ODASMP'], dissolveGroup: ['ODAS'], changeGroup: ['ODAS', { name: 'Чужая' }] },
  ...{ dealers: [everybody], dealersOf: [everybody], stateDealer: ['ODAS', { dealer: null }] },
  previewGroupChange: ['ODAS', { name: 'Чужая' }],
  previewGroup: ['ODAS', { entities: [999] }],
  addGroup: ['ODAS', { name: 'Чужая', kind: 'chain', entities: [999] }],
  ...{ calls: [everybody], callRules: [everybody], callCard: [everybody], undoCall: ['ODASR'] },
  callResults: [everybody, undefined, '?from=2026-11-01&to=2026-11-30'],
  recordCall: ['ODASR', { id: 999, outcome: 'order' }],
  setCallRules: ['ODA', { version: 999, perDay: 20, wonWithin: 7, lostAfter: '2.5', rules: [] }],
  ...{ plans: [everybody], plan: [everybody], planFact: [everybody], planForecast: [everybody] },
  plannedPeriods: [everybody, undefined, '?metric=activeBase'],
  ...{ closings: [everybody], monthDrift: [everybody], closeMonth: ['OD'], reopenMonth: ['OD'] },
  askReopening: ['OD', { reason: 'чужой' }],
  monthDifference: [everybody, undefined, '?level=company&member=0&unit=client&method=main'],
  ...{ planSheet: [everybody], exportPlan: ['ODASMP', undefined, '?format=csv'] },
  comparePlans: [everybody, undefined, '?from=1&to=2'],
  readPlanFile: ['ODA', 'file', '?name=plan.csv'],
  savePlan: ['ODA', { version: 999, targets: [] }],
  approvePlan: ['OD', { version: 999 }],
  customerPlan: [everybody, {}],
  saveCustomerPlan: ['ODA', { version: 999, targets: [{ customer: 999, metric: 'sales', value: '1' }] }],
  proposeCustomers: ['ODA', ofCustomers],
  adoptCustomers: ['ODA', { question: ofCustomers, dataVersion: 0, version: 0 }],
  approveCustomerPlan: ['OD', { version: 999 }],
  readCustomerPlanFile: ['ODA', 'file', '?name=plan.csv'],
  loadCustomerPlanFile: ['ODA', 'file', '?name=plan.csv&version=0'],
  customerSheet: ['ODASMP'],
  exportCustomerPlan: ['ODASMP', undefined, '?format=csv'],
  compareCustomerPlans: [everybody, undefined, '?from=1&to=2'],
  ...{ bonusStatements: ['ODASR'], bonusStatement: ['ODASR'], exportBonus: ['ODASR'] },
  ...{ bonusSchemes: ['OD'], keepBonus: ['OD'], releaseBonus: ['OD'] },
  saveBonusScheme: [
    'OD',
    {
      ...{ id: 999, version: 1 },
      scheme: { name: 'Чужая', from: '2026-09', whom: { level: 'rep' }, base: '1', parts: [] },
    },
  ],
  proposePlan: [
    'ODA',
    { level: 'company', metric: 'sales', base: 'previous', by: { goal: { kind: 'maintain' } } },
  ],
  ...{ targetRules: [everybody], prospectLevels: [everybody] },
  setTargetRules: ['ODA', { version: 999, rules: [] }],
  ...{
    removed: ['ODAS'],
    removeCustomer: ['ODAS', { reason: 'чужой' }],
    restoreCustomer: ['ODAS'],
    destroyCustomer: ['OP'],
  },
  terms: [everybody],
  changeTerms: ['ODAS', { version: 0, reason: 'чужая', terms: { discount: '99' } }],
  undoTerms: ['ODAS'],
  addView: [everybody, { name: 'Вид', screen: 'customers', state: {} }],
  ...{ changeView: [everybody, { name: 'Чужой' }], removeView: [everybody] },
  documents: [everybody, { set, period: '2026-09', limit: 10 }],
  documentLines: [
    everybody,
    { unit: 'client', method: { id: 'main' }, period: '2026-09', id: '1', customer: 999 },
  ],
  setMembers: ['ODASMP', { set, period: '2026-09' }],
  exportReport: ['ODASMP', undefined, '?format=csv&periods=2026-09'],
  extrapolation: ['ODASMP'],
  exportCustomers: ['ODASMP', undefined, '?format=csv&period=2026-09'],
  exportTable: ['ODASMP', { query: table, format: 'csv' }],
  exportMembers: ['ODASMP', { set, period: '2026-09', format: 'csv' }],
  ...{
    imports: ['OA'],
    rejectedRows: ['OA'],
    undoImport: ['OA'],
    undoPreview: ['OA'],
    upload: ['OA', 'file'],
  },
  createImport: ['OA', { files: [{ uploadId: upload, name: 'чужой.csv' }] }],
  ...{ jobs: [everybody], jobRows: [everybody], reviseJob: [everybody, {}] },
  ...{ job: [everybody], jobEvents: [everybody], applyJob: [everybody], cancelJob: [everybody] },
  answerJob: [everybody, { key: 'k', answer: null }],
  ...{ organisation: [everybody], assignments: [everybody], whyShown: [everybody] },
  organisationClients: [everybody],
  memberHistory: ['ODA'],
  addMember: ['ODA', { kind: 'team', name: 'Чужая' }],
  changeMember: ['ODA', { version: 0, name: 'Чужая' }],
  undoMemberChange: ['ODA', { version: 0 }],
  previewAssignment: ['ODA', { about: 'client', ids: [999], kind: 'rep', member: 999, from: '2026-11-01' }],
  assign: ['ODA', { about: 'client', ids: [999], kind: 'rep', member: 999, from: '2026-11-01' }],
  ...{ personalOrigins: ['OP'], usualGrounds: [everybody], setUsualGrounds: ['OP', {}] },
  ...{ audit: ['OP'], auditVerification: ['OP'] },
  ...{ places: [everybody], setPlace: ['ODA', { name: 'Город', within: 'Область' }], removePlace: ['ODA'] },
  ...{
    calendar: [everybody],
    setCalendar: ['ODA', { daysOff: [], workedDays: [] }],
    removeCalendar: ['ODA'],
    setCalendarFile: ['ODA', 'file'],
  },
  dataGaps: [everybody, undefined, '?from=2026-09-01&to=2026-09-30'],
  workingDays: [everybody, undefined, '?period=2026-09'],
  ...{ backup: ['O', {}], doctor: ['O'] },
  ...{ users: ['O'], addUser: ['O', newUserOf('intruder', 'owner')], changeUser: ['O', { role: 'owner' }] },
  ...{ resetPassword: ['O', { password: 'совсем новый пароль' }], userSessions: ['O'] },
  ...{ endUserSessions: ['O'], endUserSession: ['O'] },
};
/** About oneself, or before one is known: whoever asks is tested with users. */
const ofOneself = [
  ...['signIn', 'signInWithPassword', 'signOut', 'createLink', 'me', 'changePassword', 'mySessions'],
  ...['endMySession', 'keys', 'addKey', 'revokeKey'],
];
const letters: Readonly<Record<Role, string>> = {
  ...{ owner: 'O', director: 'D', analyst: 'A', supervisor: 'S', rep: 'R', marketer: 'M' },
  dataProtectionOfficer: 'P',
};

const shipments = `Дата;Номер документа;Код контрагента;Контрагент;Номенклатура;Количество;Сумма;Менеджер
02.09.2026;РН-1;К-1;Ромашка;Молоко;1;100;Анна
03.09.2026;РН-2;К-2;Лютик;Молоко;1;200;Борис
`;

let server: TestServer;
const keys = new Map<Role, string>();
let anna = 0;
const codes = (answer: Answer): string[] =>
  (String(answer.headers['content-type']).includes('problem') ? answer.json().problems : undefined)?.map(
    ({ code }) => code,
  ) ?? [];
const ask = (role: Role, path: string, question: Question = {}): Promise<Answer> =>
  server.ask(`/api/v1${path}`, {
    withKey: false,
    ...question,
    headers: { authorization: `Bearer ${keys.get(role)}`, ...question.headers },
  });

beforeAll(async () => {
  server = await newServer();
  await server.akb.load({ 'shipments.csv': shipments });
  const { access } = server.akb.application;
  await access.addUser(folderHolder, newUserOf('first', 'owner'));
  const { members } = await server.akb.application.organisation('2026-09-30');
  const rep = members.find(({ name }) => name === 'Анна')?.id ?? 0;
  for (const role of roles) {
    const scope = role === 'rep' ? { nodes: [{ dimension: 'rep', member: rep } as const] } : { nodes: null };
    const { user } = await settledUser(access, role.toLowerCase(), role, { scope });
    if (role === 'rep') anna = user.id;
    const viewer = { user: user.id, role, scope, hidden: [] };
    const { text } = await access.addKey(
      { viewer, session: { id: 0, oneTimePassword: false } },
      { name: role, role, scope, hidden: [], days: 30 },
    );
    keys.set(role, text);
  }
});
afterAll(() => server.remove());

test('every route is somebody’s, and said here', () => {
  expect([...Object.keys(mayAsk), ...ofOneself].sort()).toEqual(
    routes.map(({ endpoint }) => endpoint.name).sort(),
  );
});

describe('what a role may not is refused, whoever’s ids it names', () => {
  test.each(roles)('%s', async (role) => {
    for (const { endpoint } of routes) {
      const [who, body, query = ''] = mayAsk[endpoint.name] ?? [];
      if (who === undefined) continue;
      const path = endpoint.path
        .replace('{jobId}', upload)
        .replace('{unit}', 'client')
        .replace('{signal}', '8-999-2026-09')
        .replace('{year}', '2026')
        .replace('{month}', '2026-09')
        .replace('{period}', '2026-Q3')
        .replace('{name}', 'Город')
        .replace(/\{\w+\}/, '999')
        .replace(/\{\w+\}/, '999');
      const answer = await ask(role, `${path}${query}`, {
        method: endpoint.method,
        ...(body === 'file'
          ? { bytes: 'Дата;Сумма', headers: { 'content-type': 'application/octet-stream' } }
          : { body }),
      });
      const refused = answer.status === 403 && codes(answer).includes('notAllowed');
      // A rep of this company sees a part of it.
      const onlyOfWhole = codes(answer).includes('onlyOfWhole');
      const said = `${endpoint.name}: ${answer.status} ${codes(answer).join()}`;
      expect(refused || onlyOfWhole, said).toBe(!who.includes(letters[role]));
      expect([401, 500], said).not.toContain(answer.status);
      if (!refused) expect(codes(answer), said).not.toContain('requestWrong');
    }
  });
});

describe('looking with the eyes of a user', () => {
  const asRep = { headers: { 'akb-view-as': '' } };
  test('shows what he sees, and lets nothing be changed', async () => {
    asRep.headers['akb-view-as'] = String(anna);
    const active = async (role: Role, question: Question = {}) =>
      (await ask(role, '/sets/size', { ...question, body: { set } })).json().size;
    expect([await active('owner'), await active('rep'), await active('owner', asRep)]).toEqual([2, 1, 1]);
    const removed = await ask('owner', '/bases/1', { method: 'DELETE', ...asRep });
    expect([removed.status, codes(removed)]).toEqual([403, ['notAllowed']]);
    const exported = await ask('owner', '/exports/customers?format=csv&period=2026-09', asRep);
    expect([exported.status, codes(exported)]).toEqual([403, ['notAllowed']]);
    const looks = async () => {
      const { entries } = (await ask('owner', '/audit?action=viewedAs')).json() as unknown as {
        entries: readonly { readonly subject: unknown }[];
      };
      return entries;
    };
    const { length } = await looks();
    expect((await looks())[0]?.subject).toEqual({ kind: 'user', id: String(anna) });
    // Once for a look, however much he asks; looking with his own eyes has ended the one before.
    await Promise.all([active('owner', asRep), active('owner', asRep), active('owner', asRep)]);
    await active('owner', asRep);
    expect(await looks()).toHaveLength(length + 1);
    await active('owner', asRep);
    expect(await looks()).toHaveLength(length + 2);
  });

  test('is for owners only, and for users that there are', async () => {
    for (const role of roles.filter((one) => one !== 'owner')) {
      const answer = await ask(role, '/state', asRep);
      expect([role, answer.status, codes(answer)]).toEqual([role, 403, ['notAllowed']]);
    }
    const nobody = await ask('owner', '/state', { headers: { 'akb-view-as': '999999' } });
    expect([nobody.status, codes(nobody)]).toEqual([404, ['userUnknown']]);
    const wrong = await ask('owner', '/state', { headers: { 'akb-view-as': '1 OR 1=1' } });
    expect([wrong.status, codes(wrong)]).toEqual([400, ['requestWrong']]);
  });
});
