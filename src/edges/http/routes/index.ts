import type { Route } from '../route.ts';
import { addContactRoute } from './add-contact.ts';
import { addEntryRoute } from './add-entry.ts';
import { addGroupRoute } from './add-group.ts';
import { addKeyRoute } from './add-key.ts';
import { addMemberRoute } from './add-member.ts';
import { addNamedBaseRoute } from './add-named-base.ts';
import { addUserRoute } from './add-user.ts';
import { addViewRoute } from './add-view.ts';
import { adoptCustomersRoute } from './adopt-customers.ts';
import { agreeOnSignalRoute } from './agree-on-signal.ts';
import { answerJobRoute } from './answer-job.ts';
import { applyJobRoute } from './apply-job.ts';
import { approveCustomerPlanRoute } from './approve-customer-plan.ts';
import { approvePlanRoute } from './approve-plan.ts';
import { askReopeningRoute } from './ask-reopening.ts';
import { assignRoute } from './assign.ts';
import { assignmentsRoute } from './assignments.ts';
import { auditRoute } from './audit.ts';
import { auditVerificationRoute } from './audit-verification.ts';
import { backupRoute } from './backup.ts';
import { bonusSchemesRoute } from './bonus-schemes.ts';
import { bonusStatementRoute } from './bonus-statement.ts';
import { bonusStatementsRoute } from './bonus-statements.ts';
import { calendarRoute } from './calendar.ts';
import { callCardRoute } from './call-card.ts';
import { callResultsRoute } from './call-results.ts';
import { callRulesRoute } from './call-rules.ts';
import { callsRoute } from './calls.ts';
import { cancelJobRoute } from './cancel-job.ts';
import { catalogueRoute } from './catalogue.ts';
import { changeContactRoute } from './change-contact.ts';
import { changeEntryRoute } from './change-entry.ts';
import { changeGroupRoute } from './change-group.ts';
import { changeMemberRoute } from './change-member.ts';
import { changePasswordRoute } from './change-password.ts';
import { changeTermsRoute } from './change-terms.ts';
import { changeUserRoute } from './change-user.ts';
import { changeViewRoute } from './change-view.ts';
import { closeMonthRoute } from './close-month.ts';
import { closingsRoute } from './closings.ts';
import { compareCustomerPlansRoute } from './compare-customer-plans.ts';
import { comparePlansRoute } from './compare-plans.ts';
import { contactRoute } from './contact.ts';
import { contactsRoute } from './contacts.ts';
import { createImportRoute } from './create-import.ts';
import { createLinkRoute } from './create-link.ts';
import { customerCardRoute } from './customer-card.ts';
import { customerPlanRoute } from './customer-plan.ts';
import { customerSheetRoute } from './customer-sheet.ts';
import { customersRoute } from './customers.ts';
import { dataGapsRoute } from './data-gaps.ts';
import { dealersRoute } from './dealers.ts';
import { dealersOfRoute } from './dealers-of.ts';
import { destroyCustomerRoute } from './destroy-customer.ts';
import { dismissDuplicateRoute } from './dismiss-duplicate.ts';
import { dismissedRoute } from './dismissed-duplicates.ts';
import { dissolveGroupRoute } from './dissolve-group.ts';
import { doctorRoute } from './doctor.ts';
import { documentLinesRoute } from './document-lines.ts';
import { documentsRoute } from './documents.ts';
import { duplicatePairRoute } from './duplicate-pair.ts';
import { duplicatesRoute } from './duplicates.ts';
import { editCustomerRoute } from './edit-customer.ts';
import { endMySessionRoute } from './end-my-session.ts';
import { endUserSessionRoute } from './end-user-session.ts';
import { endUserSessionsRoute } from './end-user-sessions.ts';
import { entryRoute } from './entry.ts';
import { exportBonusRoute } from './export-bonus.ts';
import { exportCustomerPlanRoute } from './export-customer-plan.ts';
import { exportCustomersRoute } from './export-customers.ts';
import { exportHandOverRoute } from './export-hand-over.ts';
import { exportMembersRoute } from './export-members.ts';
import { exportPlanRoute } from './export-plan.ts';
import { exportReportRoute } from './export-report.ts';
import { exportTableRoute } from './export-table.ts';
import { extrapolationRoute } from './extrapolation.ts';
import { figuresRoute } from './figures.ts';
import { freezeSetRoute } from './freeze-set.ts';
import { groupsRoute } from './groups.ts';
import { handOverReportRoute } from './hand-over-report.ts';
import { handOversRoute } from './hand-overs.ts';
import { importsRoute } from './imports.ts';
import { jobRoute } from './job.ts';
import { jobEventsRoute } from './job-events.ts';
import { jobRowsRoute } from './job-rows.ts';
import { jobsRoute } from './jobs.ts';
import { keepBonusRoute } from './keep-bonus.ts';
import { keepMethodsRoute } from './keep-methods.ts';
import { keysRoute } from './keys.ts';
import { loadCustomerPlanFileRoute } from './load-customer-plan-file.ts';
import { loadEntriesRoute } from './load-entries.ts';
import { makeHandOverRoute } from './make-hand-over.ts';
import { meRoute } from './me.ts';
import { memberHistoryRoute } from './member-history.ts';
import { mergeCustomersRoute } from './merge-customers.ts';
import { mergePreviewRoute } from './merge-preview.ts';
import { mergesRoute } from './merges.ts';
import { methodVersionsRoute } from './method-versions.ts';
import { methodsRoute } from './methods.ts';
import { monthDifferenceRoute } from './month-difference.ts';
import { monthDriftRoute } from './month-drift.ts';
import { mySessionsRoute } from './my-sessions.ts';
import { namedBaseFiguresRoute } from './named-base-figures.ts';
import { namedBasesRoute } from './named-bases.ts';
import { organisationRoute } from './organisation.ts';
import { organisationClientsRoute } from './organisation-clients.ts';
import { personalOriginsRoute } from './personal-origins.ts';
import { placesRoute } from './places.ts';
import { planRoute } from './plan.ts';
import { planFactRoute } from './plan-fact.ts';
import { planForecastRoute } from './plan-forecast.ts';
import { planSheetRoute } from './plan-sheet.ts';
import { plannedPeriodsRoute } from './planned-periods.ts';
import { plansRoute } from './plans.ts';
import { previewAssignmentRoute } from './preview-assignment.ts';
import { previewGroupRoute } from './preview-group.ts';
import { previewGroupChangeRoute } from './preview-group-change.ts';
import { previewHandOverRoute } from './preview-hand-over.ts';
import { proposeCustomersRoute } from './propose-customers.ts';
import { proposePlanRoute } from './propose-plan.ts';
import { prospectLevelsRoute } from './prospect-levels.ts';
import { qualityRoute } from './quality.ts';
import { readCustomerPlanFileRoute } from './read-customer-plan-file.ts';
import { readPlanFileRoute } from './read-plan-file.ts';
import { recallDuplicateRoute } from './recall-duplicate.ts';
import { recordCallRoute } from './record-call.ts';
import { rejectedRowsRoute } from './rejected-rows.ts';
import { releaseBonusRoute } from './release-bonus.ts';
import { removeCalendarRoute } from './remove-calendar.ts';
import { removeContactRoute } from './remove-contact.ts';
import { removeCustomerRoute } from './remove-customer.ts';
import { removeEntryRoute } from './remove-entry.ts';
import { removeNamedBaseRoute } from './remove-named-base.ts';
import { removePlaceRoute } from './remove-place.ts';
import { removeStoredSetRoute } from './remove-stored-set.ts';
import { removeViewRoute } from './remove-view.ts';
import { removedRoute } from './removed.ts';
import { reopenMonthRoute } from './reopen-month.ts';
import { resetPasswordRoute } from './reset-password.ts';
import { restoreContactRoute } from './restore-contact.ts';
import { restoreCustomerRoute } from './restore-customer.ts';
import { restoreEntryRoute } from './restore-entry.ts';
import { reviewSignalRoute } from './review-signal.ts';
import { reviseJobRoute } from './revise-job.ts';
import { revokeKeyRoute } from './revoke-key.ts';
import { saveBonusSchemeRoute } from './save-bonus-scheme.ts';
import { saveCustomerPlanRoute } from './save-customer-plan.ts';
import { saveMethodRoute } from './save-method.ts';
import { savePlanRoute } from './save-plan.ts';
import { searchRoute } from './search.ts';
import { setCalendarRoute } from './set-calendar.ts';
import { setCalendarFileRoute } from './set-calendar-file.ts';
import { setCallRulesRoute } from './set-call-rules.ts';
import { setMembersRoute } from './set-members.ts';
import { setPageRoute } from './set-page.ts';
import { setPlaceRoute } from './set-place.ts';
import { setSizeRoute } from './set-size.ts';
import { setSpecialInformationRoute } from './set-special-information.ts';
import { setTargetRulesRoute } from './set-target-rules.ts';
import { setTotalsRoute } from './set-totals.ts';
import { setUsualGroundsRoute } from './set-usual-grounds.ts';
import { signInRoute } from './sign-in.ts';
import { passwordSignInRoute } from './sign-in-with-password.ts';
import { signOutRoute } from './sign-out.ts';
import { signalRoute } from './signal.ts';
import { signalCountsRoute } from './signal-counts.ts';
import { signalsRoute } from './signals.ts';
import { specialInformationRoute } from './special-information.ts';
import { stateRoute } from './state.ts';
import { stateDealerRoute } from './state-dealer.ts';
import { stateOfManyRoute } from './state-of-many.ts';
import { storeSetRoute } from './store-set.ts';
import { storedSetsRoute } from './stored-sets.ts';
import { tableRoute } from './table.ts';
import { tablesRoute } from './tables.ts';
import { takeOverContactRoute } from './take-over-contact.ts';
import { targetRulesRoute } from './target-rules.ts';
import { termsRoute } from './terms.ts';
import { timelineRoute } from './timeline.ts';
import { undoCallRoute } from './undo-call.ts';
import { undoCustomerEditRoute } from './undo-customer-edit.ts';
import { undoHandOverRoute } from './undo-hand-over.ts';
import { undoImportRoute } from './undo-import.ts';
import { undoManyEditsRoute } from './undo-many-edits.ts';
import { undoMemberChangeRoute } from './undo-member-change.ts';
import { undoPreviewRoute } from './undo-preview.ts';
import { undoTermsRoute } from './undo-terms.ts';
import { unmergeRoute } from './unmerge.ts';
import { unmergePreviewRoute } from './unmerge-preview.ts';
import { uploadRoute } from './upload.ts';
import { userSessionsRoute } from './user-sessions.ts';
import { usersRoute } from './users.ts';
import { usualGroundsRoute } from './usual-grounds.ts';
import { viewsRoute } from './views.ts';
import { whomRoute } from './whom.ts';
import { whyShownRoute } from './why-shown.ts';
import { workingDaysRoute } from './working-days.ts';

