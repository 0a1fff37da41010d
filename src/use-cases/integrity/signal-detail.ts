import { isHisOwn } from '../../domain/integrity/review.ts';
import { type CaseKey, caseId, schemeNumber } from '../../domain/integrity/scheme.ts';
import type { EvidenceRow } from '../../domain/integrity/signal.ts';
import { Refusal } from '../../domain/problem.ts';
import type { Decimal, IsoDate } from '../../domain/units.ts';
import { dressUnits } from '../../services/activity/dress-units.ts';
import { visibleAmong } from '../../services/customers/visible.ts';
import { type CardGap, cardGapBits } from '../../services/integrity/detector.ts';
import { detectors } from '../../services/integrity/detectors/all.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { type Review, type ReviewRow, type Signal, signalsOf } from './read-signals.ts';

/** A customer of the evidence; name and code are empty where the reader may not be told who he is. */
export interface NamedUnit {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly shown: boolean;
}

export interface Evidence {
  readonly customer: NamedUnit;
  /** Name of the delivery point, where points are told apart. */
  readonly point: string | null;
  readonly number: string;
  readonly date: IsoDate;
  readonly amount: Decimal;
  /** What the amount is compared with: what he usually buys at once, what came back, what another usually buys in a month. */
  readonly usual: Decimal | null;
  readonly product: string | null;
  /** The customer whom it would be instead of: the old card, the one whose volume was split. */
  readonly other: NamedUnit | null;
  readonly gaps: readonly CardGap[];
  /** The day before, the day of the return, the day of the next purchase, as the scheme has it. */
  readonly otherDate: IsoDate | null;
}

export interface SignalDetail {
  readonly signal: Signal;
  /** A part of them where there are very many; `signal.marked` says how many there are. */
  readonly evidence: readonly Evidence[];
  /** The latest first. */
  readonly reviews: readonly Review[];
  /** It is about the reader himself, who only reads it. */
  readonly own: boolean;
  /** The last verdict is the reader's own: another person has to agree. */
  readonly stated: boolean;
}

/** @throws Refusal `signalUnknown` */
export async function signalUnder(desk: Desk, key: CaseKey): Promise<Signal> {
  const id = caseId(key);
  const signal = (await signalsOf(desk)).find((one) => one.id === id);
  if (signal === undefined) throw new Refusal({ code: 'signalUnknown', params: { signal: id } });
  return signal;
}

export async function reviewsOf({ stores }: Desk, { scheme, rep, month }: CaseKey): Promise<ReviewRow[]> {
  const rows = await stores.records.db
    .selectFrom('signal_review as r')
    .leftJoin('app_user as author', 'author.id', 'r.stated_by')
    .leftJoin('app_user as second', 'second.id', 'r.agreed_by')
    .select(['version', 'verdict', 'comment', 'stated_by', 'stated_at', 'agreed_at'])
    .select(['author.name as author', 'second.name as second'])
    .where('scheme', '=', schemeNumber[scheme])
    .where('rep', '=', rep)
    .where('month', '=', month)
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    ...{
      version: row.version,
      verdict: row.verdict,
      comment: row.comment,
      by: row.author ?? '',
      at: row.stated_at,
    },
    ...{ statedBy: row.stated_by },
    agreed: row.agreed_at === null ? null : { by: row.second ?? '', at: row.agreed_at },
  }));
}

/** @throws Refusal `signalUnknown` */
export async function signalDetail(desk: Desk, key: CaseKey): Promise<SignalDetail> {
  const signal = await signalUnder(desk, key);
  const row = await desk.stores.records.db
    .selectFrom('integrity_signal')
    .select('rows')
    .where('scheme', '=', schemeNumber[key.scheme])
    .where('rep', '=', key.rep)
    .where('month', '=', key.month)
    .executeTakeFirst();
  const reviews = await reviewsOf(desk, key);
  return {
    signal,
    evidence: await dressed(desk, key, row?.rows ?? []),
    reviews: reviews.map(({ statedBy: _, ...review }) => review),
    own: isHisOwn(desk.viewer, key.rep),
    stated: reviews[0] !== undefined && reviews[0].statedBy === desk.viewer.user,
  };
}

async function dressed(
  { stores, viewer: { scope } }: Desk,
  { scheme }: CaseKey,
  rows: readonly EvidenceRow[],
): Promise<Evidence[]> {
  const detector = detectors.find((one) => one.scheme === scheme);
  const kind = detector?.other ?? null;
  const others = kind === 'customer' ? rows.map(({ other }) => other).filter((id) => id !== 0) : [];
  const ids = [...new Set([...rows.map(({ entity }) => entity), ...others])];
  const version = await currentVersion(stores.records);
  const visible = await visibleAmong(stores, { scope, version }, 'legalEntity', ids);
  const dress = await dressUnits(stores, 'legalEntity', ids);
  const named = (id: number): NamedUnit => {
    const shown = visible.has(id);
    const { name, code } = dress(id);
    return { id, code: shown ? code : '', name: shown ? name : '', shown };
  };
  const withPoints = detector?.unit === 'point';
  const points = await dressUnits(stores, 'deliveryPoint', withPoints ? rows.map(({ point }) => point) : []);
  const products = await productNames(stores, kind === 'product' ? rows.map(({ other }) => other) : []);
  const numbers = await documentNumbers(
    stores,
    rows.map(({ document }) => document),
  );
  const all = rows.map(
    (row): Evidence => ({
      customer: named(row.entity),
      point: withPoints && visible.has(row.entity) ? points(row.point).name : null,
      ...{ number: numbers.get(row.document) ?? '', date: row.date, amount: row.amount },
      usual: Number(row.usual) === 0 ? null : row.usual,
      product: products.get(row.other) ?? null,
      other: kind === 'customer' && row.other !== 0 ? named(row.other) : null,
      gaps:
        kind === 'gaps'
          ? (Object.keys(cardGapBits) as CardGap[]).filter((gap) => (row.other & cardGapBits[gap]) !== 0)
          : [],
      otherDate: row.otherDate,
    }),
  );
  return all.sort(
    (a, b) => a.date.localeCompare(b.date) || collator.compare(a.customer.name, b.customer.name),
  );
}

const collator = new Intl.Collator('ru', { numeric: true });

async function productNames(
  { records }: Desk['stores'],
  ids: readonly number[],
): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await records.db
    .selectFrom('product')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function documentNumbers(
  { warehouse }: Desk['stores'],
  documents: readonly string[],
): Promise<Map<string, string>> {
  if (documents.length === 0) return new Map();
  const rows = await warehouse.rows<{ id: string; number: string }>(
    `SELECT toString(doc) AS id, any(number) AS number FROM document
     WHERE doc IN (${documents.map((id) => `toUInt128('${BigInt(id)}')`).join(', ')}) GROUP BY doc`,
  );
  return new Map(rows.map(({ id, number }) => [id, number]));
}
