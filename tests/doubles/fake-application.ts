import { Readable } from 'node:stream';
import { grossMethod, mainMethod } from '../../src/domain/method.ts';
import type { Application, CustomerQuery, FigureQuery } from '../../src/facade.ts';
import type { CustomerRow, FigureReport, Figures } from '../../src/services/activity/report.ts';
import type { AppliedImport, ImportSummary } from '../../src/services/intake/import-summary.ts';

/** November 2011 of a small company: 4 = 1 retained + 2 new + 1 reactivated, 1 lost. */
/** No command asks for it yet. */
const notAsked = async (): Promise<never> => {
  throw new Error('nobody asks for this');
};

export const novemberFigures: Figures = {
  activeBase: 1665,
  totalBase: 4131,
  inactive: 2466,
  prospects: 12,
  coverage: '0.403',
  new: 323,
  retained: 865,
  reactivated: 477,
  lost: 499,
  sales: '1461756.25',
  salesExVat: '1218130.2',
  documents: 2716,
  avgCheck: '538.2',
  avgPerClient: '877.93',
  frequency: '1.6312',
  skuPairs: 86799,
  avgSkuPerClient: '52.1315',
};

export function fakeReport(
  query: Pick<FigureQuery, 'unit' | 'method' | 'by'>,
  period: { from: string; to: string; label: string },
  changes: Partial<FigureReport> = {},
): FigureReport {
  const rep = (code: string, name: string, activeBase: number) => ({
    key: { code, name },
    figures: { ...novemberFigures, activeBase, transferredIn: 3, transferredOut: 5 },
  });
  return {
    period: { from: period.from, to: period.to, label: period.label },
    open: false,
    countUnit: query.unit,
    method: { id: query.method, version: 1 },
    dataVersion: 7,
    historySince: '2010-12-01',
    asOf: '2011-12-09',
    shortHistory: true,
    figures: novemberFigures,
    ...(query.by && {
      by: query.by,
      rows: [rep('007', 'Петров Пётр', 1000), rep('', 'Не определён', 800)],
      total: novemberFigures,
    }),
    ...changes,
  };
}

export const customer: CustomerRow = {
  id: 1,
  shown: true,
  code: '00000123',
  name: 'ООО «Ромашка»',
  address: 'г. Казань, ул. Баумана, д. 1',
  industry: 'Розничная торговля',
  phone: '+79991234567',
  decisionMaker: 'Иванова Анна',
  influencer: '',
  city: 'Казань',
  clientType: 'Розница',
  salesChannel: 'Традиционная розница',
  acquisitionChannel: 'Выставка',
  manager: 'Петров Пётр',
  sales: '1895.00',
  salesExVat: '1579.17',
  documents: 2,
  products: 3,
  avgCheck: '947.5',
  firstPurchase: '2011-03-05',
  lastPurchase: '2011-11-28',
};

export const importSummary: ImportSummary = {
  importId: 3,
  source: 'main',
  tables: [
    {
      file: 'отгрузки.xlsx',
      sheet: 'Лист1',
      kind: 'shipments',
      format: 'xlsx',
      rows: 21,
      loaded: 18,
      unchanged: 0,
      rejected: 2,
      setAside: 1,
      columns: [
        {
          header: 'Контрагент',
          field: 'clientName',
          confidence: 1,
          reason: 'synonym',
          samples: ['ООО «Ромашка»'],
        },
        { header: 'Сумма', field: 'amountGross', confidence: 0.7, reason: 'values', samples: ['1 200,00'] },
        { header: 'Комментарий', field: null, confidence: 0, reason: 'none' },
      ],
      findings: [],
    },
  ],
  documents: { new: 5, changed: 1, same: 0, shrunk: 0 },
  shrunk: [],
  lines: 18,
  customers: { new: 2, known: 1 },
  deliveryPoints: { new: 2, known: 1 },
  products: { new: 3, known: 0 },
  contacts: 0,
  duplicateProposals: 0,
  period: { from: '2011-11-01', to: '2011-11-28' },
  effect: [
    {
      month: '2011-11',
      before: { client: 1664, legalEntity: 1664, deliveryPoint: 1700 },
      after: { client: 1665, legalEntity: 1665, deliveryPoint: 1702 },
    },
  ],
  rejects: [{ code: 'noCustomer', rows: 2, amount: '300.00' }],
  rejectedFile: '/data/intake/3-rejected.csv',
  mendedCells: 0,
  findings: [],
  basis: null,
  purpose: null,
};

