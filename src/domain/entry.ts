import type { Grounds } from './grounds.ts';
import type { CountUnit, IsoDate } from './units.ts';

/** What somebody writes down of a customer. */
export const entryKinds = [
  'call',
  'visit',
  'message',
  'site',
  'complaint',
  'wish',
  'task',
  'note',
  'payment',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Everything dated that is known of a customer: beside what is written down, what the product knows itself. */
export const timelineKinds = [
  ...entryKinds,
  'shipment',
  'return',
  'edit',
  'owner',
  'terms',
  'merge',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

interface EntryWords {
  readonly kind: EntryKind;
  /** Not after today. */
  readonly day: IsoDate;
  /** Local, `HH:MM`; null: nobody said. */
  readonly time: string | null;
  readonly text: string;
  readonly outcome: string;
  /** Of a task. */
  readonly due: IsoDate | null;
  readonly done: boolean;
}

/** What is left out: today, no time, no outcome, no due day, not done. */
export interface NewEntry
  extends Pick<EntryWords, 'kind' | 'text'>,
    Partial<Omit<EntryWords, 'kind' | 'text'>> {
  readonly unit: CountUnit;
  /** Of the identity on which it is entered. */
  readonly id: number;
  readonly grounds?: Grounds;
}

/** `version`: that of the entry which was looked at. */
export interface EntryChange extends Partial<EntryWords> {
  readonly version: number;
  readonly grounds?: Grounds;
}

export interface Entry extends EntryWords {
  readonly id: number;
  readonly version: number;
  /** Of whom: `party` is a client or a legal entity. */
  readonly level: 'party' | 'point';
  readonly unitId: number;
  /** '': the owner of the data folder. */
  readonly author: string;
  /** The reader may change and remove it. */
  readonly changeable: boolean;
  /** ISO 8601, UTC. */
  readonly enteredAt: string;
}

/** Words of an entry, and of a row of a file: longer ones are refused. */
export const longestText = 10_000;
export const longestOutcome = 500;
