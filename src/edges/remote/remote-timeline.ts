import type { Timeline } from '../../use-cases/timeline/timeline.ts';
import {
  addEntryEndpoint,
  changeEntryEndpoint,
  entryEndpoint,
  loadEntriesEndpoint,
  removeEntryEndpoint,
  restoreEntryEndpoint,
  timelineEndpoint,
} from '../http/contracts/timeline.ts';
import type { Connection } from './connection.ts';

export const remoteTimeline = ({ call }: Connection): Timeline => ({
  page: (unit, id, { kinds, ...query }) =>
    call(timelineEndpoint, {
      params: { unit, id },
      query: { ...query, ...(kinds && { kinds: kinds.join(',') }) },
    }),
  entry: (id) => call(entryEndpoint, { params: { id } }),
  add: (body) => call(addEntryEndpoint, { body }),
  change: (id, body) => call(changeEntryEndpoint, { params: { id }, body }),
  remove: async (id) => {
    await call(removeEntryEndpoint, { params: { id } });
  },
  restore: (id) => call(restoreEntryEndpoint, { params: { id } }),
  load: async (rows, grounds) => {
    const body = { rows: [...rows], ...(grounds && { grounds }) };
    const { loaded, rejected } = await call(loadEntriesEndpoint, { body });
    return {
      loaded,
      rejected: rejected.map(({ row, problem: { text: _, ...problem } }) => ({ row, problem })),
    };
  },
});
