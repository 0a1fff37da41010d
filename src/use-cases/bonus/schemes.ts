import { sql } from 'kysely';
import { type BonusScheme, bonusScheme } from '../../domain/bonus/scheme.ts';
import { assignable } from '../../domain/dimensions.ts';
import { Refusal } from '../../domain/problem.ts';
import { methodAsked } from '../../services/definitions/methods.ts';
import type { OrganisationMember } from '../../services/organisation/report.ts';
import type { Desk } from '../../services/parts/part.ts';
import type { Stores } from '../../stores/stores.ts';
import { companyOf } from '../plans/read.ts';
import type { NewScheme, SchemeVersion } from './report.ts';

const collator = new Intl.Collator('ru');

export async function bonusSchemes({ records }: Pick<Stores, 'records'>): Promise<SchemeVersion[]> {
  const rows = await records.db
    .selectFrom('bonus_scheme')
    .leftJoin('app_user', 'app_user.id', 'stated_by')
    .select(['bonus_scheme.id', 'version', 'document', 'stated_at', 'app_user.name as author'])
    .execute();
  return rows
    .map(({ id, version, document, stated_at, author }) => ({
      ...{ id, version, author: author ?? '', statedAt: stated_at },
      scheme: bonusScheme.parse(document),
    }))
    .sort((a, b) => collator.compare(a.scheme.name, b.scheme.name) || a.id - b.id || b.version - a.version);
}

/** @throws Refusal `bonusSchemeStale`, `bonusMemberUnknown`, `methodUnknown` */
export async function saveScheme(
  desk: Desk,
  { id: asked, version: seen, scheme }: NewScheme,
): Promise<SchemeVersion> {
  const { stores, viewer } = desk;
  await refuseMistakes(desk, scheme);
  const written = await stores.records.transaction(async (tx) => {
    await sql`SELECT pg_advisory_xact_lock(${sql.lit(4_019)})`.execute(tx);
    const known = await tx.selectFrom('bonus_scheme').select(['id', 'version']).execute();
    const id = asked ?? Math.max(0, ...known.map((one) => one.id)) + 1;
    const last = Math.max(0, ...known.filter((one) => one.id === id).map((one) => one.version));
    if (last !== seen || (asked !== null && last === 0)) return { last };
    const version = seen + 1;
    await tx
      .insertInto('bonus_scheme')
      .values({
        ...{ id, version, document: JSON.stringify(scheme) },
        ...{ stated_by: viewer.user, stated_at: new Date().toISOString() },
      })
      .execute();
    return { id, version };
  });
  if ('last' in written) throw new Refusal({ code: 'bonusSchemeStale', params: { version: written.last } });
  const found = (await bonusSchemes(stores)).find(
    ({ id, version }) => id === written.id && version === written.version,
  );
  if (found === undefined) throw new Error('a scheme that was written is there');
  return found;
}

async function refuseMistakes(desk: Desk, { whom, points }: BonusScheme): Promise<void> {
  const { organisation } = await companyOf(desk);
  const known = new Set(organisation.members.map(({ id }) => id));
  const stranger = whom.members.find((member) => !known.has(member));
  if (stranger !== undefined) throw new Refusal({ code: 'bonusMemberUnknown', params: { member: stranger } });
  if (points !== null) await methodAsked(desk.stores, { id: points.method });
}

/** The versions that hold for a month: of each scheme the latest that began by then, unless it ended with it. */
export function schemesOf(versions: readonly SchemeVersion[], month: string): SchemeVersion[] {
  const begun = versions.filter(({ scheme }) => scheme.from <= month);
  return [...Map.groupBy(begun, ({ id }) => id).values()].flatMap((own) => {
    const latest = own.reduce((a, b) => (b.version > a.version ? b : a));
    return latest.scheme.active ? [latest] : [];
  });
}

/**
 * By which scheme a member is paid: by one that names him before one that names whom he belongs to, the nearest first,
 * before one for everybody; of equally near ones by the one stated last.
 */
export function schemeFor(
  member: OrganisationMember,
  schemes: readonly SchemeVersion[],
): SchemeVersion | undefined {
  return schemes
    .filter(({ scheme }) => scheme.whom.level === member.kind)
    .map((version) => ({ version, distance: distanceOf(member, version.scheme) }))
    .filter(({ distance }) => distance !== null)
    .sort(
      (a, b) => Number(a.distance) - Number(b.distance) || (a.version.statedAt < b.version.statedAt ? 1 : -1),
    )[0]?.version;
}

function distanceOf({ id, above }: OrganisationMember, { whom: { members } }: BonusScheme): number | null {
  if (members.length === 0) return assignable.length;
  const line = [id, above.team, above.department, above.branch];
  const at = line.findIndex((one) => one !== undefined && members.includes(one));
  return at === -1 ? null : at;
}
