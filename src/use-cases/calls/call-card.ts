import { callUnit } from '../../domain/calls.ts';
import type { ContactRole } from '../../domain/contact.ts';
import { compare, sum } from '../../domain/decimal.ts';
import { addDays } from '../../domain/iso-date.ts';
import type { Receivable } from '../../domain/receivables.ts';
import type { Decimal, IsoDate } from '../../domain/units.ts';
import { countedCondition } from '../../services/activity/counted-lines.ts';
import { dressUnits } from '../../services/activity/dress-units.ts';
import { namesOfMembers } from '../../services/activity/member-names.ts';
import { familyIdentities } from '../../services/customers/family.ts';
import { owedBy } from '../../services/customers/receivables.ts';
import { seenIdentities } from '../../services/customers/seen-identities.ts';
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
import { contactsOfFamily } from '../contacts/read.ts';
import { type CallRow, latestCalls } from './call-page.ts';
import { seenClient } from './work-list.ts';

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
  const { stores } = desk;
  const version = await currentVersion(stores.records);
  const client = await seenClient(desk, version, id);
  const [rhythms, dress, owed, contacts, bought, latest] = await Promise.all([
    rhythmsOf(stores, version, callUnit, [client]),
    dressUnits(stores, callUnit, [client]),
    owedBy(stores, version, 'client', [client]),
    contactsAtHand(desk, version, client),
    boughtBy(desk, version, client),
    latestCalls(stores, version),
  ]);
  const { name, address } = dress(client);
  const call = latest.get(client);
  return {
    ...{ id: client, name, address, rhythm: rhythms.get(client) ?? null, ...bought },
    owed: owed.get(client) ?? null,
    contacts,
    lastCall: call === undefined ? null : { outcome: call.outcome, day: call.day, next: call.next },
  };
}

async function contactsAtHand(desk: Desk, version: DataVersion, id: number): Promise<CallContact[] | null> {
  const { stores, viewer } = desk;
  if (viewer.hidden.includes('contacts')) return null;
  const seen = await seenIdentities(stores, { scope: viewer.scope, version });
  const family = await familyIdentities(stores, version, { client: id }, seen);
  const { contacts, imported } = await contactsOfFamily(desk, family);
  const { phone } = (await dressUnits(stores, callUnit, [id]))(id);
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

interface BoughtRow {
  readonly day: IsoDate;
  readonly product: number;
  readonly amount: Decimal | null;
}

/** null: no amount is known. */
const total = (rows: readonly BoughtRow[]): Decimal | null => {
  const known = rows.flatMap(({ amount }) => amount ?? []);
  return known.length === 0 ? null : sum(known);
};

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
  const { text, params } = statement(sql`
    SELECT date AS day, product, sum(amount) AS amount FROM ledger AS l
    WHERE (l.ym, l.generation) IN ${raw(generationList(version, (ym) => ym >= monthNumber(since)))}
      AND l.client = ${raw(client)} AND l.date >= ${day(since)} AND ${countedCondition(method, version)}
    GROUP BY day, product`);
  const rows = await stores.warehouse.rows<BoughtRow>(text, params);
  const days = [...Map.groupBy(rows, (row) => row.day)]
    .map(([of, some]) => ({ day: of, amount: total(some) }))
    .sort((a, b) => (a.day < b.day ? 1 : -1))
    .slice(0, shownPurchases);
  const items = [
    ...Map.groupBy(
      rows.filter(({ product }) => product !== 0),
      (row) => row.product,
    ),
  ]
    .map(([product, some]) => ({
      ...{
        product,
        days: some.length,
        last: some
          .map((one) => one.day)
          .sort()
          .at(-1),
      },
      amount: total(some) ?? '0',
    }))
    .sort((a, b) => compare(b.amount, a.amount) || a.product - b.product);
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
