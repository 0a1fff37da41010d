import type { Viewer } from './domain/access.ts';
import { today } from './domain/clock.ts';
import type { FigureAnswer, FigureQuery as TableQuery } from './domain/figure-query.ts';
import type { Method } from './domain/method.ts';
import { Refusal } from './domain/problem.ts';
import { type CustomerSet, readCustomerSet } from './domain/sets/customer-set.ts';
import type { CountUnit } from './domain/units.ts';
import type { Application, CustomerQuery, FigureQuery } from './facade.ts';
import { readingOf } from './messages/set-reading.ts';
import { type AnswerCache, answerKey } from './services/activity/answer-cache.ts';
import { customerPage } from './services/activity/customer-page.ts';
import { customers, listCustomers } from './services/activity/customers.ts';
import { documentLines, documentPage } from './services/activity/document-page.ts';
import { answerFigures } from './services/activity/figure-answer.ts';
import { figures } from './services/activity/figures.ts';
import { answerOfFound, totalsIn, totalsQuery } from './services/activity/list-totals.ts';
import { memberOf } from './services/activity/member-names.ts';
import type { CustomerRow, FigureReport } from './services/activity/report.ts';
import { findUnits } from './services/activity/search/find-units.ts';
import { type SetContext, setMembers, setSize } from './services/activity/set-sql.ts';
import { dataGaps } from './services/calendar/data-gaps.ts';
import { statedCalendars } from './services/calendar/stated-calendars.ts';
import { workingCalendar, workingDaysByBranch } from './services/calendar/working-calendar.ts';
import { customerCard } from './services/customers/customer-card.ts';
import { editCustomer, undoEdit } from './services/customers/edit-customer.ts';
import { editUnder } from './services/customers/edits.ts';
import { visiblePlace, whyVisible } from './services/customers/visible.ts';
import { methodAsked } from './services/definitions/methods.ts';
import { namedBases, questionOf } from './services/definitions/named-bases.ts';
import { namesInSet } from './services/definitions/names-in-set.ts';
import { setContext } from './services/definitions/set-context.ts';
import { addStoredSet, removeStoredSet, storedSet, storedSets } from './services/definitions/stored-sets.ts';
import { currentVersion, type DataVersion } from './services/ledger/data-version.ts';
import { organisation } from './services/organisation/organisation.ts';
import { unitAssignments } from './services/organisation/unit-assignments.ts';
import { assignmentsOf, organisationOf, visibleMembers } from './services/organisation/visible-members.ts';
import type { Stores } from './stores/stores.ts';
import { abortable } from './stores/warehouse/abortable.ts';
import { statement } from './stores/warehouse/sql.ts';

type Questions = Pick<
  Application,
  | 'figures'
  | 'customers'
  | 'table'
  | 'tables'
  | 'setSize'
  | 'readSet'
  | 'setPage'
  | 'setTotals'
  | 'setMembers'
  | 'customerCard'
  | 'editCustomer'
  | 'undoCustomerEdit'
  | 'documents'
  | 'documentLines'
  | 'namedBaseFigures'
  | 'storedSets'
  | 'storeSet'
  | 'freezeSet'
  | 'removeStoredSet'
  | 'organisation'
  | 'assignments'
  | 'whyShown'
  | 'calendar'
  | 'workingDays'
  | 'dataGaps'
>;

/** What somebody sees, and what is kept from him of that. */
type Sight = Pick<Viewer, 'user' | 'scope' | 'hidden'>;

