import type { Field, TableKind } from '../../../domain/fields.ts';
import {
  amountFields,
  attributeFields,
  clientFields,
  dayFields,
  documentFields,
  memberFields,
  planFields,
  productFields,
} from './fields-by-use.ts';

export interface KindReading {
  readonly kind: TableKind;
  readonly confidence: number;
  /** Why a table is `unknown`, as a finding. */
  readonly missing?: 'customer' | 'figures' | 'name';
}

/**
 * What a table is, from the fields it has. Shipments need somebody who bought and how much; that something dates them
 * is asked for later, so that a report of a month is not taken for a list of customers.
 */
export function tableKind(fields: ReadonlySet<Field>, dated: boolean): KindReading {
  const has = (...wanted: readonly Field[]): boolean => wanted.some((field) => fields.has(field));
  const count = (wanted: readonly Field[]): number => wanted.filter((field) => fields.has(field)).length;
  if (has('dealStage', 'dealName') && !has(...productFields))
    return sure('deals', has('dealStage') && has('dealName'));
  const clients = has(...clientFields);
  const figures = has('quantity', ...amountFields);
  const lines = has(...productFields, ...documentFields);
  const day = dated || has(...dayFields);
  if (has(...planFields) && !has(...documentFields) && !(clients && figures && lines)) {
    return sure('plan', has(...memberFields, 'month', 'territoryName', ...clientFields));
  }
  const card = has('phone', 'email', 'contactName', 'kpp', 'createdAt', 'creditLimit', 'debt');
  if (clients && figures && (day || lines || !card)) return sure('shipments', day);
  if (!clients && figures && lines && day) return { kind: 'unknown', confidence: 0.8, missing: 'customer' };
  if (clients && !lines) {
    return sure('customers', count(attributeFields) + count(clientFields) > 1);
  }
  if (has(...productFields))
    return sure(
      'products',
      count([...productFields, 'category', 'brand', 'unit', 'price', 'subcategory']) > 1,
    );
  if (has('managerName', 'salesRepName')) return sure('people', !figures);
  if (has('territoryName')) return sure('territories', !figures);
  return {
    kind: 'unknown',
    confidence: 0.9,
    missing: has(...memberFields, 'territoryCode') ? 'name' : figures ? 'customer' : 'figures',
  };
}

function sure(kind: TableKind, clearly: boolean): KindReading {
  return { kind, confidence: clearly ? 0.95 : 0.8 };
}
