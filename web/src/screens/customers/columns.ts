import { tableFeatures } from '@tanstack/react-table';
import type { Formats } from '../../language/formats.ts';
import type { Customer } from '../../server/api.ts';
import type { ColumnId } from './state.ts';

type Kind = 'text' | 'count' | 'money' | 'date';

interface Shape {
  readonly kind: Kind;
  /** px */
  readonly width: number;
}

/** How columns look; the order is that of the choice. */
export const columnShapes: Readonly<Record<ColumnId, Shape>> = {
  code: { kind: 'text', width: 104 },
  city: { kind: 'text', width: 120 },
  address: { kind: 'text', width: 240 },
  clientType: { kind: 'text', width: 116 },
  salesChannel: { kind: 'text', width: 116 },
  industry: { kind: 'text', width: 150 },
  acquisitionChannel: { kind: 'text', width: 130 },
  manager: { kind: 'text', width: 150 },
  phone: { kind: 'text', width: 128 },
  decisionMaker: { kind: 'text', width: 190 },
  influencer: { kind: 'text', width: 190 },
  sales: { kind: 'money', width: 112 },
  salesExVat: { kind: 'money', width: 118 },
  documents: { kind: 'count', width: 84 },
  avgCheck: { kind: 'money', width: 112 },
  products: { kind: 'count', width: 84 },
  firstPurchase: { kind: 'date', width: 104 },
  lastPurchase: { kind: 'date', width: 104 },
};

export const isNumber = (id: ColumnId): boolean => columnShapes[id].kind !== 'text';

export function textOf(id: ColumnId, row: Customer, formats: Formats): string {
  switch (columnShapes[id].kind) {
    case 'text':
      return String(row[id] ?? '');
    case 'count':
      return formats.count(row[id]);
    case 'money':
      return formats.number(row[id], 0);
    case 'date':
      return formats.date(row[id] as string | null);
  }
}

/** A place of the list; its row may still be on the way. */
export interface Slot {
  readonly index: number;
  readonly row: Customer | undefined;
}

/** Of the table: sorting and pages are the server's. */
export const features = tableFeatures({});
