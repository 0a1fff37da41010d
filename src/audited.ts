import { type AuditSubject, type AuditTrail, bulkPersons, type Errand } from './domain/audit.ts';
import type { CountUnit } from './domain/units.ts';
import type {
  Application,
  CustomerQuery,
  EditedCustomer,
  Parts,
  PreparedImport,
  SetListQuery,
} from './facade.ts';
import { recordedAccess } from './recorded-access.ts';
import type { WorkingCalendar } from './services/calendar/working-calendar.ts';
import { change, listing, type Recording, reading, withoutNames } from './services/parts/recording.ts';

/** How a method is recorded, or why it is not. */
type Rules = {
  readonly [Method in Exclude<keyof Application, keyof Parts>]:
    | string
    | ((call: Application[Method], recording: Recording<Application>) => Application[Method]);
};

/** The same application; what it does is recorded in the name of who does it. */
export function audited(application: Application, trail: AuditTrail, errand: Errand): Application {
  const recording = { whole: application, trail, errand };
  const recorded = Object.entries(rules).flatMap(([method, rule]) =>
    typeof rule === 'string'
      ? []
      : [
          [
            method,
            (rule as (call: unknown, recording: Recording<Application>) => unknown)(
              application[method as keyof Application],
              recording,
            ),
          ],
        ],
  );
  return { ...application, ...Object.fromEntries(recorded) };
}

const subject = (kind: string, id: string | number): { readonly subject: AuditSubject } => ({
  subject: { kind, id: String(id) },
});
const open = (name: string, before: unknown, after: unknown) => ({
  changes: {
    [name]: {
      ...(before !== undefined && { before: withoutNames(before) }),
      ...(after !== undefined && { after: withoutNames(after) }),
    },
  },
});
const question = (asked: CustomerQuery | SetListQuery | object) => ({
  details: { question: withoutNames(asked) },
});

