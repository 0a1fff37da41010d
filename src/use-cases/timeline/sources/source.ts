import type { CallOutcome, RefusalReason } from '../../../domain/calls.ts';
import type { TimelineKind } from '../../../domain/entry.ts';
import type { CountUnit, Decimal, IsoDate } from '../../../domain/units.ts';
import type { FamilyIdentity } from '../../../services/customers/family.ts';
import type { UnitPlace } from '../../../services/customers/place.ts';
import type { DataVersion } from '../../../services/ledger/data-version.ts';
import type { Desk } from '../../../services/parts/part.ts';

/** Something dated of a customer. What a kind has nothing to say of is left out. */
export interface TimelineItem {
  readonly kind: TimelineKind;
  readonly day: IsoDate;
  /** Local, `HH:MM`; null: of the day. */
  readonly time: string | null;
  /** Within its kind's source; higher ones are newer. */
  readonly key: string;
  /** Of which unit of the family; null: of the customer as a whole. */
  readonly whose: { readonly unit: CountUnit; readonly id: number } | null;
  /** '': the owner of the data folder, or nobody. */
  readonly who: string;
  readonly text: string;
  readonly entry?: {
    readonly id: number;
    readonly version: number;
    readonly outcome: string;
    readonly due: IsoDate | null;
    readonly done: boolean;
    readonly changeable: boolean;
  };
  readonly shipment?: {
    readonly id: string;
    readonly customer: number;
    readonly number: string | null;
    readonly rep: string;
    readonly lines: number;
    readonly counted: number;
    readonly quantity: Decimal | null;
    readonly sales: Decimal | null;
  };
  /** What was and is; null: nothing was stated. `undoes`: the edit that it took back. */
  readonly changes?: readonly {
    readonly field: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  readonly edit?: { readonly id: number; readonly undoes: number | null };
  /** Of a call of the work list, which says no text; `next`: the day of the next one. */
  readonly call?: {
    readonly id: number;
    readonly outcome: CallOutcome;
    readonly reason: RefusalReason | null;
    readonly next: IsoDate;
  };
  /** Who is responsible from that day; '' is nobody. */
  readonly owner?: { readonly dimension: string; readonly name: string };
  /** Names of both, '' of whom the reader may not be told; `withdrawn`: that they are two again. */
  readonly merge?: {
    readonly id: number;
    readonly withdrawn: boolean;
    readonly absorbed: string;
    readonly survivor: string;
  };
}

/** Up to where: items before a moment, and of that moment none, all, or those under a key. */
export interface Before {
  readonly day: IsoDate;
  /** `HH:MM`, '' is before all of a day. */
  readonly clock: string;
  readonly with: 'none' | 'all' | { readonly below: string };
}

/** Whose timeline, in whose eyes. */
export interface TimelineQuestion {
  readonly desk: Desk;
  readonly version: DataVersion;
  readonly place: UnitPlace;
  /** Identities of the whole family of whom the reader may be told. */
  readonly family: readonly FamilyIdentity[];
  /** Asked for; of other kinds nothing has to be given. */
  readonly kinds: ReadonlySet<TimelineKind>;
}

/** Where dated things of a customer come from: one of `timelineSources`. */
export interface TimelineSource {
  readonly kinds: readonly TimelineKind[];
  /** Newest first (day, time, key), all of those kinds, at most `limit`; null: from the newest. */
  items(question: TimelineQuestion, before: Before | null, limit: number): Promise<readonly TimelineItem[]>;
}

/** Whether an item lies before a moment: for sources that have all of theirs in hand. */
export function isBefore({ day, time, key }: TimelineItem, before: Before | null): boolean {
  if (before === null) return true;
  const [own, other] = [`${day} ${time ?? ''}`, `${before.day} ${before.clock}`];
  if (own !== other) return own < other;
  return typeof before.with === 'string' ? before.with === 'all' : key < before.with.below;
}

/** The newest first. */
export const byTime = (a: TimelineItem, b: TimelineItem): number => {
  const [one, other] = [a, b].map(({ day, time }) => `${day} ${time ?? ''}`) as [string, string];
  if (one !== other) return one < other ? 1 : -1;
  return a.key === b.key ? 0 : a.key < b.key ? 1 : -1;
};

/** Numbers as keys that compare as text. */
export const keyOf = (number: number | string): string => String(number).padStart(39, '0');