export const appliedImport: AppliedImport = {
  importId: 3,
  source: 'main',
  status: 'applied',
  files: ['отгрузки.xlsx'],
  lines: 18,
  rejected: 2,
  appliedAt: '2011-12-09T09:05:00Z',
  undoneAt: null,
  dataVersion: 7,
  basis: null,
  purpose: null,
};

async function* list(rows: readonly CustomerRow[]) {
  yield* rows;
}

/** An application that answers from memory and writes down what it was asked. */
export function fakeApplication(
  changes: Partial<Application> & { customerRows?: readonly CustomerRow[] } = {},
): Application & { readonly asked: { figures: FigureQuery[]; customers: CustomerQuery[]; calls: string[] } } {
  const asked = { figures: [] as FigureQuery[], customers: [] as CustomerQuery[], calls: [] as string[] };
  const { customerRows = [customer], ...replaced } = changes;
  const application: ReturnType<typeof fakeApplication> = {
    asked,
    as: () => application,
    async prepareImport() {
      return {
        summary: importSummary,
        rows: async () => ({ columns: [], rows: [], more: false }),
        checkCorrections: async () => undefined,
        async apply() {
          asked.calls.push('apply');
          return { dataVersion: 7 };
        },
        async cancel() {
          asked.calls.push('cancel');
        },
      };
    },
    async undoPreview() {
      return {
        documents: { removed: 5, restored: 1 },
        hidden: { clients: 2, deliveryPoints: 2, products: 0 },
        effect: importSummary.effect,
      };
    },
    async setCalendarFile() {
      return [];
    },
    async dataGaps() {
      return [];
    },
    async imports() {
      return [appliedImport];
    },
    async rejectedRows(importId) {
      return Readable.from([`rows of ${importId}\n`]);
    },
    async undo(importId) {
      asked.calls.push(`undo ${importId}`);
      return { dataVersion: 8, effect: importSummary.effect };
    },
    async figures(query) {
      asked.figures.push(query);
      return query.periods.map((period) => fakeReport(query, period));
    },
    customers(query) {
      asked.customers.push(query);
      return list(customerRows);
    },
    table: notAsked,
    tables: notAsked,
    setSize: notAsked,
    readSet: notAsked,
    setPage: notAsked,
    setTotals: notAsked,
    customerCard: notAsked,
    editCustomer: notAsked,
    undoCustomerEdit: notAsked,
    quality: { overview: notAsked },
    integrity: { signals: notAsked, counts: notAsked, signal: notAsked, review: notAsked, agree: notAsked },
    bulkEdits: { state: notAsked, undo: notAsked },
    duplicates: {
      ...{ candidates: notAsked, pair: notAsked, preview: notAsked, merge: notAsked, merges: notAsked },
      ...{ unmergePreview: notAsked, unmerge: notAsked },
      ...{ dismiss: notAsked, recall: notAsked, dismissed: notAsked },
    },
    handOver: { preview: notAsked, make: notAsked, list: notAsked, report: notAsked, undo: notAsked },
    organisationEdits: {
      ...{ clients: notAsked, history: notAsked, preview: notAsked, add: notAsked },
      ...{ change: notAsked, undo: notAsked },
    },
    timeline: {
      ...{ page: notAsked, entry: notAsked, add: notAsked, change: notAsked, remove: notAsked },
      ...{ restore: notAsked, load: notAsked },
    },
    contacts: {
      ...{ of: notAsked, contact: notAsked, add: notAsked, change: notAsked, remove: notAsked },
      ...{ restore: notAsked, takeOver: notAsked, special: notAsked, setSpecial: notAsked },
    },
    privacy: { origins: notAsked, usual: notAsked, setUsual: notAsked },
    search: { find: notAsked, whom: notAsked },
    calls: {
      ...{ page: notAsked, card: notAsked, record: notAsked, undo: notAsked, results: notAsked },
      ...{ rules: notAsked, setRules: notAsked },
    },
    plans: {
      ...{ list: notAsked, plan: notAsked, fact: notAsked, forecast: notAsked, propose: notAsked },
      ...{ save: notAsked, approve: notAsked, read: notAsked, sheet: notAsked, compare: notAsked },
      periods: notAsked,
    },
    customerPlans: {
      ...{ page: notAsked, save: notAsked, propose: notAsked, adopt: notAsked },
      ...{ approve: notAsked, compare: notAsked, sheet: notAsked, read: notAsked, load: notAsked },
    },
    closing: {
      ...{ list: notAsked, close: notAsked, askReopening: notAsked, reopen: notAsked },
      ...{ drift: notAsked, difference: notAsked },
    },
    bonus: {
      ...{ schemes: notAsked, saveScheme: notAsked, statements: notAsked, statement: notAsked },
      ...{ keep: notAsked, release: notAsked },
    },
    prospects: { rules: notAsked, setRules: notAsked, levels: notAsked },
    removals: { list: notAsked, remove: notAsked, restore: notAsked, destroy: notAsked },
    dealers: { list: notAsked, of: notAsked, state: notAsked },
    groups: {
      list: notAsked,
      preview: notAsked,
      previewChange: notAsked,
      make: notAsked,
      change: notAsked,
      dissolve: notAsked,
    },
    terms: { of: notAsked, change: notAsked, undo: notAsked },
    views: { list: async () => [], add: notAsked, change: notAsked, remove: notAsked },
    documents: notAsked,
    documentLines: notAsked,
    setMembers: () => list([]),
    keepReady: async () => [],
    organisation: notAsked,
    assignments: notAsked,
    assign: notAsked,
    async methods() {
      return [
        { ...mainMethod, kept: true },
        { ...grossMethod, kept: false },
      ];
    },
    methodVersions: notAsked,
    saveMethod: notAsked,
    keepMethods: notAsked,
    namedBases: async () => [],
    addNamedBase: notAsked,
    removeNamedBase: notAsked,
    namedBaseFigures: notAsked,
    storedSets: async () => [],
    storeSet: notAsked,
    freezeSet: notAsked,
    removeStoredSet: notAsked,
    async dataState() {
      return { dataVersion: 7, historySince: '2010-12-01', asOf: '2011-12-09', imports: 1 };
    },
    async backup(folder = '') {
      asked.calls.push(`backup ${folder}`);
      return { folder, bytes: 12_400_000 };
    },
    async restore(folder) {
      asked.calls.push(`restore ${folder}`);
    },
    async places() {
      return [{ name: 'Киров', within: 'Калужская область' }];
    },
    async setPlace(place) {
      asked.calls.push(`place ${place.name} ${place.within}`);
      return place;
    },
    async removePlace(name) {
      asked.calls.push(`no place ${name}`);
    },
    whyShown: notAsked,
    calendar: notAsked,
    setCalendar: notAsked,
    removeCalendar: notAsked,
    workingDays: notAsked,
    audit: notAsked,
    verifyAudit: notAsked,
    async doctor() {
      return [{ check: 'warehouse', ok: true, detail: 'ClickHouse 26.7' }];
    },
    async demo() {
      asked.calls.push('demo');
      return [importSummary];
    },
    access: {
      users: async () => [],
      addUser: notAsked,
      changeUser: notAsked,
      resetPassword: notAsked,
      sessions: notAsked,
      endSessions: notAsked,
      keys: async () => [],
      addKey: notAsked,
      revokeKey: notAsked,
      door: {
        hasUsers: async () => false,
        signIn: notAsked,
        signOut: async () => undefined,
        bySession: async () => undefined,
        byKey: async () => undefined,
        user: async () => null,
        changePassword: notAsked,
        viewAs: notAsked,
      },
    },
    async close() {
      asked.calls.push('close');
    },
    ...replaced,
  };
  return application;
}
