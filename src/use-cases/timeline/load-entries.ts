import { isAllowed } from '../../domain/access.ts';
import { type EntryKind, entryKinds } from '../../domain/entry.ts';
import { foldText } from '../../domain/fold.ts';
import type { Grounds } from '../../domain/grounds.ts';
import { isIsoDate } from '../../domain/iso-date.ts';
import { type Problem, Refusal } from '../../domain/problem.ts';
import type { IsoDate } from '../../domain/units.ts';
import { groundsOver, usualGrounds } from '../../services/customers/grounds.ts';
import { seenIdentities } from '../../services/customers/seen-identities.ts';
import { type NamedCustomer, whom } from '../../services/customers/whom.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { learnWords, vectorOf, wordsOf } from '../../services/texts/write-words.ts';
import { insertMany, selectByKeys } from '../../stores/records/bulk.ts';
import { checked } from './write-entry.ts';

/** A row of a file, as it stands there. */
export interface TouchRow {
  /** Its number in the file, for what is said of it. */
  readonly row: number;
  /** `2026-11-30` or `30.11.2026`, with a time behind it or not. */
  readonly day: string;
  /** Code, ИНН or name. */
  readonly customer: string;
  /** A kind in English or Russian; empty: a note. */
  readonly kind: string;
  readonly text: string;
  /** Login or name of a user, or whoever it was; empty: who loads it. */
  readonly author: string;
}

export interface LoadedTouches {
  readonly loaded: number;
  readonly rejected: readonly { readonly row: number; readonly problem: Problem }[];
}

const kindWords: Readonly<Record<EntryKind, readonly string[]>> = {
  call: ['звонок', 'телефонный звонок', 'созвон'],
  visit: ['визит', 'встреча', 'посещение', 'выезд'],
  message: ['сообщение', 'письмо', 'почта', 'мессенджер', 'e-mail', 'email'],
  site: ['сайт', 'заявка с сайта', 'обращение на сайте'],
  complaint: ['жалоба', 'рекламация', 'претензия'],
  wish: ['пожелание', 'предложение', 'просьба'],
  task: ['задача', 'поручение', 'напоминание'],
  note: ['заметка', 'комментарий', 'примечание', ''],
  payment: ['оплата', 'платеж', 'поступление'],
};
const kindOfWord = new Map(
  entryKinds.flatMap((kind) => [kind, ...kindWords[kind]].map((word) => [word, kind] as const)),
);

interface ReadTouch {
  readonly row: number;
  readonly unitId: number;
  readonly kind: EntryKind;
  readonly day: IsoDate;
  readonly clock: string;
  readonly text: string;
  readonly author: number | null;
  readonly signed: string;
}

/**
 * Enters rows of a file: each is loaded as it stands or rejected with its reason. What is there already, of the same
 * customer, kind, day and text, is not entered again: the same file twice does nothing the second time.
 */
export async function loadEntries(
  desk: Desk,
  rows: readonly TouchRow[],
  grounds?: Grounds,
): Promise<LoadedTouches> {
  const read = await reader(desk);
  const good: ReadTouch[] = [];
  const rejected: { row: number; problem: Problem }[] = [];
  for (const row of rows) {
    try {
      good.push(await read(row));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      for (const problem of error.problems) rejected.push({ row: row.row, problem });
    }
  }
  const { db } = desk.stores.records;
  const there = await selectByKeys<{ unit_id: number; day: IsoDate; kind: EntryKind; text: string }>(
    db,
    {
      table: 'entry',
      columns: ['unit_id', 'day', 'kind', 'text'],
      key: [
        { name: 'unit_id', pgType: 'int4' },
        { name: 'level', pgType: 'text' },
        { name: 'day', pgType: 'date' },
      ],
      where: 'NOT removed',
    },
    good.map(({ unitId, day }) => [unitId, 'party', day]),
  );
  const known = new Set(there.map(({ unit_id, day, kind, text }) => [unit_id, day, kind, text].join('\n')));
  const fresh = good.filter(({ row, unitId, day, kind, text }) => {
    const key = [unitId, day, kind, text].join('\n');
    if (known.has(key)) rejected.push({ row, problem: { code: 'touchRepeated' } });
    return !known.has(key) && known.add(key);
  });
  await write(desk, fresh, grounds);
  return { loaded: fresh.length, rejected: rejected.sort((a, b) => a.row - b.row) };
}

