import { today } from '../../../domain/clock.ts';
import { daysPeriod } from '../../../domain/period.ts';
import { frameOfList } from '../../../services/activity/customers.ts';
import { documentRows } from '../../../services/activity/document-page.ts';
import type { DocumentRow } from '../../../services/activity/document-report.ts';
import type { DocumentKey } from '../../../services/activity/document-sql.ts';
import { lineMonths } from '../../../services/activity/line-months.ts';
import { noStoredSet } from '../../../services/activity/set-sql.ts';
import { methodAsked } from '../../../services/definitions/methods.ts';
import { ids, sql } from '../../../stores/warehouse/sql.ts';
import {
  type Before,
  keyOf,
  type TimelineItem,
  type TimelineQuestion,
  type TimelineSource,
} from './source.ts';

/** 2^128 − 1 and 2^32 − 1: after every document of a day. */
const last = { doc: '340282366920938463463374607431768211455', unit: 4_294_967_295 };

function keyBefore(before: Before | null): DocumentKey | null {
  if (before === null) return null;
  const { day, clock } = before;
  if (typeof before.with !== 'string') {
    const [doc = '', unit = ''] = before.with.below.split(' ');
    return { date: day, doc: String(BigInt(doc)), unit: Number(unit) };
  }
  // Documents have no time: they are before all of their day that has one.
  return before.with === 'all' || clock !== '' ? { date: day, ...last } : { date: day, doc: '0', unit: 0 };
}

const isReturn = ({ kinds }: DocumentRow): boolean =>
  kinds.length > 0 && kinds.every((kind) => kind === 'return');

/** Shipments and returns of the ledger: of what the reader sees, all of them, whether they count or not. */
export const documentSource: TimelineSource = {
  kinds: ['shipment', 'return'],
  items: async (question, before, limit) => {
    const { kinds } = question;
    const frame = await frameOf(question, before);
    if (frame === null) return [];
    const items: TimelineItem[] = [];
    for (let after = keyBefore(before); items.length < limit; ) {
      const rows = await documentRows(question.desk.stores, frame, 'all', limit, after);
      items.push(...rows.map(itemOf).filter(({ kind }) => kinds.has(kind)));
      const end = rows.at(-1);
      if (end === undefined || rows.length < limit) break;
      after = { date: end.date, doc: end.id, unit: end.customer };
    }
    return items.slice(0, limit);
  },
};

async function frameOf({ desk, version, place }: TimelineQuestion, before: Before | null) {
  const { historySince, asOf } = version;
  if (historySince === null) return null;
  const to = [before?.day ?? '9999', asOf ?? today()].sort()[0] ?? today();
  if (to < historySince) return null;
  const set = { kind: 'ids', ids: [place.client] } as const;
  const context = {
    ...{ version, unit: 'client' as const, scope: desk.viewer.scope, today: asOf ?? today(), kept: null },
    ...{ method: await methodAsked(desk.stores, { id: 'main' }), stored: noStoredSet },
  };
  return {
    ...frameOfList({ ...context, set, period: daysPeriod(historySince, to), slice: [] }),
    months: await lineMonths(desk.stores.warehouse, version, 'client', place.client),
    who: sql`SELECT arrayJoin(${ids([place.client])}) AS unit`,
  };
}

function itemOf(row: DocumentRow): TimelineItem {
  const { id, customer, number, rep, lines, counted, quantity, sales, deliveryPoint } = row;
  return {
    ...{ kind: isReturn(row) ? 'return' : 'shipment', day: row.date, time: null, who: '', text: '' },
    key: `${keyOf(id)} ${String(customer).padStart(10, '0')}`,
    whose: deliveryPoint === null ? null : { unit: 'deliveryPoint', id: deliveryPoint.id },
    shipment: { id, customer, number, rep, lines, counted, quantity, sales },
  };
}
