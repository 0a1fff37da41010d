import { checkAllowed, type Need, type Viewer } from './domain/access.ts';
import type { Application, Parts } from './facade.ts';

/** What every call asks of whoever makes it; null: to be signed in. */
const needs: Readonly<Record<Exclude<keyof Application, 'as' | 'access' | keyof Parts>, Need | null>> = {
  dataState: null,
  figures: { permission: 'seeFigures' },
  table: { permission: 'seeFigures' },
  tables: { permission: 'seeFigures' },
  namedBaseFigures: { permission: 'seeFigures' },
  methods: { permission: 'seeFigures' },
  methodVersions: { permission: 'seeFigures' },
  namedBases: { permission: 'seeFigures' },
  dataGaps: { permission: 'seeFigures' },
  workingDays: { permission: 'seeFigures' },
  calendar: { permission: 'seeFigures' },
  places: { permission: 'seeFigures' },
  organisation: { permission: 'seeFigures' },
  readSet: { permission: 'seeFigures' },
  setSize: { permission: 'seeFigures' },
  setPage: { permission: 'seeCustomers' },
  setTotals: { permission: 'seeCustomers' },
  customerCard: { permission: 'seeCustomers' },
  editCustomer: { permission: 'editCustomers' },
  undoCustomerEdit: { permission: 'editCustomers' },
  documents: { permission: 'seeCustomers' },
  documentLines: { permission: 'seeCustomers' },
  assignments: { permission: 'seeCustomers' },
  storedSets: { permission: 'seeCustomers' },
  whyShown: { permission: 'seeCustomers' },
  // Whole lists in one go.
  customers: { permission: 'export' },
  setMembers: { permission: 'export' },
  storeSet: { permission: 'defineSets' },
  freezeSet: { permission: 'defineSets' },
  removeStoredSet: { permission: 'defineSets' },
  saveMethod: { permission: 'defineCompany', whole: true },
  keepMethods: { permission: 'defineCompany', whole: true },
  addNamedBase: { permission: 'defineCompany', whole: true },
  removeNamedBase: { permission: 'defineCompany', whole: true },
  setPlace: { permission: 'defineCompany', whole: true },
  removePlace: { permission: 'defineCompany', whole: true },
  setCalendar: { permission: 'defineCompany', whole: true },
  setCalendarFile: { permission: 'defineCompany', whole: true },
  removeCalendar: { permission: 'defineCompany', whole: true },
  assign: { permission: 'defineCompany', whole: true },
  prepareImport: { permission: 'import', whole: true },
  imports: { permission: 'import', whole: true },
  rejectedRows: { permission: 'import', whole: true },
  undo: { permission: 'import', whole: true },
  undoPreview: { permission: 'import', whole: true },
  keepReady: { permission: 'operate', whole: true },
  backup: { permission: 'operate', whole: true },
  restore: { permission: 'operate', whole: true },
  doctor: { permission: 'operate', whole: true },
  audit: { permission: 'seeAudit', whole: true },
  verifyAudit: { permission: 'seeAudit', whole: true },
  demo: { permission: 'operate', whole: true },
  close: { permission: 'operate', whole: true },
};

/**
 * The product as somebody may use it: every call of `application`, which sees with his eyes already, asks for his rights
 * first.
 */
export const withRights = (application: Application, viewer: Viewer): Application => {
  const guarded = (name: keyof typeof needs): unknown => {
    const call = application[name] as (...args: unknown[]) => unknown;
    // A stream is refused when it is asked for, before its first row.
    return (...args: unknown[]) => {
      try {
        const need = needs[name];
        if (need !== null) checkAllowed(viewer, need);
      } catch (error) {
        if (streams.has(name)) throw error;
        return Promise.reject(error);
      }
      return call(...args);
    };
  };
  const names = Object.keys(needs) as (keyof typeof needs)[];
  return {
    // Its parts and `access` ask for rights themselves.
    ...application,
    ...(Object.fromEntries(names.map((name) => [name, guarded(name)])) as unknown as Application),
    // Whoever sees with eyes that are not his own does not change them again.
    as: () => withRights(application, viewer),
  };
};

const streams: ReadonlySet<keyof Application> = new Set(['customers', 'setMembers']);
