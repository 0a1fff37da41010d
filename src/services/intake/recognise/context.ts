import type { Field } from '../../../domain/fields.ts';
import { documentStatus } from './document-status.ts';
import { documentClass } from './document-types.ts';
import {
  amountFields,
  attributeFields,
  clientFields,
  documentFields,
  memberFields,
  productFields,
} from './fields-by-use.ts';
import type { Profile } from './profile.ts';
import type { Entity } from './synonyms.ts';

/** What surrounds a column whose name alone does not say what it is. */
export interface Surroundings {
  /** What the other columns surely are. */
  readonly others: ReadonlySet<Field>;
  /** What the columns to the left and to the right speak of. */
  readonly beside: readonly (Entity | undefined)[];
  /** The column's own name, folded. */
  readonly name: string;
  readonly values: Profile;
}

interface Ask {
  has(...wanted: readonly Field[]): boolean;
  /** A neighbour speaks of it. */
  beside(entity: Entity): boolean;
  /** The name may also mean this. */
  or(field: Field): boolean;
  /** Folded. */
  readonly name: string;
  readonly values: Profile;
}

const productHints: readonly Field[] = [
  ...productFields,
  'category',
  'subcategory',
  'brand',
  'unit',
  'manufacturer',
];
const clientHints: readonly Field[] = [...clientFields, ...attributeFields];
const isCode = ({ counts, numbers }: Profile): boolean => counts >= 0.9 || numbers === 1;