/** Every method of the product but those of its parts: a new one does not compile before it is decided what is recorded of it. */
export const rules: Rules = {
  // Only what is applied changes anything.
  prepareImport:
    (call, recording) =>
    async (...args) =>
      recordedImport(await call(...args), recording),
  imports: 'names files, no persons',
  rejectedRows: reading('exported', (_rows, importId: number) => ({
    ...subject('import', importId),
    details: { what: 'rejectedRows' },
  })),
  undo: change<Application['undo']>('importUndone', {
    asked: (importId) => subject('import', importId),
    done: ({ dataVersion }, _before, importId) => ({
      ...subject('import', importId),
      details: { dataVersion },
    }),
  }),
  undoPreview: 'numbers',
  // Numbers, which only matter where they leave.
  figures: (call, recording) =>
    recording.errand.exporting
      ? reading<Parameters<typeof call>, Awaited<ReturnType<typeof call>>>('exported', (_reports, query) =>
          question(query),
        )(call, recording)
      : call,
  customers: listing((query) => question(query)),
  table: (call, recording) =>
    recording.errand.exporting
      ? reading<Parameters<typeof call>, Awaited<ReturnType<typeof call>>>('exported', (_answer, query) =>
          question(query),
        )(call, recording)
      : call,
  tables: 'numbers',
  setSize: 'a number',
  readSet: 'a sentence on a definition',
  setPage: reading('listed', (page, set, query) =>
    // Pages of a walk count whatever their size: else a hundred could be had in two halves.
    page.rows.length >= bulkPersons || query.cursor !== undefined || (query.from ?? 0) > 0
      ? {
          details: {
            question: withoutNames({ set, ...query, cursor: undefined }),
            persons: page.rows.length,
            of: page.total,
          },
        }
      : undefined,
  ),
  setTotals: 'numbers',
  documents: reading('listed', (page, set, query) =>
    page.rows.length >= bulkPersons || query.cursor !== undefined
      ? {
          details: {
            question: withoutNames({ documentsOf: set, ...query, cursor: undefined }),
            persons: new Set(page.rows.flatMap(({ shown, customer }) => (shown ? [customer] : []))).size,
            of: page.total,
          },
        }
      : undefined,
  ),
  customerCard: 'one customer',
  editCustomer: change<Application['editCustomer']>('personChanged', {
    asked: (unit, id) => subject(recordOf(unit), id),
    done: (edited) => personalChanges(edited),
  }),
  undoCustomerEdit: change<Application['undoCustomerEdit']>('personChanged', {
    asked: (edit) => ({ details: { undoes: edit } }),
    done: (edited, _before, undoes) => {
      const told = personalChanges(edited);
      return { ...told, details: { ...told.details, undoes } };
    },
  }),
  documentLines: 'one document, which names products',
  setMembers: listing((set, query) => question({ set, ...query })),
  keepReady: 'derived from the data',
  methods: 'definitions',
  methodVersions: 'definitions',
  saveMethod: change<Application['saveMethod'], Application>('methodSaved', {
    asked: ({ id }) => subject('method', id),
    before: async (application, { id }) => (await application.methods()).find((method) => method.id === id),
    done: (after, before) => ({ ...subject('method', after.id), ...open('method', before, after) }),
  }),
  keepMethods: change<Application['keepMethods'], Application>('methodsKept', {
    asked: (ids) => open('kept', undefined, ids),
    before: async (application) =>
      (await application.methods()).filter(({ kept }) => kept).map(({ id }) => id),
    done: (_result, before, ids) => open('kept', before, ids),
  }),
  namedBases: 'definitions',
  addNamedBase: change<Application['addNamedBase']>('namedBaseAdded', {
    asked: (base) => open('base', undefined, base),
    done: (base) => ({ ...subject('namedBase', base.id), ...open('base', undefined, base) }),
  }),
  removeNamedBase: change<Application['removeNamedBase'], Application>('namedBaseRemoved', {
    asked: (id) => subject('namedBase', id),
    before: async (application, id) => (await application.namedBases()).find((base) => base.id === id),
    done: (_result, before, id) => ({ ...subject('namedBase', id), ...open('base', before, undefined) }),
  }),
  namedBaseFigures: 'numbers',
  storedSets: 'definitions',
  storeSet: change<Application['storeSet']>('setStored', {
    asked: (set) => open('set', undefined, set),
    done: (stored) => ({ ...subject('set', stored.id), ...open('set', undefined, stored) }),
  }),
  freezeSet: change<Application['freezeSet']>('setStored', {
    asked: (id, name) => ({ details: { frozenFrom: id, name } }),
    done: (stored, _before, id) => ({
      ...subject('set', stored.id),
      ...open('set', undefined, stored),
      details: { frozenFrom: id },
    }),
  }),
  removeStoredSet: change<Application['removeStoredSet'], Application>('setRemoved', {
    asked: (id) => subject('set', id),
    before: async (application, id) => (await application.storedSets()).find((set) => set.id === id),
    done: (_result, before, id) => ({ ...subject('set', id), ...open('set', before, undefined) }),
  }),
  organisation: reading('listed', ({ members }) =>
    members.length >= bulkPersons
      ? { details: { question: 'organisation', persons: members.length } }
      : undefined,
  ),
  assignments: 'one customer',
  assign: change<Application['assign']>('assigned', {
    asked: ({ ids, ...statement }) => ({
      ...(ids.length === 1 && subject(statement.about, ids[0] ?? 0)),
      details: { statement: { ...(withoutNames(statement) as object), ids: withoutNames(ids) } },
    }),
  }),
  dataState: 'numbers',
  backup: change<Application['backup']>('backedUp', {
    asked: (folder) => ({ details: { folder: folder ?? null } }),
    done: ({ folder, bytes }) => ({ details: { folder, bytes } }),
  }),
  restore: change<Application['restore']>('restored', { asked: (folder) => ({ details: { folder } }) }),
  doctor: 'says how the installation is',
  places: 'towns',
  setPlace: change<Application['setPlace'], Application>('placeSet', {
    asked: ({ name }) => subject('place', name),
    before: async (application, { name }) =>
      (await application.places()).find((place) => place.name === name)?.within,
    done: (after, before) => ({ ...subject('place', after.name), ...open('within', before, after.within) }),
  }),
  removePlace: change<Application['removePlace'], Application>('placeRemoved', {
    asked: (name) => subject('place', name),
    before: async (application, name) =>
      (await application.places()).find((place) => place.name === name)?.within,
    done: (_result, before, name) => ({ ...subject('place', name), ...open('within', before, undefined) }),
  }),
  calendar: 'working days',
  setCalendar: change<Application['setCalendar'], Application>('calendarSet', {
    asked: ({ branch, year }) => subject('calendar', `${branch}/${year}`),
    before: async (application, place) => statedDays(await application.calendar(place)),
    done: (after, before) => ({
      ...subject('calendar', `${after.branch}/${after.year}`),
      ...open('calendar', before, statedDays(after)),
    }),
  }),
  setCalendarFile: change<Application['setCalendarFile']>('calendarSet', {
    asked: (branch) => subject('calendar', branch),
    done: (calendars, _before, branch) => ({
      ...subject('calendar', branch),
      ...open(
        'calendars',
        undefined,
        Object.fromEntries(calendars.map((one) => [one.year, statedDays(one)])),
      ),
    }),
  }),
  removeCalendar: change<Application['removeCalendar'], Application>('calendarRemoved', {
    asked: ({ branch, year }) => subject('calendar', `${branch}/${year}`),
    before: async (application, place) => statedDays(await application.calendar(place)),
    done: (_result, before, { branch, year }) => ({
      ...subject('calendar', `${branch}/${year}`),
      ...open('calendar', before, undefined),
    }),
  }),
  workingDays: 'working days',
  dataGaps: 'days',
  audit: reading('auditRead', ({ entries }, query) => {
    const persons = entries.filter(({ personal }) => personal?.state === 'shown').length;
    return persons > 0 ? { details: { question: withoutNames(query), persons } } : undefined;
  }),
  verifyAudit: 'hashes',
  demo: change<Application['demo']>('demoMade', { asked: () => ({}) }),
  as: 'each records in the name of his own',
  access: recordedAccess,
  whyShown: 'about one customer, who is not named',
  close: 'nothing of the data',
};

const recordOf = (unit: CountUnit): string => (unit === 'deliveryPoint' ? 'point' : 'party');

/** Names and notes are the customer's own: they are kept under his key. */
function personalChanges({ edit, changes, card: { unit, id } }: EditedCustomer) {
  const of = { kind: recordOf(unit), id: String(id) };
  return {
    subject: of,
    details: { edit, fields: Object.keys(changes) },
    ...(edit !== null && { personal: { of, changes } }),
  };
}

function recordedImport(prepared: PreparedImport, recording: Recording): PreparedImport {
  const { importId, lines, customers, tables, source, mendedCells } = prepared.summary;
  const rejected = tables.reduce((sum, table) => sum + table.rejected, 0);
  const told = {
    ...subject('import', importId),
    details: { lines, rejected, newCustomers: customers.new, files: tables.length, source, mendedCells },
  };
  const apply = change<PreparedImport['apply']>('importApplied', {
    asked: () => told,
    done: ({ dataVersion }) => ({
      ...told,
      details: { ...told.details, dataVersion },
    }),
  });
  return { ...prepared, apply: apply(() => prepared.apply(), recording) };
}

const statedDays = ({ weekdays, daysOff, workedDays }: WorkingCalendar) => ({
  weekdays,
  daysOff,
  workedDays,
});
