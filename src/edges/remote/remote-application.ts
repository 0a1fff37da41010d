import { Readable } from 'node:stream';
import { Refusal } from '../../domain/problem.ts';
import type { Application, OnProgress } from '../../facade.ts';
import { auditEndpoint, auditVerificationEndpoint } from '../http/contracts/audit.ts';
import {
  bonusSchemesEndpoint,
  bonusStatementEndpoint,
  bonusStatementsEndpoint,
  keepBonusEndpoint,
  releaseBonusEndpoint,
  saveBonusSchemeEndpoint,
} from '../http/contracts/bonus.ts';
import { stateOfManyEndpoint, undoManyEditsEndpoint } from '../http/contracts/bulk-edits.ts';
import {
  calendarEndpoint,
  dataGapsEndpoint,
  removeCalendarEndpoint,
  setCalendarEndpoint,
  setCalendarFileEndpoint,
  workingDaysEndpoint,
} from '../http/contracts/calendars.ts';
import {
  callCardEndpoint,
  callResultsEndpoint,
  callRulesEndpoint,
  callsEndpoint,
  recordCallEndpoint,
  setCallRulesEndpoint,
  undoCallEndpoint,
} from '../http/contracts/calls.ts';
import { stateEndpoint } from '../http/contracts/catalogue.ts';
import {
  customerCardEndpoint,
  editCustomerEndpoint,
  undoCustomerEditEndpoint,
} from '../http/contracts/customer-card.ts';
import { customersEndpoint } from '../http/contracts/customers.ts';
import {
  addNamedBaseEndpoint,
  freezeSetEndpoint,
  keepMethodsEndpoint,
  methodsEndpoint,
  methodVersionsEndpoint,
  namedBaseFiguresEndpoint,
  namedBasesEndpoint,
  removeNamedBaseEndpoint,
  removeStoredSetEndpoint,
  saveMethodEndpoint,
  storedSetsEndpoint,
  storeSetEndpoint,
} from '../http/contracts/definitions.ts';
import { documentLinesEndpoint, documentsEndpoint } from '../http/contracts/documents.ts';
import {
  dismissDuplicateEndpoint,
  dismissedEndpoint,
  duplicatePairEndpoint,
  duplicatesEndpoint,
  mergeCustomersEndpoint,
  mergePreviewEndpoint,
  mergesEndpoint,
  recallDuplicateEndpoint,
  unmergeEndpoint,
  unmergePreviewEndpoint,
} from '../http/contracts/duplicates.ts';
import { figuresEndpoint } from '../http/contracts/figures.ts';
import {
  handOverReportEndpoint,
  handOversEndpoint,
  makeHandOverEndpoint,
  previewHandOverEndpoint,
  undoHandOverEndpoint,
} from '../http/contracts/hand-overs.ts';
import {
  importsEndpoint,
  rejectedRowsEndpoint,
  undoEndpoint,
  undoPreviewEndpoint,
} from '../http/contracts/imports.ts';
import type { JobSnapshot } from '../http/contracts/jobs.ts';
import {
  assignEndpoint,
  assignmentsEndpoint,
  organisationEndpoint,
  previewAssignmentEndpoint,
  whyShownEndpoint,
} from '../http/contracts/organisation.ts';
import {
  addMemberEndpoint,
  changeMemberEndpoint,
  memberHistoryEndpoint,
  organisationClientsEndpoint,
  undoMemberChangeEndpoint,
} from '../http/contracts/organisation-edits.ts';
import {
  prospectLevelsEndpoint,
  setTargetRulesEndpoint,
  targetRulesEndpoint,
} from '../http/contracts/prospects.ts';
import { qualityEndpoint } from '../http/contracts/quality.ts';
import {
  destroyCustomerEndpoint,
  removeCustomerEndpoint,
  removedEndpoint,
  restoreCustomerEndpoint,
} from '../http/contracts/removals.ts';
import { searchEndpoint, whomEndpoint } from '../http/contracts/search.ts';
import {
  setMembersEndpoint,
  setPageEndpoint,
  setSizeEndpoint,
  setTotalsEndpoint,
} from '../http/contracts/sets.ts';
import { tableEndpoint, tablesEndpoint } from '../http/contracts/tables.ts';
import { changeTermsEndpoint, termsEndpoint, undoTermsEndpoint } from '../http/contracts/terms.ts';
import {
  backupEndpoint,
  doctorEndpoint,
  placesEndpoint,
  removePlaceEndpoint,
  setPlaceEndpoint,
} from '../http/contracts/upkeep.ts';
import {
  addViewEndpoint,
  changeViewEndpoint,
  removeViewEndpoint,
  viewsEndpoint,
} from '../http/contracts/views.ts';
import type { Connection } from './connection.ts';
import { followJob } from './follow-job.ts';
import { remoteAccess } from './remote-access.ts';
import { remoteContacts } from './remote-contacts.ts';
import { remoteCustomerPlans } from './remote-customer-plans.ts';
import { remoteGroups } from './remote-groups.ts';
import { prepareRemoteImport } from './remote-import.ts';
import { remoteIntegrity } from './remote-integrity.ts';
import { remotePlans } from './remote-plans.ts';
import { remotePrivacy } from './remote-privacy.ts';
import { remoteTimeline } from './remote-timeline.ts';

