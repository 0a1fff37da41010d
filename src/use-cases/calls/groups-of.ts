import type { CallGroup, CallRule } from '../../domain/calls.ts';
import { daysBetween } from '../../domain/iso-date.ts';
import type { IsoDate } from '../../domain/units.ts';
import type { LoggedCall } from './call-log.ts';
import type { WorkList } from './work-list.ts';

interface Today {
  readonly day: IsoDate;
  /** Days from the last loaded one to today. */
  readonly ahead: number;
  readonly lostAfter: number;
  /** `members`: of its stored set. */
  readonly recurring: readonly { readonly rule: CallRule; readonly members: ReadonlySet<number> | null }[];
}

/** Groups as bits: of 300,000 customers no list is made for each. */
export const groupBits: Readonly<Record<CallGroup, number>> = { agreed: 1, urgent: 2, winBack: 4, rules: 8 };

/** In which groups the customer at a place stands today; 0: he need not be called, or not yet again. */
export function groupsOf(
  list: WorkList,
  at: number,
  call: LoggedCall | undefined,
  { day, ahead, lostAfter, recurring }: Today,
): number {
  if (call !== undefined && call.next > day) return 0;
  const since = list.since[at] ?? 0;
  const interval = list.intervals[at] ?? 0;
  const sinceCall = call === undefined ? Number.POSITIVE_INFINITY : daysBetween(call.day, day);
  const boughtSince = since + ahead <= sinceCall;
  if ((call?.outcome === 'later' || call?.outcome === 'order') && !boughtSince) return groupBits.agreed;
  let groups = 0;
  if (interval > 0 && since > interval)
    groups = since >= lostAfter * interval ? groupBits.winBack : groupBits.urgent;
  for (const { rule, members } of recurring)
    if (sinceCall >= rule.everyDays && isMeant(list, at, rule, members)) return groups | groupBits.rules;
  return groups;
}

function isMeant(list: WorkList, at: number, rule: CallRule, members: ReadonlySet<number> | null): boolean {
  if (rule.kind === 'set') return members?.has(list.ids[at] ?? 0) ?? false;
  const since = list.since[at] ?? 0;
  if (rule.kind === 'sleeping') return since >= rule.from;
  return list.days[at] === 1 && since >= rule.from && since <= rule.to;
}