/** Everything that is asked of customers and figures, by somebody who sees a scope; answers may be those of others. */
export function questions(stores: Stores, answers: AnswerCache, sight: Sight): Questions {
  const { scope } = sight;
  const hidesContacts = sight.hidden.includes('contacts');
  const seen = (row: CustomerRow): CustomerRow =>
    hidesContacts ? { ...row, phone: '', decisionMaker: '', influencer: '' } : row;
  // An order by what is kept from somebody would tell him of it.
  const checkSort = ({ sort }: Pick<CustomerQuery, 'sort'>): void => {
    if (hidesContacts && (sort === 'phone' || sort === 'decisionMaker' || sort === 'influencer'))
      throw new Refusal({ code: 'contactsHidden' });
  };
  /** Whom of the organisation he may be told of; null: everybody. */
  const membersSeen = async (): Promise<ReadonlySet<number> | null> => {
    if (scope.nodes === null) return null;
    const version = await currentVersion(stores.records);
    return visibleMembers(await organisation(stores, version, today()), scope);
  };
  const asked = ({ method: id, totalBase, attribution }: FigureQuery | CustomerQuery): Promise<Method> =>
    methodAsked(stores, { id, totalBase, attribution });
  const contextOf = async (set: CustomerSet): Promise<SetContext> =>
    await setContext(stores, set, { version: await currentVersion(stores.records), scope });
  /** Who a table is about, by method. */
  const amongOf = async (version: DataVersion, { among, unit, methods }: TableQuery) =>
    among &&
    (await Promise.all(
      methods.map(async (method) => {
        const set = readCustomerSet({ language: 1, unit, method, set: among });
        if (!('set' in set)) throw new Refusal(...set);
        return setMembers(set.set, await setContext(stores, set, { version, scope }));
      }),
    ));
  const tableOf = async (
    version: DataVersion,
    query: TableQuery,
    signal?: AbortSignal,
  ): Promise<FigureAnswer> => {
    const methods = await Promise.all(query.methods.map((method) => methodAsked(stores, method)));
    const context = { version, methods, today: version.asOf ?? today(), scope };
    const among = await amongOf(version, query);
    // Only this comparison looks at what the company says of its working days.
    const calendars = query.compare.includes('sameWorkingDay') ? [...(await statedCalendars(stores))] : [];
    const answered = () =>
      answerFigures(readingStores(stores, signal), query, { ...context, ...(among && { among }) });
    // A set is known by its statement: it may hang on words that make no new version of the data.
    const question = [query, among?.map(statement)];
    return await answers.get(answerKey({ ...context, question, calendars }), async () => {
      const answer = await answered();
      return { answer, weight: answer.cells.length * (query.metrics.length + 2) };
    });
  };
  const table = async (query: TableQuery, signal?: AbortSignal) =>
    await tableOf(await currentVersion(stores.records), query, signal);
  const addSet = async (name: string, set: CustomerSet, frozen: boolean, signal?: AbortSignal) => {
    if (!frozen) return await addStoredSet(stores, { name, set, scope });
    const context = await contextOf(set);
    const { text, params } = statement(setMembers(set.set, context));
    const rows = await stores.warehouse.rows<{ unit: number }>(text, params, signal);
    const members = rows.map(({ unit }) => unit);
    return await addStoredSet(stores, { name, set, scope, frozen: { version: context.version, members } });
  };
  const cardOf = async (reading: Stores, unit: CountUnit, id: number) => {
    const version = await currentVersion(reading.records);
    return await customerCard(reading, {
      ...{ version, scope, hidden: sight.hidden },
      place: await visiblePlace(reading, { scope, version }, unit, id),
      method: await methodAsked(reading, { id: 'main' }),
      membersSeen: await membersSeen(),
    });
  };
  return {
    figures: async ({ scope: history, ...query }: FigureQuery, signal) => {
      const reading = readingStores(stores, signal);
      const version = await currentVersion(stores.records);
      const method = await asked(query);
      const reports: FigureReport[] = [];
      const common = { ...query, ...(history !== undefined && { history }), scope, version, method };
      for (const period of query.periods) reports.push(await figures(reading, { ...common, period }));
      return reports;
    },
    customers: async function* (query: CustomerQuery, signal) {
      checkSort(query);
      const reading = readingStores(stores, signal);
      const version = await currentVersion(stores.records);
      const slice =
        query.by === undefined
          ? undefined
          : {
              dimension: query.by.dimension,
              member: await memberOf(reading, query.by.dimension, query.by.code),
            };
      const rows = customers(reading, {
        ...query,
        ...{ scope, hidesContacts },
        version,
        method: await asked(query),
        ...(slice !== undefined && { slice }),
      });
      for await (const row of rows) yield seen(row);
    },
    table,
    tables: async (queries, signal) => {
      const version = await currentVersion(stores.records);
      return await Promise.all(queries.map((query) => tableOf(version, query, signal)));
    },
    setSize: async (set, signal) => {
      const { text, params } = statement(setSize(set.set, await contextOf(set)));
      const [row] = await stores.warehouse.rows<{ size: string }>(text, params, signal);
      return Number(row?.size ?? 0);
    },
    readSet: async (set, language) => {
      const members = await membersSeen();
      const isSeen = (member: number): boolean => members === null || members.has(member);
      return readingOf(set, language, await namesInSet(stores, set, language, { scope, isSeen }));
    },
    setPage: async (set, { slice = [], ...page }, signal) => {
      checkSort(page);
      const answer = await customerPage(readingStores(stores, signal), {
        ...page,
        ...{ set, slice, scope, hidesContacts },
        contextOf: (of, version) => setContext(stores, of, { version, scope }),
      });
      return { ...answer, rows: answer.rows.map(seen) };
    },
    setTotals: async (set, { period, slice = [], search = '' }, signal) => {
      const query = totalsQuery(set, { period, slice });
      const ids = await findUnits(stores, set.unit, { search, hidesContacts });
      if (ids === null) return totalsIn(await table(query, signal));
      const list = { ...(await contextOf(set)), set: set.set, period, slice };
      return totalsIn(await answerOfFound(readingStores(stores, signal), query, list, ids));
    },
    documents: async (set, { slice = [], lines = 'all', ...page }, signal) =>
      await documentPage(readingStores(stores, signal), {
        ...{ ...page, set, slice, lines },
        contextOf: (of, version) => setContext(stores, of, { version, scope }),
      }),
    documentLines: async ({ slice = [], lines = 'all', method, ...document }, signal) =>
      await documentLines(readingStores(stores, signal), {
        ...{ ...document, slice, lines, scope },
        version: await currentVersion(stores.records),
        method: await methodAsked(stores, method),
      }),
    setMembers: async function* (set, { slice = [], ...list }, signal) {
      checkSort(list);
      const context = { ...(await contextOf(set)), hidesContacts };
      const rows = listCustomers(readingStores(stores, signal), { ...context, ...list, set: set.set, slice });
      for await (const row of rows) yield seen(row);
    },
    namedBaseFigures: async ({ on, ...question }, signal) => {
      const { asOf } = await currentVersion(stores.records);
      const found = [];
      for (const base of await namedBases(stores))
        found.push({ base, answer: await table(questionOf(base, on ?? asOf ?? today(), question), signal) });
      return found;
    },
    storedSets: () => storedSets(stores, scope),
    storeSet: ({ name, set, frozen = false }, signal) => addSet(name, set, frozen, signal),
    freezeSet: async (id, name, signal) => {
      const { set } = await storedSet(stores, id, scope);
      return await addSet(name, { ...set, set: { kind: 'stored', id } }, true, signal);
    },
    calendar: async (place, signal) => {
      const members = await membersSeen();
      const { branch } = place;
      if (branch !== 0 && members !== null && !members.has(branch))
        throw new Refusal({ code: 'branchUnknown', params: { branch } });
      const version = await currentVersion(stores.records);
      return await workingCalendar(readingStores(stores, signal), version, place);
    },
    workingDays: async (period, signal) => {
      const members = await membersSeen();
      const version = await currentVersion(stores.records);
      const all = await workingDaysByBranch(readingStores(stores, signal), version, period);
      return all.filter(({ branch }) => branch === 0 || members === null || members.has(branch));
    },
    dataGaps: async (period, signal) => {
      const all = await dataGaps(readingStores(stores, signal), await currentVersion(stores.records), period);
      // Days of a branch of which he sees a part only would tell him of the rest.
      const whole = scope.nodes?.flatMap(({ dimension, member }) => (dimension === 'branch' ? [member] : []));
      return whole === undefined ? all : all.filter(({ branch }) => whole.includes(branch));
    },
    customerCard: async (unit, id, signal) => await cardOf(readingStores(stores, signal), unit, id),
    editCustomer: async (unit, id, edit) => {
      const version = await currentVersion(stores.records);
      const place = await visiblePlace(stores, { scope, version }, unit, id);
      const written = await editCustomer(stores, place, edit, sight.user);
      return { ...written, card: await cardOf(stores, unit, place.id) };
    },
    undoCustomerEdit: async (number) => {
      const { unit, id } = await editUnder(stores, number);
      const version = await currentVersion(stores.records);
      if ((await whyVisible(stores, { scope, version }, unit, id)) === null)
        throw new Refusal({ code: 'customerEditUnknown', params: { id: number } });
      const written = await undoEdit(stores, number, sight.user);
      return { ...written, card: await cardOf(stores, unit, id) };
    },
    whyShown: async (unit, id) => {
      const version = await currentVersion(stores.records);
      return await whyVisible(stores, { scope, version }, unit, id);
    },
    removeStoredSet: (id) => removeStoredSet(stores, id, scope),
    organisation: async (day = today()) => {
      const all = await organisation(stores, await currentVersion(stores.records), day);
      return scope.nodes === null ? all : organisationOf(all, visibleMembers(all, scope));
    },
    assignments: async (unit, id) => {
      const version = await currentVersion(stores.records);
      const members = await membersSeen();
      if ((await whyVisible(stores, { scope, version }, unit, id)) === null) throw unknownUnit(unit, id);
      const all = await unitAssignments(stores, version, unit, id);
      return members === null ? all : assignmentsOf(all, members);
    },
  };
}

const unknownUnit = (level: CountUnit, id: number): Refusal =>
  new Refusal({ code: 'assignmentUnitsUnknown', params: { level, count: 1, first: String(id) } });

/** The stores for one question that can be called off. */
export function readingStores(stores: Stores, signal: AbortSignal | undefined): Stores {
  return signal === undefined ? stores : { ...stores, warehouse: abortable(stores.warehouse, signal) };
}