/** Everything below `/api/v1`. A new operation is a contract, a route, and a line here. */
export const routes: readonly Route[] = [
  stateRoute,
  catalogueRoute,
  methodsRoute,
  methodVersionsRoute,
  saveMethodRoute,
  keepMethodsRoute,
  namedBasesRoute,
  addNamedBaseRoute,
  removeNamedBaseRoute,
  namedBaseFiguresRoute,
  storedSetsRoute,
  storeSetRoute,
  freezeSetRoute,
  removeStoredSetRoute,
  figuresRoute,
  customersRoute,
  tableRoute,
  tablesRoute,
  setSizeRoute,
  setPageRoute,
  setTotalsRoute,
  setMembersRoute,
  documentsRoute,
  documentLinesRoute,
  customerCardRoute,
  editCustomerRoute,
  undoCustomerEditRoute,
  previewHandOverRoute,
  makeHandOverRoute,
  handOversRoute,
  handOverReportRoute,
  undoHandOverRoute,
  exportHandOverRoute,
  targetRulesRoute,
  setTargetRulesRoute,
  callsRoute,
  callResultsRoute,
  callRulesRoute,
  setCallRulesRoute,
  callCardRoute,
  recordCallRoute,
  undoCallRoute,
  planRoute,
  planFactRoute,
  readPlanFileRoute,
  exportPlanRoute,
  adoptCustomersRoute,
  approveCustomerPlanRoute,
  compareCustomerPlansRoute,
  customerPlanRoute,
  proposeCustomersRoute,
  saveCustomerPlanRoute,
  customerSheetRoute,
  exportCustomerPlanRoute,
  loadCustomerPlanFileRoute,
  readCustomerPlanFileRoute,
  comparePlansRoute,
  planSheetRoute,
  monthDifferenceRoute,
  monthDriftRoute,
  reopenMonthRoute,
  askReopeningRoute,
  closeMonthRoute,
  closingsRoute,
  planForecastRoute,
  plannedPeriodsRoute,
  extrapolationRoute,
  plansRoute,
  savePlanRoute,
  approvePlanRoute,
  proposePlanRoute,
  bonusSchemesRoute,
  saveBonusSchemeRoute,
  bonusStatementsRoute,
  bonusStatementRoute,
  keepBonusRoute,
  releaseBonusRoute,
  exportBonusRoute,
  prospectLevelsRoute,
  removedRoute,
  removeCustomerRoute,
  restoreCustomerRoute,
  destroyCustomerRoute,
  groupsRoute,
  previewGroupRoute,
  previewGroupChangeRoute,
  addGroupRoute,
  changeGroupRoute,
  dissolveGroupRoute,
  dealersRoute,
  dealersOfRoute,
  stateDealerRoute,
  termsRoute,
  changeTermsRoute,
  undoTermsRoute,
  viewsRoute,
  qualityRoute,
  signalsRoute,
  signalCountsRoute,
  signalRoute,
  reviewSignalRoute,
  agreeOnSignalRoute,
  stateOfManyRoute,
  undoManyEditsRoute,
  dismissDuplicateRoute,
  dismissedRoute,
  duplicatePairRoute,
  duplicatesRoute,
  mergeCustomersRoute,
  mergePreviewRoute,
  mergesRoute,
  recallDuplicateRoute,
  unmergeRoute,
  unmergePreviewRoute,
  addViewRoute,
  changeViewRoute,
  removeViewRoute,
  exportReportRoute,
  exportCustomersRoute,
  exportTableRoute,
  exportMembersRoute,
  importsRoute,
  rejectedRowsRoute,
  uploadRoute,
  createImportRoute,
  undoImportRoute,
  undoPreviewRoute,
  jobsRoute,
  jobRoute,
  jobEventsRoute,
  jobRowsRoute,
  reviseJobRoute,
  answerJobRoute,
  applyJobRoute,
  cancelJobRoute,
  organisationRoute,
  assignmentsRoute,
  assignRoute,
  previewAssignmentRoute,
  organisationClientsRoute,
  addMemberRoute,
  changeMemberRoute,
  undoMemberChangeRoute,
  memberHistoryRoute,
  personalOriginsRoute,
  usualGroundsRoute,
  setUsualGroundsRoute,
  placesRoute,
  setPlaceRoute,
  removePlaceRoute,
  calendarRoute,
  setCalendarRoute,
  setCalendarFileRoute,
  removeCalendarRoute,
  whyShownRoute,
  workingDaysRoute,
  dataGapsRoute,
  backupRoute,
  doctorRoute,
  auditRoute,
  auditVerificationRoute,
  signInRoute,
  signOutRoute,
  createLinkRoute,
  passwordSignInRoute,
  meRoute,
  changePasswordRoute,
  mySessionsRoute,
  endMySessionRoute,
  usersRoute,
  addUserRoute,
  changeUserRoute,
  resetPasswordRoute,
  userSessionsRoute,
  endUserSessionsRoute,
  endUserSessionRoute,
  keysRoute,
  addKeyRoute,
  revokeKeyRoute,
  timelineRoute,
  entryRoute,
  addEntryRoute,
  changeEntryRoute,
  removeEntryRoute,
  restoreEntryRoute,
  loadEntriesRoute,
  searchRoute,
  whomRoute,
  contactsRoute,
  contactRoute,
  addContactRoute,
  changeContactRoute,
  removeContactRoute,
  restoreContactRoute,
  takeOverContactRoute,
  specialInformationRoute,
  setSpecialInformationRoute,
];