/** The product through the server that has the data folder open. */
export function remoteApplication(connection: Connection): Application {
  const { call, file, url } = connection;
  const refuse = async () => {
    throw new Refusal({ code: 'notWhileServed', params: { url } });
  };
  return {
    as: ({ user, lent }) => {
      if (!lent || user === null) throw new Error('the server tells its visitors apart');
      return remoteApplication(connection.viewing(user));
    },
    prepareImport: (files, options, ask, onProgress, signal) =>
      prepareRemoteImport(connection, files, options, ask, onProgress, signal),
    imports: async () => (await call(importsEndpoint)).imports,
    rejectedRows: (importId) => file(rejectedRowsEndpoint, { params: { importId } }),
    undo: async (importId, onProgress) => {
      const job = await call(undoEndpoint, { params: { importId } });
      const { dataVersion = 0, effect = [] } = await resultOf(connection, job, onProgress);
      return { dataVersion, effect };
    },
    undoPreview: (importId, signal) => call(undoPreviewEndpoint, { params: { importId } }, signal),
    figures: async ({ periods, ...query }, signal) => {
      const body = { ...query, periods: periods.map(({ label }) => label) };
      return (await call(figuresEndpoint, { body }, signal)).reports;
    },
    customers: ({ period, ...query }, signal) =>
      connection.each(customersEndpoint, { body: { ...query, period: period.label } }, signal),
    tables: async (queries, signal) =>
      (await call(tablesEndpoint, { body: { queries: [...queries] } }, signal)).answers,
    table: (query, signal) => call(tableEndpoint, { body: query }, signal),
    setSize: async (set, signal) => (await call(setSizeEndpoint, { body: { set } }, signal)).size,
    readSet: async (set, language) =>
      (await call(setSizeEndpoint, { body: { set } }, undefined, language)).reading,
    setPage: (set, { period, ...page }, signal) =>
      call(setPageEndpoint, { body: { ...page, set, period: period.label } }, signal),
    setTotals: (set, { period, ...list }, signal) =>
      call(setTotalsEndpoint, { body: { ...list, set, period: period.label } }, signal),
    customerCard: (unit, id, signal) => call(customerCardEndpoint, { params: { unit, id } }, signal),
    editCustomer: (unit, id, body) => call(editCustomerEndpoint, { params: { unit, id }, body }),
    undoCustomerEdit: (id) => call(undoCustomerEditEndpoint, { params: { id } }),
    duplicates: {
      candidates: ({ certain, ...query }) =>
        call(duplicatesEndpoint, { query: { ...query, ...(certain && { certain: 'true' }) } }),
      pair: (unit, a, b) => call(duplicatePairEndpoint, { params: { unit, a, b } }),
      preview: (merges) => call(mergePreviewEndpoint, { body: { merges } }),
      merge: (merges) => call(mergeCustomersEndpoint, { body: { merges } }),
      merges: (query) => call(mergesEndpoint, { query }),
      unmergePreview: (id) => call(unmergePreviewEndpoint, { params: { id } }),
      unmerge: (id) => call(unmergeEndpoint, { params: { id } }),
      dismiss: async (a, b) => {
        await call(dismissDuplicateEndpoint, { params: { a, b } });
      },
      recall: async (a, b) => {
        await call(recallDuplicateEndpoint, { params: { a, b } });
      },
      dismissed: async () => (await call(dismissedEndpoint)).pairs,
    },
    quality: { overview: () => call(qualityEndpoint) },
    integrity: remoteIntegrity(connection),
    bulkEdits: {
      state: (body) => call(stateOfManyEndpoint, { body }),
      undo: async (body) => (await call(undoManyEditsEndpoint, { body })).edits,
    },
    handOver: {
      preview: (body) => call(previewHandOverEndpoint, { body }),
      make: (body) => call(makeHandOverEndpoint, { body }),
      list: async () => (await call(handOversEndpoint)).handOvers,
      report: (id) => call(handOverReportEndpoint, { params: { id } }),
      undo: (id) => call(undoHandOverEndpoint, { params: { id } }),
    },
    organisationEdits: {
      clients: async (day) => (await call(organisationClientsEndpoint, { query: { day } })).clients,
      history: async (id) => (await call(memberHistoryEndpoint, { params: { id } })).changes,
      preview: async (body) => (await call(previewAssignmentEndpoint, { body })).effect,
      add: (body) => call(addMemberEndpoint, { body }),
      change: (id, body) => call(changeMemberEndpoint, { params: { id }, body }),
      undo: (id, version) => call(undoMemberChangeEndpoint, { params: { id }, body: { version } }),
    },
    timeline: remoteTimeline(connection),
    contacts: remoteContacts(connection),
    privacy: remotePrivacy(connection),
    search: {
      find: (words) => call(searchEndpoint, { body: { words } }),
      whom: async (text) => (await call(whomEndpoint, { body: { text } })).customers,
    },
    ...remoteGroups(connection),
    calls: {
      page: (query) => call(callsEndpoint, { query }),
      card: (id) => call(callCardEndpoint, { params: { id } }),
      record: (body) => call(recordCallEndpoint, { body }),
      undo: (number) => call(undoCallEndpoint, { params: { call: number } }),
      results: (from, to) => call(callResultsEndpoint, { query: { from, to } }),
      rules: () => call(callRulesEndpoint),
      setRules: (body) => call(setCallRulesEndpoint, { body }),
    },
    ...remotePlans(connection),
    customerPlans: remoteCustomerPlans(connection),
    bonus: {
      schemes: async () => (await call(bonusSchemesEndpoint)).schemes,
      saveScheme: (body) => call(saveBonusSchemeEndpoint, { body }),
      statements: (month) => call(bonusStatementsEndpoint, { params: { month } }),
      statement: (month, member) => call(bonusStatementEndpoint, { params: { month, member } }),
      keep: (month) => call(keepBonusEndpoint, { params: { month } }),
      release: (month) => call(releaseBonusEndpoint, { params: { month } }),
    },
    prospects: {
      rules: () => call(targetRulesEndpoint),
      setRules: (body) => call(setTargetRulesEndpoint, { body }),
      levels: async () => (await call(prospectLevelsEndpoint)).levels,
    },
    removals: {
      list: async () => (await call(removedEndpoint)).customers,
      remove: (unit, id, reason) =>
        call(removeCustomerEndpoint, { params: { unit, id }, body: { ...(reason && { reason }) } }),
      restore: (id) => call(restoreCustomerEndpoint, { params: { id } }),
      destroy: (unit, id) => call(destroyCustomerEndpoint, { params: { unit, id } }),
    },
    terms: {
      of: (unit, id) => call(termsEndpoint, { params: { unit, id } }),
      change: (unit, id, body) => call(changeTermsEndpoint, { params: { unit, id }, body }),
      undo: (id) => call(undoTermsEndpoint, { params: { id } }),
    },
    views: {
      list: async () => (await call(viewsEndpoint)).views,
      add: (body) => call(addViewEndpoint, { body }),
      change: (id, body) => call(changeViewEndpoint, { params: { id }, body }),
      remove: async (id) => {
        await call(removeViewEndpoint, { params: { id } });
      },
    },
    documents: (set, { period, ...page }, signal) =>
      call(documentsEndpoint, { body: { ...page, set, period: period.label } }, signal),
    documentLines: ({ period, ...document }, signal) =>
      call(documentLinesEndpoint, { body: { ...document, period: period.label } }, signal),
    setMembers: (set, { period, ...list }, signal) =>
      connection.each(setMembersEndpoint, { body: { ...list, set, period: period.label } }, signal),
    // The server does it by itself.
    keepReady: async () => [],
    organisation: (day) => call(organisationEndpoint, { query: day === undefined ? {} : { day } }),
    assignments: (unit, id) => call(assignmentsEndpoint, { params: { unit, id } }),
    whyShown: async (unit, id) => (await call(whyShownEndpoint, { params: { unit, id } })).because,
    assign: async (statement, onProgress) => {
      const job = await call(assignEndpoint, { body: statement });
      const { dataVersion = 0, effect = [] } = await resultOf(connection, job, onProgress);
      return { dataVersion, effect };
    },
    methods: async () => (await call(methodsEndpoint)).methods,
    methodVersions: async (id) => (await call(methodVersionsEndpoint, { params: { id } })).versions,
    saveMethod: (method) => call(saveMethodEndpoint, { body: method }),
    keepMethods: async (ids) => {
      await call(keepMethodsEndpoint, { body: { ids: [...ids] } });
    },
    namedBases: async () => (await call(namedBasesEndpoint)).bases,
    addNamedBase: (base) => call(addNamedBaseEndpoint, { body: base }),
    removeNamedBase: async (id) => {
      await call(removeNamedBaseEndpoint, { params: { id } });
    },
    namedBaseFigures: async (question, signal) =>
      (await call(namedBaseFiguresEndpoint, { body: question }, signal)).answers,
    storedSets: async () => (await call(storedSetsEndpoint)).sets,
    storeSet: (set, signal) => call(storeSetEndpoint, { body: set }, signal),
    freezeSet: (id, name, signal) => call(freezeSetEndpoint, { params: { id }, body: { name } }, signal),
    removeStoredSet: async (id) => {
      await call(removeStoredSetEndpoint, { params: { id } });
    },
    dataState: () => call(stateEndpoint),
    backup: async (folder, onProgress) => {
      const job = await call(backupEndpoint, { body: folder === undefined ? {} : { folder } });
      const result = await resultOf(connection, job, onProgress);
      return { folder: result.folder ?? '', bytes: result.bytes ?? 0 };
    },
    restore: refuse,
    demo: refuse,
    doctor: async (signal) => (await call(doctorEndpoint, {}, signal)).checks,
    places: async () => (await call(placesEndpoint)).places,
    setPlace: (place) => call(setPlaceEndpoint, { body: place }),
    removePlace: async (name) => {
      await call(removePlaceEndpoint, { params: { name } });
    },
    calendar: (params, signal) => call(calendarEndpoint, { params }, signal),
    setCalendar: (params, body) => call(setCalendarEndpoint, { params, body }),
    setCalendarFile: async (branch, content) =>
      (await call(setCalendarFileEndpoint, { params: { branch }, body: Readable.from([content]) })).calendars,
    removeCalendar: async (params) => {
      await call(removeCalendarEndpoint, { params });
    },
    workingDays: async ({ label }, signal) =>
      (await call(workingDaysEndpoint, { query: { period: label } }, signal)).branches,
    dataGaps: async ({ from, to }, signal) =>
      (await call(dataGapsEndpoint, { query: { from, to } }, signal)).branches,
    audit: ({ user, subject, ...query }) =>
      call(auditEndpoint, {
        query: {
          ...query,
          ...(user !== undefined && { user: user ?? 'holder' }),
          ...(subject && { subject: [subject.kind, subject.id].filter(Boolean).join(':') }),
        },
      }),
    verifyAudit: (head) => call(auditVerificationEndpoint, { query: head === undefined ? {} : { head } }),
    access: remoteAccess(connection),
    close: async () => connection.close(),
  };
}

async function resultOf(connection: Connection, started: JobSnapshot, onProgress: OnProgress) {
  const job = followJob(connection, started, onProgress);
  const end = await job.next();
  await job.leave();
  if (end.state !== 'done') throw new Error(`a job of the kind ${started.kind} ended as ${end.state}`);
  return end.result;
}
