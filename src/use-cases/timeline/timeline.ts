import type { Entry, EntryChange, NewEntry } from '../../domain/entry.ts';
import type { Grounds } from '../../domain/grounds.ts';
import type { CountUnit } from '../../domain/units.ts';
import type { Desk } from '../../services/parts/part.ts';
import { entryOf, entryRow } from './entry-rows.ts';
import { type LoadedTouches, loadEntries, type TouchRow } from './load-entries.ts';
import { type TimelinePage, type TimelineQuery, timelinePage } from './timeline-page.ts';
import { addEntry, changeEntry, setRemoved } from './write-entry.ts';

/** What happened with customers. */
export interface Timeline {
  /**
   * Everything dated of a customer and of the whole family that he belongs to now, newest first. Refuses
   * `customerUnknown`, `listCursorUnreadable`.
   */
  page(unit: CountUnit, id: number, query: TimelineQuery): Promise<TimelinePage>;
  /** Refuses `entryUnknown`. */
  entry(id: number): Promise<Entry>;
  /** Refuses `customerUnknown`, `entryEmpty`, `entryTooLong`, `entryDayWrong`. */
  add(entry: NewEntry): Promise<Entry>;
  /** Refuses `entryUnknown`, `entryOfAnother`, `entryStale`, and what `add` does. */
  change(id: number, change: EntryChange): Promise<Entry>;
  /** Refuses `entryUnknown`, `entryOfAnother`. */
  remove(id: number): Promise<void>;
  /** Brings back what was removed. Refuses `entryUnknown`, `entryOfAnother`. */
  restore(id: number): Promise<Entry>;
  /** Rows of a file, at most 1,000 at once: each is loaded or rejected with its reason. */
  load(rows: readonly TouchRow[], grounds?: Grounds): Promise<LoadedTouches>;
}

export const timelineOf = (desk: Desk): Timeline => ({
  page: (unit, id, query) => timelinePage(desk, unit, id, query),
  entry: async (id) => entryOf(desk, await entryRow(desk, id)),
  add: (entry) => addEntry(desk, entry),
  change: (id, change) => changeEntry(desk, id, change),
  remove: async (id) => {
    await setRemoved(desk, id, true);
  },
  restore: (id) => setRemoved(desk, id, false),
  load: (rows, grounds) => loadEntries(desk, rows, grounds),
});
