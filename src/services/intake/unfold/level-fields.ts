import type { Field } from '../../../domain/fields.ts';
import { clientFields, productFields } from '../recognise/fields-by-use.ts';
import { endsWithUnit } from '../recognise/profile.ts';

/** How the depths of a report stand for its levels. */
export interface LevelPlan {
  /** Levels named by the header, outermost first. */
  readonly fields: readonly Field[];
  /** Number of depths that occur. */
  readonly depths: number;
  /** Depth of the first named level: above it lie folders of customers. */
  readonly firstDepth: number;
}

const legalForm =
  /(?:^|[\s,"«(])(?:ООО|АО|ПАО|ЗАО|ОАО|ИП|НАО|ТОО|КФХ|ФГУП|МУП|LLC|Ltd|Inc|GmbH)(?=$|[\s,."»)])/u;

/** Names with a legal form are customers, not folders of customers. */
export function hasLegalForm(name: string): boolean {
  return legalForm.test(name);
}

/**
 * The depth where the customers stand: 0, unless more depths than levels occur, the names at depth 0 have no legal form,
 * and those of a deeper one mostly have.
 */
export function customerDepth(fields: readonly Field[], shares: readonly number[]): number {
  const [first] = fields;
  if (!first || !clientFields.includes(first) || shares.length <= fields.length || (shares[0] ?? 0) >= 0.2)
    return 0;
  const deeper = shares.slice(1, shares.length - 1).findIndex((share) => share > 0.5);
  return deeper < 0 ? 0 : deeper + 1;
}

/** Fields that an unfolded row can have from its levels. */
export function fieldsOfLevels({ fields, depths, firstDepth }: LevelPlan): readonly Field[] {
  const named = fields.flatMap((field): Field[] => (field === 'skuNameUnit' ? ['skuName', 'unit'] : [field]));
  const between = depths - firstDepth - fields.length;
  const products = productFields.includes(fields.at(-1) ?? 'note');
  const categories: Field[] = products
    ? (['category', 'subcategory'].slice(0, Math.max(0, between)) as Field[])
    : [];
  return [...new Set([...named, ...categories])];
}

/** What the name of a row at `depth` is; null: a folder that we do not keep. */
export function fieldAt(plan: LevelPlan, depth: number, leaf: boolean, label: string): Field | null {
  const { fields, depths, firstDepth } = plan;
  const level = depth - firstDepth;
  const last = fields.at(-1) ?? null;
  const products = last !== null && productFields.includes(last);
  if (level < 0) return null;
  if (level < fields.length - 1) return fields[level] ?? null;
  const deepest = depth === depths - 1;
  // A folder of products without products below has no unit behind its name.
  if (deepest || (leaf && (last !== 'skuNameUnit' || endsWithUnit(label)))) return last;
  const between = level - (fields.length - 1);
  return products ? ((['category', 'subcategory'] as const)[between] ?? null) : null;
}

/** «Молоко 3,2 % 0,93 л, шт» → name and unit behind the last comma. */
export function splitUnit(label: string): { readonly name: string; readonly unit: string } {
  const comma = label.lastIndexOf(',');
  if (comma < 0) return { name: label, unit: '' };
  return { name: label.slice(0, comma).trim(), unit: label.slice(comma + 1).trim() };
}
