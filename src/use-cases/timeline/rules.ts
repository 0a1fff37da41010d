import type { Entry } from '../../domain/entry.ts';
import type { Rules } from '../../services/parts/part.ts';
import { change } from '../../services/parts/recording.ts';
import type { Timeline } from './timeline.ts';

const need = { permission: 'recordTouches' } as const;
const of = ({ level, unitId }: Entry) => ({ kind: level, id: String(unitId) });

/** Words about a customer are his own: they are kept under his key. */
function told(after: Entry, before?: Entry) {
  const changed = (['text', 'outcome'] as const).filter((field) => before?.[field] !== after[field]);
  return {
    subject: of(after),
    details: { entry: after.id, kind: after.kind, day: after.day, version: after.version },
    personal: {
      of: of(after),
      changes: Object.fromEntries(
        changed.map((field) => [field, { ...(before && { before: before[field] }), after: after[field] }]),
      ),
    },
  };
}

export const timelineRules: Rules<Timeline> = {
  page: { need: { permission: 'seeCustomers' }, recorded: 'one customer' },
  entry: { need: { permission: 'seeCustomers' }, recorded: 'one customer' },
  add: {
    need,
    recorded: change('touchRecorded', {
      asked: ({ kind }) => ({ details: { kind } }),
      done: (entry) => told(entry),
    }),
  },
  change: {
    need,
    recorded: change<Timeline['change'], Timeline>('touchChanged', {
      asked: (id) => ({ details: { entry: id } }),
      before: (timeline, id) => timeline.entry(id),
      done: (after, before) => told(after, before as Entry | undefined),
    }),
  },
  remove: {
    need,
    recorded: change<Timeline['remove'], Timeline>('touchRemoved', {
      asked: (id) => ({ details: { entry: id } }),
      before: (timeline, id) => timeline.entry(id),
      done: (_result, before, id) => ({
        ...(before !== undefined && { subject: of(before as Entry) }),
        details: { entry: id },
      }),
    }),
  },
  restore: {
    need,
    recorded: change('touchRestored', {
      asked: (id) => ({ details: { entry: id } }),
      done: (entry) => ({ subject: of(entry), details: { entry: entry.id } }),
    }),
  },
  load: {
    need,
    recorded: change('touchesLoaded', {
      asked: (rows) => ({ details: { rows: rows.length } }),
      done: ({ loaded, rejected }, _before, rows) => ({
        details: { rows: rows.length, loaded, rejected: rejected.length },
      }),
    }),
  },
};
