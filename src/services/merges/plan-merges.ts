import type { EditableField } from '../../domain/customer-edit.ts';
import { Refusal } from '../../domain/problem.ts';
import { type Merge, mergedUnits } from '../../domain/unit-merges.ts';
import type { CountUnit } from '../../domain/units.ts';
import type { Stores } from '../../stores/stores.ts';
import { changesOf } from '../customers/edit-customer.ts';
import { allTargets, type Editable, editableOf } from '../customers/editable.ts';
import { type UnitPlace, unitPlace } from '../customers/place.ts';
import type { Target } from '../customers/target.ts';
import { mergeMark, type StatedChange } from '../customers/write-edit.ts';
import type { DataVersion } from '../ledger/data-version.ts';

/** Two units of a kind that are one. */
export interface AskedMerge {
  readonly unit: CountUnit;
  /** Ids of identities give their units. */
  readonly absorbed: number;
  readonly survivor: number;
  /** Fields in which what counts of the absorbed one is stated of the survivor. */
  readonly take?: readonly EditableField[];
  /** `version` of the two cards that were looked at. */
  readonly seen?: { readonly absorbed: number; readonly survivor: number };
}

export interface PlannedMerge {
  readonly merge: Omit<Merge, 'id'>;
  readonly unit: CountUnit;
  /** What the merge states of the survivor. */
  readonly changes: readonly StatedChange[];
  readonly marks: readonly StatedChange[];
  /** The rows that the two cards are of, and their last edits. */
  readonly seen: readonly { readonly targets: readonly Target[]; readonly version: number }[];
}

/** Of several merges at once those that say nothing new beside the others are left out; fields are taken by single ones. */
export async function planMerges(
  stores: Stores,
  version: DataVersion,
  asked: readonly AskedMerge[],
): Promise<PlannedMerge[]> {
  const planned: PlannedMerge[] = [];
  for (const one of asked) {
    const plan = await planMerge(stores, version, one);
    const merges = planned
      .map(({ merge }, id) => ({ ...merge, id }))
      .filter(({ level }) => level === plan.merge.level);
    const root = mergedUnits(merges, (unit) => unit);
    if (root(plan.merge.absorbed) !== root(plan.merge.survivor)) planned.push(plan);
  }
  return planned;
}

async function planMerge(
  stores: Stores,
  version: DataVersion,
  { unit, absorbed, survivor, take = [], seen }: AskedMerge,
): Promise<PlannedMerge> {
  const [from, into] = [
    await unitPlace(stores.warehouse, version, unit, absorbed),
    await unitPlace(stores.warehouse, version, unit, survivor),
  ];
  if (from.id === into.id) throw new Refusal({ code: 'mergeOfOne', params: { id: from.id } });
  const level = await levelOf(stores, version, from, into);
  const cards = [await editableOf(stores, version, from), await editableOf(stores, version, into)] as const;
  const [one, other] = cards;
  if (seen !== undefined && (seen.absorbed !== one.version || seen.survivor !== other.version))
    throw new Refusal({ code: 'mergeStale' });
  const changes: StatedChange[] = [];
  // A status comes with its reason.
  for (const field of new Set([...take, ...(take.includes('status') ? (['statusReason'] as const) : [])])) {
    const value = one.values[field];
    if (field === 'name' && value === '') continue;
    changes.push(...(await changesOf(stores, other, field, value, undefined)));
  }
  return {
    merge: { level, absorbed: from.id, survivor: into.id },
    unit,
    changes,
    marks: marksOf(level, [from.id, into.id]),
    seen: cards.map((card: Editable) => ({ targets: allTargets(card), version: card.version })),
  };
}

export const marksOf = (level: CountUnit, units: readonly number[]): StatedChange[] =>
  [...new Set(units)].map((id) => ({
    ...{ level: level === 'deliveryPoint' ? 'point' : 'party', id },
    ...{ fact: mergeMark, before: null, after: null },
  }));

/** A client without a group is a legal entity; points are merged within one. */
async function levelOf(
  { warehouse }: Stores,
  { dimensions }: DataVersion,
  from: UnitPlace,
  into: UnitPlace,
): Promise<CountUnit> {
  const { unit } = from;
  if (unit === 'deliveryPoint') {
    const entityOf = ({ points }: UnitPlace) => points[0]?.entity;
    if (entityOf(from) !== entityOf(into)) throw new Refusal({ code: 'mergePointsApart' });
    return unit;
  }
  if (unit === 'legalEntity') return unit;
  const groups = await warehouse.rows<{ id: number }>(
    `SELECT id FROM dim_party WHERE generation = ${dimensions} AND entity = 0 AND id IN (${from.id}, ${into.id})`,
  );
  if (groups.length === 1) throw new Refusal({ code: 'mergeGroupWithEntity' });
  return groups.length === 0 ? 'legalEntity' : 'client';
}
