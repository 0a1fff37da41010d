import { type AssignmentKind, assignmentKinds } from '../../domain/dated-facts.ts';
import { kindsAbove } from '../../domain/organisation.ts';
import type { IsoDate } from '../../domain/units.ts';
import { selectByKeys } from '../../stores/records/bulk.ts';
import type { Stores } from '../../stores/stores.ts';
import { day as dayValue, raw, sql, statement } from '../../stores/warehouse/sql.ts';
import { remembered } from '../activity/remembered.ts';
import { type DataVersion, generationList } from '../ledger/data-version.ts';
import type { NamedMember, Organisation, OrganisationMember } from './report.ts';

/** The members of the organisation that a version knows of, and whom they belong to on a day. */
export async function organisation(
  stores: Stores,
  version: DataVersion,
  day: IsoDate,
): Promise<Organisation> {
  const { warehouse } = stores;
  const { text, params } = statement(sql`
    SELECT member, kind, parent FROM dim_parent
    WHERE generation = ${raw(version.dimensions)} AND since <= ${dayValue(day)} AND until >= ${dayValue(day)}`);
  const links = await warehouse.rows<{ member: number; kind: AssignmentKind; parent: number }>(text, params);
  const above = Map.groupBy(
    links.filter(({ parent }) => parent !== 0),
    ({ member }) => member,
  );
  const kinds = await membersKnown(stores, version);
  const changed = await membersChanged(stores);
  // Nothing need refer yet to whoever was added by hand.
  for (const [id, { kind, isByHand }] of changed) if (isByHand) kinds.set(id, kind);
  const names = await namesOf(stores, [...kinds.keys()]);
  const members = [...kinds].map(([id, kind]): OrganisationMember => {
    const own = Object.fromEntries((above.get(id) ?? []).map((link) => [link.kind, link.parent]));
    const nearest = kindsAbove(kind).find((one) => own[one] !== undefined);
    return {
      ...(names.get(id) ?? { id, code: '', name: '' }),
      kind,
      parent: nearest === undefined ? null : (own[nearest] ?? null),
      above: own,
      retired: changed.get(id)?.retired ?? null,
      version: changed.get(id)?.version ?? 0,
    };
  });
  const place = ({ kind }: OrganisationMember): number => assignmentKinds.indexOf(kind);
  const collator = new Intl.Collator('ru');
  members.sort((a, b) => place(b) - place(a) || collator.compare(a.name, b.name) || a.id - b.id);
  return { dataVersion: version.version, day, members };
}

/** Members by kind that lines, customers or the organisation itself name: every line of the version is read once. */
async function membersKnown(
  { warehouse }: Stores,
  version: DataVersion,
): Promise<Map<number, AssignmentKind>> {
  const own = `generation = ${version.dimensions}`;
  const known = await remembered<{ kind: AssignmentKind; members: number[] }, Map<number, AssignmentKind>>(
    warehouse,
    raw(`
      ${assignmentKinds
        .map(
          (kind) => `SELECT '${kind}' AS kind, groupUniqArray(${kind}) AS members
            FROM ledger WHERE (ym, generation) IN ${generationList(version)}`,
        )
        .join(' UNION ALL ')}
      UNION ALL SELECT toString(kind) AS kind, groupUniqArray(member) AS members FROM (
        SELECT kind, member FROM dim_assignment WHERE ${own}
        UNION ALL SELECT kind, parent AS member FROM dim_parent WHERE ${own}
      ) GROUP BY kind`),
    (rows) => new Map(rows.flatMap(({ kind, members }) => members.map((member) => [member, kind] as const))),
    (map) => 60 * map.size,
  );
  const named = new Map(known);
  named.delete(0);
  return named;
}

interface ChangedMember {
  readonly kind: AssignmentKind;
  readonly isByHand: boolean;
  readonly retired: IsoDate | null;
  readonly version: number;
}

/** Members of which somebody has changed something by hand. */
async function membersChanged({ records: { db } }: Stores): Promise<Map<number, ChangedMember>> {
  const rows = await db
    .selectFrom('member_change')
    .innerJoin('member', 'member.id', 'member_change.member')
    .select(['member.id', 'kind', 'retired', 'first_import'])
    .select(({ fn }) => fn.max('member_change.id').as('version'))
    .groupBy('member.id')
    .execute();
  return new Map(
    rows.map(({ id, kind, retired, first_import, version }) => [
      id,
      // Only members that customers are assigned to can be changed.
      { kind: kind as AssignmentKind, isByHand: first_import === 0, retired, version },
    ]),
  );
}

export async function namesOf(
  { records }: Stores,
  ids: readonly number[],
): Promise<Map<number, NamedMember>> {
  const rows = await selectByKeys<NamedMember>(
    records.db,
    { table: 'member', columns: ['id', 'code', 'name'], key: [{ name: 'id', pgType: 'int4' }] },
    ids.map((id) => [id]),
  );
  return new Map(rows.map((row) => [row.id, { ...row, name: row.name || row.code }]));
}
