import type { Decimal } from '../../domain/units.ts';
import type { DemoCalendar } from './calendar.ts';
import { at } from './random.ts';
import type { Register } from './register.ts';
import { type SalesDocument, withoutVat } from './sales-document.ts';

export interface Totals {
  readonly lines: number;
  readonly documents: number;
  readonly sales: Decimal;
  readonly salesExVat: Decimal;
}

export interface TalliedFacts extends Totals {
  readonly shipments: number;
  /** Shipments signed by another rep than the assigned one. */
  readonly otherRepShipments: number;
  readonly returnLines: number;
  readonly correctionLines: number;
  readonly freeLines: number;
  readonly returnLinesWithoutGoods: number;
  /** Not in the figures of a correct import: nobody bought. Contained in the totals above, not in `months`. */
  readonly withoutCustomer: Totals;
  readonly clients: number;
  readonly legalEntities: number;
  readonly deliveryPoints: number;
  readonly months: readonly (Totals & { readonly month: string })[];
}

interface Sum {
  lines: number;
  documents: number;
  gross: number;
  net: number;
}

/** Adds up what is written, document by document. */
export interface Tally {
  add(document: SalesDocument): void;
  facts(): TalliedFacts;
}

export function createTally(calendar: DemoCalendar, register: Register): Tally {
  const all = emptySum();
  const withoutCustomer = emptySum();
  const months = calendar.monthLabels.map(emptySum);
  const boughtBy = new Uint8Array(register.entityCount);
  const shippedTo = new Uint8Array(register.pointCount);
  const counts = { shipments: 0, otherRep: 0, returns: 0, corrections: 0, free: 0, withoutGoods: 0 };
  return {
    add(document) {
      const { kind, point, rep, lines } = document;
      addTo(all, document);
      addTo(point === null ? withoutCustomer : at(months, at(calendar.month, document.day)), document);
      if (point !== null) {
        boughtBy[point.entity.index] = 1;
        shippedTo[point.index] = 1;
      }
      if (kind === 'sale') {
        counts.shipments++;
        if (point !== null && rep.slot !== point.entity.slot) counts.otherRep++;
        for (const line of lines) if (line.gross === 0) counts.free++;
      } else if (kind === 'return') {
        counts.returns += lines.length;
        for (const line of lines) if (line.product === null) counts.withoutGoods++;
      } else counts.corrections += lines.length;
    },
    facts() {
      const holdings = new Set<string>();
      let legalEntities = 0;
      let standingAlone = 0;
      boughtBy.forEach((bought, index) => {
        if (bought === 0) return;
        const { holding } = register.entity(index);
        legalEntities++;
        if (holding === '') standingAlone++;
        else holdings.add(holding);
      });
      return {
        ...totals(all),
        shipments: counts.shipments,
        otherRepShipments: counts.otherRep,
        returnLines: counts.returns,
        correctionLines: counts.corrections,
        freeLines: counts.free,
        returnLinesWithoutGoods: counts.withoutGoods,
        withoutCustomer: totals(withoutCustomer),
        clients: holdings.size + standingAlone,
        legalEntities,
        deliveryPoints: shippedTo.reduce((sum, flag) => sum + flag, 0),
        months: months.map((sum, m) => ({ month: at(calendar.monthLabels, m), ...totals(sum) })),
      };
    },
  };
}

function emptySum(): Sum {
  return { lines: 0, documents: 0, gross: 0, net: 0 };
}

function addTo(sum: Sum, { lines }: SalesDocument): void {
  sum.documents++;
  sum.lines += lines.length;
  for (const { gross, vat } of lines) {
    sum.gross += gross;
    sum.net += withoutVat(gross, vat);
  }
}

function totals({ lines, documents, gross, net }: Sum): Totals {
  return { lines, documents, sales: rubles(gross), salesExVat: rubles(net) };
}

/** Kopecks as exact text. Sums of the demo stay far below 2^53. */
export function rubles(kopecks: number): Decimal {
  const magnitude = String(Math.abs(kopecks)).padStart(3, '0');
  return `${kopecks < 0 ? '-' : ''}${magnitude.slice(0, -2)}.${magnitude.slice(-2)}`;
}
