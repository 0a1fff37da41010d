import type { Facts } from '../../../stores/records/schema.ts';
import type { productFields, Tuple } from '../stage/column-plan.ts';
import type { UnitDraft } from './units.ts';

export type ProductTuple = Tuple<(typeof productFields)[number]>;

const fold = (text: string): string => text.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();

/** «Сыр «Полевой», 45 %, кг» → name and unit, split at the last comma. */
function splitNameUnit(text: string): { name: string; unit: string } {
  const comma = text.lastIndexOf(',');
  return comma < 0
    ? { name: text, unit: '' }
    : { name: text.slice(0, comma).trim(), unit: text.slice(comma + 1).trim() };
}

/** Identity of a product: its code in the source, else its name. null: the row names none. */
export function observeProduct(source: string, sourceId: number, tuple: ProductTuple): UnitDraft | null {
  const split = tuple.skuNameUnit ? splitNameUnit(tuple.skuNameUnit) : null;
  const name = tuple.skuName || split?.name || '';
  const code = tuple.skuCode ?? '';
  if (name === '' && code === '') return null;
  const said: Record<string, string | undefined> = {
    name: name || code,
    code,
    category: tuple.category,
    subcategory: tuple.subcategory,
    brand: tuple.brand || tuple.manufacturer,
    unit: tuple.unit || split?.unit,
  };
  const facts: Facts = Object.fromEntries(
    Object.entries(said).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  return {
    key: code === '' ? `name|${fold(name)}` : `code|${source}|${code.toLowerCase()}`,
    facts,
    order: [tuple.category ?? '', name].join('\u0001'),
    own: [sourceId],
  };
}
