import { type CallRules, callUnit, usualCallRules } from '../../domain/calls.ts';
import { Refusal } from '../../domain/problem.ts';
import { wholeCompany } from '../../domain/scope.ts';
import { remembered } from '../../services/activity/remembered.ts';
import { setMembers } from '../../services/activity/set-sql.ts';
import { setContext } from '../../services/definitions/set-context.ts';
import { currentVersion, type DataVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import type { Stores } from '../../stores/stores.ts';
import { sql } from '../../stores/warehouse/sql.ts';

export interface VersionedCallRules extends CallRules {
  /** 0: nobody has stated any, these are the usual ones. */
  readonly version: number;
}

export async function callRulesNow({ records }: Pick<Stores, 'records'>): Promise<VersionedCallRules> {
  const row = await records.db
    .selectFrom('call_rules')
    .select(['version', 'rules'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? { version: 0, ...usualCallRules } : { version: row.version, ...row.rules };
}

/** @throws Refusal `callRulesStale`, `storedSetUnknown`, `storedSetOfOtherUnit` */
export async function setCallRules(
  { stores, viewer }: Desk,
  { version, ...rules }: VersionedCallRules,
): Promise<VersionedCallRules> {
  const data = await currentVersion(stores.records);
  for (const rule of rules.rules) if (rule.kind === 'set') await membersQuery(stores, data, rule.set);
  const now = await callRulesNow(stores);
  const written =
    now.version === version
      ? await stores.records.db
          .insertInto('call_rules')
          .values({
            ...{ version: version + 1, rules: JSON.stringify(rules), user_id: viewer.user },
            stated_at: new Date().toISOString(),
          })
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
          .executeTakeFirst()
      : undefined;
  if (written === undefined)
    throw new Refusal({ code: 'callRulesStale', params: { version: (await callRulesNow(stores)).version } });
  return { version: version + 1, ...rules };
}

/** Of the whole company: whoever asks finds among them those of his own list only. */
async function membersQuery(stores: Stores, version: DataVersion, id: number) {
  const set = { kind: 'stored', id } as const;
  const whole = { language: 1, unit: callUnit, method: { id: 'main' }, set } as const;
  const context = await setContext(stores, whole, { version, scope: wholeCompany });
  return sql`SELECT groupArray(unit) AS units FROM (${setMembers(whole.set, context)})`;
}

/** Clients of a stored set; none where it is gone. */
export async function membersOfSet(
  stores: Stores,
  version: DataVersion,
  id: number,
): Promise<ReadonlySet<number>> {
  try {
    return await remembered<{ units: readonly number[] }, ReadonlySet<number>>(
      stores.warehouse,
      await membersQuery(stores, version, id),
      ([row]) => new Set(row?.units ?? []),
      (units) => 40 * units.size,
    );
  } catch (error) {
    if (error instanceof Refusal) return new Set();
    throw error;
  }
}
