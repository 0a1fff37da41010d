import { caseId } from '../../domain/integrity/scheme.ts';
import type { Integrity } from '../../use-cases/integrity/integrity.ts';
import {
  agreeOnSignalEndpoint,
  reviewSignalEndpoint,
  signalCountsEndpoint,
  signalEndpoint,
  signalsEndpoint,
} from '../http/contracts/integrity.ts';
import type { Connection } from './connection.ts';

export const remoteIntegrity = ({ call }: Connection): Integrity => ({
  signals: (query) => call(signalsEndpoint, { query }),
  counts: async () => (await call(signalCountsEndpoint)).counts,
  signal: (key) => call(signalEndpoint, { params: { signal: caseId(key) } }),
  review: (key, body) => call(reviewSignalEndpoint, { params: { signal: caseId(key) }, body }),
  agree: (key, version) =>
    call(agreeOnSignalEndpoint, { params: { signal: caseId(key) }, body: { version } }),
});
