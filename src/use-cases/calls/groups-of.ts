import type { CallGroup, CallRule } from '../../domain/calls.ts';
import { daysBetween } from '../../domain/iso-date.ts';
import type { IsoDate } from '../../domain/units.ts';
import type { LoggedCall } from './call-log.ts';

export interface Client {
  readonly id: number;
  /** Days since the last purchase on the last loaded day. */
  readonly since: number;
  /** Days with purchases. */
  readonly days: number;
  /** 0: nothing is expected. */
  readonly interval: number;
}

interface Today {
  readonly day: IsoDate;
  /** Days from the last loaded one to today. */
  readonly ahead: number;
  readonly lostAfter: number;
  /** `members`: of its stored set. */
  readonly recurring: readonly { readonly rule: CallRule; readonly members: ReadonlySet<number> | null }[];
}

/** In which groups of the list somebody stands today; none: he need not be called, or not yet again. */
export function groupsOf(
  client: Client,
  call: LoggedCall | undefined,
  { day, ahead, lostAfter, recurring }: Today,
): CallGroup[] {
  const { since, interval } = client;
  if (call !== undefined && call.next > day) return [];
  const sinceCall = call === undefined ? Number.POSITIVE_INFINITY : daysBetween(call.day, day);
  const boughtSince = since + ahead <= sinceCall;
  if ((call?.outcome === 'later' || call?.outcome === 'order') && !boughtSince) return ['agreed'];
  const groups: CallGroup[] = [];
  if (interval > 0 && since > interval) groups.push(since >= lostAfter * interval ? 'winBack' : 'urgent');
  if (recurring.some(({ rule, members }) => sinceCall >= rule.everyDays && isMeant(client, rule, members)))
    groups.push('rules');
  return groups;
}

function isMeant({ id, since, days }: Client, rule: CallRule, members: ReadonlySet<number> | null): boolean {
  if (rule.kind === 'set') return members?.has(id) ?? false;
  if (rule.kind === 'sleeping') return since >= rule.from;
  return days === 1 && since >= rule.from && since <= rule.to;
}
