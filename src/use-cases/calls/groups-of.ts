import type { CallGroup } from '../../domain/calls.ts';
import { daysBetween } from '../../domain/iso-date.ts';
import type { IsoDate } from '../../domain/units.ts';
import type { LoggedCall } from './call-log.ts';

export interface Client {
  readonly id: number;
  /** Days since the last purchase on the last loaded day. */
  readonly since: number;
  /** 0: nothing is expected. */
  readonly interval: number;
}

interface Today {
  readonly day: IsoDate;
  /** Days from the last loaded one to today. */
  readonly ahead: number;
  readonly lostAfter: number;
  readonly recurring: readonly { readonly everyDays: number; readonly members: ReadonlySet<number> }[];
}

/** In which groups of the list somebody stands today; none: he need not be called, or not yet again. */
export function groupsOf(
  { id, since, interval }: Client,
  call: LoggedCall | undefined,
  { day, ahead, lostAfter, recurring }: Today,
): CallGroup[] {
  if (call !== undefined && call.next > day) return [];
  const sinceCall = call === undefined ? Number.POSITIVE_INFINITY : daysBetween(call.day, day);
  const boughtSince = since + ahead <= sinceCall;
  if ((call?.outcome === 'later' || call?.outcome === 'order') && !boughtSince) return ['agreed'];
  const groups: CallGroup[] = [];
  if (interval > 0 && since > interval) groups.push(since >= lostAfter * interval ? 'winBack' : 'urgent');
  if (recurring.some(({ everyDays, members }) => sinceCall >= everyDays && members.has(id)))
    groups.push('rules');
  return groups;
}
