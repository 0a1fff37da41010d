import {
  type ClientField,
  type EditableField,
  editableFields,
  factsOfField,
} from '../../domain/customer-edit.ts';
import { statusUnlessSaid } from '../../domain/customer-status.ts';
import { type StatedFacts, withStated } from '../../domain/stated-facts.ts';
import type { CountUnit, IsoDate } from '../../domain/units.ts';
import { selectByKeys } from '../../stores/records/bulk.ts';
import type { Facts } from '../../stores/records/schema.ts';
import type { Stores } from '../../stores/stores.ts';
import { dressUnits } from '../activity/dress-units.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import { type ClientParty, clientRows } from './client-rows.ts';
import { lastEdit } from './last-edit.ts';
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
  /** From which day on the status is so; null: nobody has stated one. */
  readonly statusSince: IsoDate | null;
  /** What imports say, where something is stated. */
  readonly imported: Readonly<Partial<Record<EditableField, string>>>;
}

/** All rows that something may be stated of. */
export const allTargets = ({ targets }: Pick<Editable, 'targets'>): Target[] =>
  Object.values(targets).flatMap((some) => (typeof some === 'string' ? [] : some));

export async function editableOf(stores: Stores, version: DataVersion, place: UnitPlace): Promise<Editable> {
  const targets = targetsOf(place);
  const all = allTargets({ targets });
  const client: Target = { level: 'party', id: place.client };
  const read = [...all, client];
  const rows = new Map(
    (await Promise.all((['party', 'point'] as const).map((level) => rowsOf(stores, level, read)))).flat(),
  );
  const { name, address } = (await dressUnits(stores, place.unit, [place.id]))(place.id);
  const { parties } = await clientRows(stores.warehouse, version, place.client);
  const party = parties.find(({ id }) => id === place.client);
  const rowOf = ({ level, id }: Target) => rows.get(`${level} ${id}`);
  const first = (field: EditableField) => {
    const some = targets[field];
    return typeof some === 'string' ? undefined : some[0] && rowOf(some[0]);
  };
  const own = first('name');
  const ofClient = rowOf(client);
  const imported = editableFields.flatMap((field) => {
    const row = first(field);
    if (row?.stated?.[factsOfField[field][0]] === undefined) return [];
    return [[field, (row.facts ?? row.born)[field] ?? unlessImported(field, row)] as const];
  });
  return {
    version: await lastEdit(stores.records.db, all),
    values: {
      name: own?.stated?.name?.value ?? (place.unit === 'deliveryPoint' ? (factOf(own, 'name') ?? '') : name),
      ...clientValues(party),
      statusReason: ofClient?.stated?.statusReason?.value ?? '',
      city: place.points.find(({ city }) => city !== '')?.city ?? '',
      pointType: factOf(first('pointType'), 'pointType') ?? '',
      address,
      legalAddress: factOf(own, 'legalAddress') ?? '',
      site: factOf(own, 'site') ?? '',
      note: factOf(own, 'note') ?? '',
    },
    targets,
    statusSince: ofClient?.stated?.status?.since ?? null,
    stated: (target) => rowOf(target)?.stated ?? {},
    imported: Object.fromEntries(imported),
  };
}

const clientValues = (party: ClientParty | undefined): Record<ClientField, string> => ({
  ...{ clientType: party?.clientType ?? '', salesChannel: party?.salesChannel ?? '' },
  ...{ acquisitionChannel: party?.acquisitionChannel ?? '', industry: party?.industry ?? '' },
  status: party?.status ?? statusUnlessSaid,
});

const unlessImported = (field: EditableField, { name }: TargetRow): string =>
  field === 'name' ? name : field === 'status' ? statusUnlessSaid : '';

const factOf = (row: TargetRow | undefined, name: string): string | undefined =>
  row === undefined ? undefined : withStated(row.facts ?? row.born, row.stated)[name];

/** Types and channels belong to the client, a city and a point's own type to the delivery point, a registered address to the legal entity. */
function targetsOf({ unit, id, client, points }: UnitPlace): Editable['targets'] {
  const itself: Target = { level: unit === 'deliveryPoint' ? 'point' : 'party', id };
  const isClient = unit !== 'deliveryPoint' && id === client;
  const named = points.filter(({ implicit }) => !implicit);
  // Of one named point the lines that name none are at the same place.
  const ofPoint =
    named.length > 1
      ? ('deliveryPoint' as const)
      : points.map((point): Target => ({ level: 'point', id: point.id }));
  const ofClient = isClient ? [itself] : ('client' as const);
  const ofFirm = unit === 'deliveryPoint' ? ('legalEntity' as const) : [itself];
  return {
    ...{ name: [itself], note: [itself], address: [itself] },
    ...{ clientType: ofClient, salesChannel: ofClient, acquisitionChannel: ofClient, industry: ofClient },
    ...{ status: ofClient, statusReason: ofClient },
    ...{ legalAddress: ofFirm, site: ofFirm },
    ...{ city: ofPoint, pointType: ofPoint },
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
