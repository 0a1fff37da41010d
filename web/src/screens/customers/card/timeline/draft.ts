import type { EntryKind } from '../../../../../../src/domain/entry.ts';
import { groundsOf, noGrounds, type TypedGrounds } from '../../../../design/grounds-choice.tsx';
import type { TimelineItem } from '../../../../server/api.ts';
import { localDay, localTime } from './use-day-words.ts';

/** What is being written down, as the fields have it: '' is nothing. */
export interface Draft {
  readonly kind: EntryKind;
  readonly text: string;
  readonly outcome: string;
  readonly day: string;
  readonly time: string;
  readonly due: string;
  readonly done: boolean;
  readonly grounds: TypedGrounds;
}

/** In the order of the digits that choose them. */
export const kindsInOrder = [
  ...(['call', 'visit', 'message', 'complaint', 'wish', 'task', 'note', 'payment', 'site'] as const),
] satisfies readonly EntryKind[];

/** Which kind a key chooses, by its place: `1` … `9`. */
export function kindOfKey(event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>) {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  return kindsInOrder[Number(/^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]) - 1];
}

export const emptyDraft = (kind: EntryKind = 'call'): Draft => ({
  ...{ kind, text: '', outcome: '', day: localDay(), time: localTime(), due: '', done: false },
  grounds: noGrounds,
});

/** An item of the timeline that somebody has written down. */
export type EntryItem = TimelineItem & {
  readonly kind: EntryKind;
  readonly entry: NonNullable<TimelineItem['entry']>;
};

export const isEntry = (item: TimelineItem): item is EntryItem => item.entry !== undefined;

export const draftOf = ({ kind, text, day, time, entry: { outcome, due, done } }: EntryItem): Draft => ({
  ...{ kind, text, outcome, day, time: time ?? '', due: due ?? '', done },
  grounds: noGrounds,
});

const onlyOfTasks = ({ kind, due, done }: Draft) =>
  kind === 'task' ? { due: due || null, done } : { due: null, done: false };

/** A new entry. Today is not said: the day of the server may be another one by a few minutes. */
export const newEntryOf = (draft: Draft) => ({
  ...{ kind: draft.kind, text: draft.text, outcome: draft.outcome, time: draft.time || null },
  ...(draft.day !== localDay() && { day: draft.day }),
  ...onlyOfTasks(draft),
  ...groundsOf(draft.grounds),
});

export const changeOf = (draft: Draft) => ({
  ...{ kind: draft.kind, text: draft.text, outcome: draft.outcome, time: draft.time || null, day: draft.day },
  ...onlyOfTasks(draft),
  ...groundsOf(draft.grounds),
});
