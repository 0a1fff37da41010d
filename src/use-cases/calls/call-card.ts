import { callUnit } from '../../domain/calls.ts';
import type { ContactRole } from '../../domain/contact.ts';
import { addDays } from '../../domain/iso-date.ts';
import type { Receivable } from '../../domain/receivables.ts';
import type { Decimal, IsoDate } from '../../domain/units.ts';
import { countedCondition } from '../../services/activity/counted-lines.ts';
import { dressUnits } from '../../services/activity/dress-units.ts';
import { namesOfMembers } from '../../services/activity/member-names.ts';
import { receivablesOf } from '../../services/customers/receivables.ts';
import { visiblePlace } from '../../services/customers/visible.ts';
import { methodAsked } from '../../services/definitions/methods.ts';
import {
  currentVersion,
  type DataVersion,
  generationList,
  monthNumber,
} from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { type Rhythm, rhythmsOf } from '../../services/rhythm/rhythm.ts';
import { day, raw, sql, statement } from '../../stores/warehouse/sql.ts';
import { contactsOfCustomer } from '../contacts/read.ts';
import { type CallRow, latestCalls } from './call-page.ts';

/** Whom to ask for. */
export interface CallContact {
  readonly name: string;
  readonly role: ContactRole;
  readonly position: string;
  /** '': none is known. */
  readonly phone: string;
}

/** Everything that somebody who calls a customer wants to have before him. */
export interface CallCard {
  readonly id: number;
  readonly name: string;
  readonly address: string;
  /** null: he has never bought. */
  readonly rhythm: Rhythm | null;
  /** The latest days with purchases, the last one last. */
  readonly purchases: readonly { readonly day: IsoDate; readonly amount: Decimal | null }[];
  /** Names of what he bought last, by money. */
  readonly lastItems: readonly string[];
  /** Names of what he buys again and again and did not take the last time. */
  readonly offer: readonly string[];
  /** null: no file has said what he owes. */
  readonly owed: Receivable | null;
  /** Those with a phone first; null: kept from the reader. */
  readonly contacts: readonly CallContact[] | null;
  readonly lastCall: CallRow['lastCall'];
}

const shownItems = 3;
const shownPurchases = 8;

/** @throws Refusal `customerUnknown` */
export async function callCard(desk: Desk, id: number): Promise<CallCard> {
  const { stores, viewer } = desk;
  const version = await currentVersion(stores.records);
  const place = await visiblePlace(stores, { scope: viewer.scope, version }, callUnit, id);
  const [rhythms, dress, owed, contacts, bought, latest] = await Promise.all([
    rhythmsOf(stores, version, callUnit, [place.id]),
    dressUnits(stores, callUnit, [place.id]),
    receivablesOf(stores, version, place),
    contactsAtHand(desk, place.id),
    boughtBy(desk, version, place.id),
    latestCalls(stores, version),
  ]);
  const { name, address } = dress(place.id);
  const call = latest.get(place.id);
  return {
    ...{ id: place.id, name, address, rhythm: rhythms.get(place.id) ?? null, ...bought },
    owed: owed && { debt: owed.debt, overdue: owed.overdue, asOf: owed.asOf },
    contacts,
    lastCall: call === undefined ? null : { outcome: call.outcome, day: call.day, next: call.next },
  };
}

async function contactsAtHand(desk: Desk, id: number): Promise<CallContact[] | null> {
  if (desk.viewer.hidden.includes('contacts')) return null;
  const { contacts, imported } = await contactsOfCustomer(desk, callUnit, id);
  const { phone } = (await dressUnits(desk.stores, callUnit, [id]))(id);
  const own = contacts.map(({ name, role, position, phones }) => ({
    ...{ name, role, position, phone: phones[0]?.raw ?? '' },
  }));
  // What imports say has one phone for all of them.
  const [first] = imported;
  const said = first === undefined ? { name: '', role: 'other' as const, position: '' } : first;
  const all = [...own, ...(phone === '' && said.name === '' ? [] : [{ ...pick(said), phone }])];
  return all.sort((a, b) => Number(a.phone === '') - Number(b.phone === '')).slice(0, 3);
}

const pick = ({ name, role, position }: Omit<CallContact, 'phone'>) => ({ name, role, position });

interface Bought {
  readonly purchases: CallCard['purchases'];
  readonly lastItems: readonly string[];
  readonly offer: readonly string[];
}

/** In a year up to the last loaded day, by the main method. */
async function boughtBy({ stores }: Desk, version: DataVersion, client: number): Promise<Bought> {
  const { asOf } = version;
  if (asOf === null) return { purchases: [], lastItems: [], offer: [] };
  const method = await methodAsked(stores, { id: 'main' });
  const since = addDays(asOf, -365);
  const lines = sql`FROM ledger AS l
    WHERE (l.ym, l.generation) IN ${raw(generationList(version, (ym) => ym >= monthNumber(since)))}
      AND l.client = ${raw(client)} AND l.date >= ${day(since)} AND ${countedCondition(method, version)}`;
  const read = async <Row extends object>(query: ReturnType<typeof sql>): Promise<Row[]> => {
    const { text, params } = statement(query);
    return await stores.warehouse.rows<Row>(text, params);
  };
  const days = await read<{ day: IsoDate; amount: Decimal | null }>(
    sql`SELECT date AS day, toString(sum(amount)) AS amount ${lines} GROUP BY date ORDER BY date DESC LIMIT ${raw(shownPurchases)}`,
  );
  const items = await read<{ product: number; days: number; last: IsoDate }>(
    sql`SELECT product, toUInt32(uniqExact(date)) AS days, max(date) AS last ${lines} AND product != 0
      GROUP BY product ORDER BY sum(amount) DESC NULLS LAST, product`,
  );
  const lastDay = days[0]?.day;
  const taken = items.filter(({ last }) => last === lastDay).slice(0, shownItems);
  const again = items
    .filter((one) => one.last !== lastDay && one.days > 1)
    .toSorted((a, b) => b.days - a.days)
    .slice(0, shownItems);
  const names = await namesOfMembers(
    stores,
    'sku',
    [...taken, ...again].map(({ product }) => String(product)),
  );
  const named = (some: readonly { readonly product: number }[]): string[] =>
    some.flatMap(({ product }) => names.get(String(product))?.name ?? []);
  return { purchases: days.toReversed(), lastItems: named(taken), offer: named(again) };
}
