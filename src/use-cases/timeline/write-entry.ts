import { today } from '../../domain/clock.ts';
import {
  type Entry,
  type EntryChange,
  longestOutcome,
  longestText,
  type NewEntry,
} from '../../domain/entry.ts';
import { addDays, isIsoDate } from '../../domain/iso-date.ts';
import { Refusal } from '../../domain/problem.ts';
import type { IsoDate } from '../../domain/units.ts';
import { groundsOver, usualGrounds } from '../../services/customers/grounds.ts';
import { visiblePlace } from '../../services/customers/visible.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { learnWords, vectorOf, wordsOf } from '../../services/texts/write-words.ts';
import { changeableRow, entryOf, entryRow } from './entry-rows.ts';

/** @throws Refusal `customerUnknown`, `entryEmpty`, `entryDayWrong`, `entryTooLong` */
export async function addEntry(desk: Desk, entry: NewEntry): Promise<Entry> {
  const { stores, viewer } = desk;
  const { unit, id: unitId } = entry;
  const version = await currentVersion(stores.records);
  await visiblePlace(stores, { scope: viewer.scope, version }, unit, unitId);
  const { kind, day = today(), time = null, outcome = '', due = null, done = false } = entry;
  const text = checked(entry.text, outcome, day);
  const words = wordsOf(text, outcome);
  const id = await stores.records.transaction(async (tx) => {
    const row = await tx
      .insertInto('entry')
      .values({
        ...{ level: unit === 'deliveryPoint' ? 'point' : 'party', unit_id: unitId, kind, day },
        ...{ clock: time ?? '', text, outcome: outcome.trim(), due, done, author: viewer.user },
        ...groundsOver(await usualGrounds(tx), entry.grounds),
        ...{ entered_at: new Date().toISOString(), words: vectorOf(words) },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await learnWords(tx, 'entry', [{ words, day }]);
    return row.id;
  });
  return entryOf(desk, await entryRow(desk, id));
}

/** @throws Refusal `entryUnknown`, `entryOfAnother`, `entryStale`, and those of a new one */
export async function changeEntry(desk: Desk, id: number, change: EntryChange): Promise<Entry> {
  const row = await changeableRow(desk, id);
  if (row.version !== change.version) throw stale(row.text);
  const { kind = row.kind, day = row.day, time = row.clock || null, outcome = row.outcome } = change;
  const { due = row.due, done = row.done } = change;
  const text = checked(change.text ?? row.text, outcome, day);
  const words = wordsOf(text, outcome);
  await desk.stores.records.transaction(async (tx) => {
    const written = await tx
      .updateTable('entry')
      .set({
        ...{ kind, day, clock: time ?? '', text, outcome: outcome.trim(), due, done },
        ...{ words: vectorOf(words), version: row.version + 1 },
        ...(change.grounds && groundsOver(await usualGrounds(tx), change.grounds)),
      })
      .where('id', '=', id)
      .where('version', '=', row.version)
      .where('removed', '=', false)
      .executeTakeFirst();
    if (written.numUpdatedRows === 0n) throw stale(row.text);
    await learnWords(tx, 'entry', [{ words, day }]);
  });
  return entryOf(desk, await entryRow(desk, id));
}

/** Takes an entry away, or brings it back. @throws Refusal `entryUnknown`, `entryOfAnother` */
export async function setRemoved(desk: Desk, id: number, removed: boolean): Promise<Entry> {
  const row = await changeableRow(desk, id, !removed);
  await desk.stores.records.db
    .updateTable('entry')
    .set({ removed, version: row.version + 1 })
    .where('id', '=', id)
    .where('version', '=', row.version)
    .execute();
  return entryOf(desk, await entryRow(desk, id, removed));
}

const stale = (text: string): Refusal => new Refusal({ code: 'entryStale', params: { now: text } });

/** The text without blanks around it. A day may be tomorrow's where the clock of who enters is ahead of ours. */
export function checked(text: string, outcome: string, day: IsoDate): string {
  const said = text.trim();
  if (said === '') throw new Refusal({ code: 'entryEmpty' });
  if (said.length > longestText || outcome.length > longestOutcome)
    throw new Refusal({ code: 'entryTooLong', params: { most: longestText, mostOutcome: longestOutcome } });
  if (!isIsoDate(day) || day < '1900-01-01' || day > addDays(today(), 1))
    throw new Refusal({ code: 'entryDayWrong', params: { day } });
  return said;
}