/** How well a meaning suits the surroundings, about 0 … 1. */
const suits: Partial<Record<Field, (ask: Ask) => number>> = {
  clientCode: ({ has, beside, values }) =>
    0.45 +
    bonus(beside('client'), 0.3) -
    bonus(has('clientCode'), 0.5) -
    bonus((beside('product') || beside('point')) && !beside('client'), 0.4) -
    bonus(!has(...clientHints) && has(...productHints), 0.4) -
    bonus(values.filled > 0 && values.digits < 0.5, 0.3),
  skuCode: ({ has, beside, values }) =>
    0.4 +
    bonus(beside('product'), 0.3) -
    bonus(has('skuCode'), 0.5) +
    bonus(!has(...clientHints) && has(...productHints), 0.3) -
    bonus(values.filled > 0 && values.digits < 0.5, 0.3),
  deliveryPointCode: ({ beside }) => 0.1 + bonus(beside('point'), 0.7),
  documentId: ({ beside }) => 0.1 + bonus(beside('document'), 0.6),
  dealId: ({ has }) => bonus(has('dealName', 'dealStage'), 1.2),
  clientName: ({ has, beside, values, or }) =>
    0.5 -
    bonus(has('clientName'), 1) +
    bonus(has(...clientHints), 0.2) +
    bonus(beside('client'), 0.3) -
    bonus(values.units >= 0.5, 0.5) -
    bonus(or('skuName') && !has('skuName', 'skuNameUnit', ...clientHints) && has(...productHints), 0.4) -
    bonus(or('note') && has('quantity', 'price', 'skuCode'), 0.6) -
    bonus(isCode(values), 0.6),
  skuName: ({ has, beside, values }) =>
    0.35 -
    bonus(has('skuName', 'skuNameUnit'), 0.5) +
    bonus(has('skuCode', 'category', 'brand', 'unit'), 0.25) +
    bonus(has('quantity', 'price'), 0.1) +
    bonus(beside('product'), 0.3) +
    bonus(has('clientName'), 0.2) +
    bonus(values.units >= 0.5, 0.5) -
    bonus(isCode(values), 0.6),
  deliveryPointName: ({ beside }) => 0.1 + bonus(beside('point'), 0.8),
  salesRepName: ({ has, beside, values }) =>
    0.05 +
    bonus(beside('rep') || beside('manager'), 0.8) +
    bonus(has(...memberFields) && !has(...clientHints, ...productHints), 0.6) -
    bonus(isCode(values), 0.6),
  category: ({ has, beside }) =>
    0.3 + bonus(beside('product'), 0.3) + bonus(has(...productHints), 0.2) - bonus(has('category'), 0.5),
  clientType: ({ has, beside }) =>
    0.35 +
    bonus(beside('client'), 0.3) +
    bonus(has(...clientHints) && !has(...productHints), 0.3) -
    bonus(has('clientType'), 0.5),
  team: ({ beside }) => bonus(beside('rep'), 0.9),
  deliveryPointType: ({ has }) => 0.2 + bonus(has('deliveryPointName', 'deliveryPointCode'), 0.5),
  salesChannel: ({ has }) => 0.2 + bonus(has('clientType'), 0.5) - bonus(has('salesChannel'), 0.5),
  documentType: ({ beside, values }) =>
    0.2 +
    bonus(beside('document'), 0.3) +
    bonus(
      values.samples.some((value) => documentClass(value) !== undefined),
      0.7,
    ),
  documentStatus: ({ has, or, name, values }) => {
    if (or('region') && !values.samples.some((value) => documentStatus(value, name))) return 0;
    return (
      bonus(has(...documentFields, ...amountFields, 'quantity'), 0.6) - bonus(has('documentStatus'), 0.5)
    );
  },
  dealStage: ({ has }) => bonus(has('dealName', 'dealId'), 0.9),
  region: ({ has }) => 0.5 - bonus(has('region'), 0.4),
  contactName: () => 0.4,
  holding: ({ has }) => bonus(has('clientName'), 0.9),
  // Who sells, as soon as somebody else buys. A lone «Организация» may be either, a lone «Дистрибьютор» buys.
  ownCompany: ({ has, name }) => (has(...clientFields) ? 1 : name === 'организация' ? 0.45 : 0.2),
  documentNumber: ({ values }) => 0.5 - bonus(values.presentations >= 0.5, 0.4),
  documentPresentation: ({ values }) => bonus(values.presentations >= 0.5, 0.9),
  shipmentDate: ({ values }) => bonus(values.dates >= 0.5 || values.filled === 0, 0.6),
  debtDate: ({ has, values }) =>
    bonus(
      values.dates >= 0.5 &&
        has('debt', 'overdueDebt') &&
        !has(...documentFields, ...amountFields, ...productFields, 'quantity'),
      0.9,
    ),
  month: ({ values }) => bonus(values.months >= 0.5, 0.9),
  quantity: ({ has, values }) => bonus(values.numbers >= 0.5, 0.5) - bonus(has('quantity'), 0.4),
  amountGross: ({ has, values }) => bonus(values.numbers >= 0.5, 0.3) - bonus(has('amountGross'), 0.4),
  note: ({ has }) => 0.3 + bonus(has('skuName', 'skuNameUnit'), 0.4),
  salesRepCode: ({ values }) => bonus(isCode(values), 0.9),
  managerName: ({ values }) => 0.5 - bonus(isCode(values), 0.4),
  managerCode: ({ values }) => bonus(isCode(values), 0.9),
};

const bonus = (applies: boolean, weight: number): number => (applies ? weight : 0);

/** A meaning chosen by context. `lead`: how far it is ahead of the next one. */
export interface Choice {
  readonly field: Field | null;
  readonly confidence: number;
  readonly lead: number;
}

/**
 * Picks the meaning that suits the surroundings best. Sure when it leads clearly, below 0.75 when two are about as
 * good, null when none suits.
 */
export function chooseByContext(
  fields: readonly Field[],
  { others, beside, name, values }: Surroundings,
): Choice {
  const ask: Ask = {
    has: (...wanted) => wanted.some((field) => others.has(field)),
    beside: (entity) => beside.includes(entity),
    or: (field) => fields.includes(field),
    name,
    values,
  };
  const ranked = fields
    .map((field) => ({ field, weight: suits[field]?.(ask) ?? 0 }))
    .sort((a, b) => b.weight - a.weight);
  const [best, second] = ranked;
  if (!best || best.weight < 0.2) return { field: null, confidence: 0.8, lead: 0 };
  const lead = best.weight - Math.max(second?.weight ?? 0, 0);
  return { field: best.field, confidence: lead >= 0.25 ? 0.92 : lead >= 0.1 ? 0.8 : 0.7, lead };
}
