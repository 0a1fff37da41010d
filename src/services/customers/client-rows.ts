import type { IsoDate } from '../../domain/units.ts';
import { raw, sql } from '../../stores/warehouse/sql.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';
import { remembered } from '../activity/remembered.ts';
import type { DataVersion } from '../ledger/data-version.ts';

/** An identity in the dimensions of a version; 0: belongs to no legal entity. */
interface Row {
  readonly id: number;
  readonly entity: number;
  readonly registered: IsoDate;
}

export interface ClientParty extends Row {
  readonly clientType: string;
  readonly salesChannel: string;
  readonly acquisitionChannel: string;
  readonly industry: string;
  readonly status: string;
}

export interface ClientPoint extends Row {
  /** The delivery point that the identity belongs to. */
  readonly point: number;
  readonly implicit: boolean;
  readonly city: string;
  readonly region: string;
  readonly federalDistrict: string;
  readonly country: string;
}

/** All identities of a client, in order of their ids. */
export interface ClientRows {
  readonly parties: readonly ClientParty[];
  readonly points: readonly ClientPoint[];
}

const text = (columns: Readonly<Record<string, string | null>>): string =>
  Object.entries(columns)
    .map(([name, column]) => `${column === null ? "''" : `toString(${column})`} AS ${name}`)
    .join(', ');
const ofParty = {
  ...{ clientType: 'client_type', salesChannel: 'sales_channel' },
  ...{ acquisitionChannel: 'acquisition_channel', industry: 'industry', status: 'status' },
};
const ofPoint = {
  ...{ city: 'city', region: 'region', federalDistrict: 'federal_district', country: 'country' },
};
const none = (columns: object) =>
  Object.fromEntries(Object.keys(columns).map((name) => [name, null] as const));

/** What the dimensions say of a client and whoever belongs to him: read once, whatever is asked of it. */
export async function clientRows(
  warehouse: Warehouse,
  { dimensions }: Pick<DataVersion, 'dimensions'>,
  client: number,
): Promise<ClientRows> {
  const own = `generation = ${dimensions} AND client = ${client}`;
  return await remembered<ClientParty & ClientPoint & { readonly level: 'party' | 'point' }, ClientRows>(
    warehouse,
    sql`SELECT 'party' AS level, id, entity, registered, ${raw(text(ofParty))},
        toUInt32(0) AS point, false AS implicit, ${raw(text(none(ofPoint)))}
      FROM dim_party WHERE ${raw(own)}
      UNION ALL
      SELECT 'point' AS level, id, entity, registered, ${raw(text(none(ofParty)))},
        point, implicit, ${raw(text(ofPoint))}
      FROM dim_point WHERE ${raw(own)}`,
    (rows) => {
      const sorted = rows.toSorted((a, b) => a.id - b.id);
      return {
        parties: sorted.filter(({ level }) => level === 'party'),
        points: sorted.filter(({ level }) => level === 'point'),
      };
    },
    ({ parties, points }) => 400 * (1 + parties.length + points.length),
  );
}

/** The client that an identity belongs to; null: there is none such. */
export async function clientOf(
  warehouse: Warehouse,
  { dimensions }: Pick<DataVersion, 'dimensions'>,
  level: 'party' | 'point',
  id: number,
): Promise<number | null> {
  return await remembered<{ readonly client: number }, { readonly client: number | null }>(
    warehouse,
    sql`SELECT client FROM ${raw(`dim_${level}`)} WHERE generation = ${raw(dimensions)} AND id = ${raw(id)}`,
    ([row]) => ({ client: row?.client ?? null }),
    () => 16,
  ).then(({ client }) => client);
}
