import { type EditableField, editableFields, factsOfField } from '../../domain/customer-edit.ts';
import { type StatedFacts, withStated } from '../../domain/stated-facts.ts';
import type { CountUnit } from '../../domain/units.ts';
import { selectByKeys } from '../../stores/records/bulk.ts';
import type { Facts } from '../../stores/records/schema.ts';
import type { Stores } from '../../stores/stores.ts';
import { dressUnits } from '../activity/dress-units.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import { isOfTargets } from './edits.ts';
import type { UnitPlace } from './place.ts';
import type { Target } from './target.ts';

interface TargetRow {
  readonly id: number;
  readonly name: string;
  readonly born: Facts;
  readonly facts: Facts | null;
  readonly stated: StatedFacts | null;
}

/** What may be stated of a unit, and what counts now. */
export interface Editable {
  /** The last edit of any of the targets; 0: there was none. */
  readonly version: number;
  readonly values: Readonly<Record<EditableField, string>>;
  /** Which rows a field is stated of; else the unit of which it has to be stated. */
  readonly targets: Readonly<Record<EditableField, readonly Target[] | CountUnit>>;
  readonly stated: (target: Target) => StatedFacts;
  /** What imports say, where something is stated. */
  readonly imported: Readonly<Partial<Record<EditableField, string>>>;
}

export async function editableOf(
  stores: Stores,
  { dimensions }: DataVersion,
  place: UnitPlace,
): Promise<Editable> {
  const targets = targetsOf(place);
  const all = Object.values(targets).flatMap((some) => (typeof some === 'string' ? [] : some));
  const rows = new Map(
    (await Promise.all((['party', 'point'] as const).map((level) => rowsOf(stores, level, all)))).flat(),
  );
  const name = (await dressUnits(stores, place.unit, [place.id]))(place.id).name;
  const [party] = await stores.warehouse.rows<{ type: string }>(
    `SELECT toString(client_type) AS type FROM dim_party WHERE generation = ${dimensions} AND id = ${place.client}`,
  );
  const rowOf = ({ level, id }: Target) => rows.get(`${level} ${id}`);
  const first = (field: EditableField) => {
    const some = targets[field];
    return typeof some === 'string' ? undefined : some[0] && rowOf(some[0]);
  };
  const own = first('name');
  const note = own === undefined ? '' : (withStated(own.facts ?? own.born, own.stated).note ?? '');
  const imported = editableFields.flatMap((field) => {
    const row = first(field);
    if (row?.stated?.[factsOfField[field][0]] === undefined) return [];
    return [[field, (row.facts ?? row.born)[field] ?? (field === 'name' ? row.name : '')] as const];
  });
  return {
    version: await lastEdit(stores, all),
    values: {
      name: own?.stated?.name?.value ?? (place.unit === 'deliveryPoint' ? (factOf(own, 'name') ?? '') : name),
      clientType: party?.type ?? '',
      city: place.points.find(({ city }) => city !== '')?.city ?? '',
      note,
    },
    targets,
    stated: (target) => rowOf(target)?.stated ?? {},
    imported: Object.fromEntries(imported),
  };
}

const factOf = (row: TargetRow | undefined, name: string): string | undefined =>
  row === undefined ? undefined : withStated(row.facts ?? row.born, row.stated)[name];

/** A type belongs to the client, a city to the delivery point. */
function targetsOf({ unit, id, client, points }: UnitPlace): Editable['targets'] {
  const itself: Target = { level: unit === 'deliveryPoint' ? 'point' : 'party', id };
  const isClient = unit !== 'deliveryPoint' && id === client;
  const named = points.filter(({ implicit }) => !implicit);
  return {
    name: [itself],
    note: [itself],
    clientType: isClient ? [itself] : 'client',
    // Of one named point the lines that name none are at the same place.
    city: named.length > 1 ? 'deliveryPoint' : points.map((point) => ({ level: 'point', id: point.id })),
  };
}

async function rowsOf(
  { records }: Stores,
  level: Target['level'],
  targets: readonly Target[],
): Promise<(readonly [string, TargetRow])[]> {
  const ids = new Set(targets.filter((one) => one.level === level).map(({ id }) => id));
  const rows = await selectByKeys<TargetRow>(
    records.db,
    {
      table: level,
      columns: ['id', 'name', 'born', 'facts', 'stated'],
      key: [{ name: 'id', pgType: 'int4' }],
    },
    [...ids].map((id) => [id]),
  );
  return rows.map((row) => [`${level} ${row.id}`, row]);
}

async function lastEdit({ records }: Stores, targets: readonly Target[]): Promise<number> {
  const row = await records.db
    .selectFrom('customer_edit_field as own')
    .select(({ fn }) => fn.max('own.edit').as('last'))
    .where((own) => isOfTargets(own, targets))
    .executeTakeFirst();
  return row?.last ?? 0;
}
