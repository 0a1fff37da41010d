import type { Route } from '../route.ts';
import { answerJobRoute } from './answer-job.ts';
import { applyJobRoute } from './apply-job.ts';
import { assignRoute } from './assign.ts';
import { assignmentsRoute } from './assignments.ts';
import { backupRoute } from './backup.ts';
import { cancelJobRoute } from './cancel-job.ts';
import { catalogueRoute } from './catalogue.ts';
import { createImportRoute } from './create-import.ts';
import { createLinkRoute } from './create-link.ts';
import { customersRoute } from './customers.ts';
import { doctorRoute } from './doctor.ts';
import { exportCustomersRoute } from './export-customers.ts';
import { exportReportRoute } from './export-report.ts';
import { figuresRoute } from './figures.ts';
import { importsRoute } from './imports.ts';
import { jobRoute } from './job.ts';
import { jobEventsRoute } from './job-events.ts';
import { methodsRoute } from './methods.ts';
import { organisationRoute } from './organisation.ts';
import { placesRoute } from './places.ts';
import { removePlaceRoute } from './remove-place.ts';
import { setMembersRoute } from './set-members.ts';
import { setPlaceRoute } from './set-place.ts';
import { setSizeRoute } from './set-size.ts';
import { signInRoute } from './sign-in.ts';
import { signOutRoute } from './sign-out.ts';
import { stateRoute } from './state.ts';
import { tableRoute } from './table.ts';
import { undoImportRoute } from './undo-import.ts';
import { uploadRoute } from './upload.ts';

/** Everything below `/api/v1`. A new operation is a contract, a route, and a line here. */
export const routes: readonly Route[] = [
  stateRoute,
  catalogueRoute,
  methodsRoute,
  figuresRoute,
  customersRoute,
  tableRoute,
  setSizeRoute,
  setMembersRoute,
  exportReportRoute,
  exportCustomersRoute,
  importsRoute,
  uploadRoute,
  createImportRoute,
  undoImportRoute,
  jobRoute,
  jobEventsRoute,
  answerJobRoute,
  applyJobRoute,
  cancelJobRoute,
  organisationRoute,
  assignmentsRoute,
  assignRoute,
  placesRoute,
  setPlaceRoute,
  removePlaceRoute,
  backupRoute,
  doctorRoute,
  signInRoute,
  signOutRoute,
  createLinkRoute,
];