/** Reads a row; customers and authors are looked up once. */
async function reader(desk: Desk): Promise<(row: TouchRow) => Promise<ReadTouch>> {
  const { stores, viewer } = desk;
  const version = await currentVersion(stores.records);
  const seen = await seenIdentities(stores, { scope: viewer.scope, version });
  const users = await stores.records.db.selectFrom('app_user').select(['id', 'login', 'name']).execute();
  const userOf = new Map(
    users.flatMap(({ id, login, name }) => [login, name].map((one) => [foldText(one), id])),
  );
  const named = new Map<string, readonly NamedCustomer[]>();
  return async ({ row, day: dayText, customer, kind: kindText, text: said, author: signed }) => {
    const [day, clock] = readMoment(dayText);
    const kind = kindOfWord.get(foldText(kindText));
    if (kind === undefined) throw new Refusal({ code: 'touchKindUnknown', params: { kind: kindText } });
    const text = checked(said, '', day);
    const found = named.get(customer) ?? (await whom(stores, { version, seen }, customer));
    named.set(customer, found);
    const [first, second] = found;
    if (first === undefined) throw new Refusal({ code: 'touchOfNobody', params: { customer } });
    if (second !== undefined)
      throw new Refusal({
        code: 'touchOfSeveral',
        params: { customer, first: first.name, second: second.name },
      });
    const author = signed.trim() === '' ? viewer.user : (userOf.get(foldText(signed)) ?? null);
    const isOther = signed.trim() !== '' && (author !== viewer.user || author === null);
    if (isOther && !isAllowed(viewer, 'editCustomers'))
      throw new Refusal({ code: 'touchOfAnother', params: { author: signed } });
    const by = author === null ? signed.trim() : '';
    return { row, unitId: first.identity, kind, day, clock, text, author, signed: by };
  };
}

function readMoment(text: string): [day: IsoDate, clock: string] {
  const parts =
    /^(?:(\d{4})-(\d\d)-(\d\d)|(\d\d?)\.(\d\d?)\.(\d{4}))(?:[T\s]+(\d\d?):(\d\d)(?::\d\d(?:\.\d+)?)?)?$/.exec(
      text.trim(),
    );
  const [, y = '', m = '', d = '', day = d, month = m, year = y, hour, minute = ''] = parts ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isIsoDate(date) || Number(hour ?? 0) > 23 || Number(minute) > 59)
    throw new Refusal({ code: 'entryDayWrong', params: { day: text } });
  const clock = hour === undefined ? '' : `${hour.padStart(2, '0')}:${minute}`;
  // A spreadsheet writes midnight behind days without a time.
  return [date, clock === '00:00' ? '' : clock];
}

async function write(
  { stores }: Desk,
  touches: readonly ReadTouch[],
  grounds: Grounds | undefined,
): Promise<void> {
  if (touches.length === 0) return;
  const now = new Date().toISOString();
  const texts = touches.map(({ text, day }) => ({ words: wordsOf(text), day }));
  await stores.records.transaction(async (tx) => {
    const { basis, purpose } = groundsOver(await usualGrounds(tx), grounds);
    await insertMany(
      tx,
      'entry',
      [
        ...[
          { name: 'level', pgType: 'text' },
          { name: 'unit_id', pgType: 'int4' },
        ],
        ...[
          { name: 'kind', pgType: 'text' },
          { name: 'day', pgType: 'date' },
        ],
        ...[
          { name: 'clock', pgType: 'text' },
          { name: 'text', pgType: 'text' },
        ],
        ...[
          { name: 'outcome', pgType: 'text' },
          { name: 'author', pgType: 'int4' },
        ],
        ...[
          { name: 'signed', pgType: 'text' },
          { name: 'entered_at', pgType: 'timestamptz' },
        ],
        ...[
          { name: 'basis', pgType: 'text' },
          { name: 'purpose', pgType: 'text' },
        ],
        { name: 'words', pgType: 'tsvector' },
      ],
      touches.map(({ unitId, kind, day, clock, text, author, signed }, at) => [
        ...['party', unitId, kind, day, clock, text, '', author, signed, now],
        ...[basis, purpose],
        vectorOf(texts[at]?.words ?? []),
      ]),
    );
    await learnWords(tx, 'entry', texts);
  });
}
