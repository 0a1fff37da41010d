import { today } from '../../domain/clock.ts';
import { Refusal } from '../../domain/problem.ts';
import type { SetNode } from '../../domain/sets/customer-set.ts';
import {
  prospectsOfLevel,
  type TargetLevel,
  type TargetRules,
  targetLevels,
} from '../../domain/target-rules.ts';
import { setSize } from '../../services/activity/set-sql.ts';
import { setContext } from '../../services/definitions/set-context.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { statement } from '../../stores/warehouse/sql.ts';

export interface VersionedRules {
  /** 0: nobody has stated any. */
  readonly version: number;
  readonly rules: TargetRules;
}

export interface ProspectsOfLevel {
  /** null: no rule fits. */
  readonly level: TargetLevel | null;
  /** Clients. */
  readonly size: number;
  /** For lists, tables and exports: node of a set of clients. */
  readonly set: SetNode;
}

/** Customers who have never bought, by how much they are wanted. */
export interface Prospects {
  rules(): Promise<VersionedRules>;
  /** `version`: of the rules that were looked at. Refuses `targetRulesStale`. */
  setRules(said: VersionedRules): Promise<VersionedRules>;
  /** Of whom the reader sees. */
  levels(): Promise<readonly ProspectsOfLevel[]>;
}

export const prospectsOf = (desk: Desk): Prospects => ({
  rules: () => rulesNow(desk),
  setRules: (said) => setRules(desk, said),
  levels: () => levels(desk),
});

async function rulesNow({ stores: { records } }: Pick<Desk, 'stores'>): Promise<VersionedRules> {
  const row = await records.db
    .selectFrom('target_rules')
    .select(['version', 'rules'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? { version: 0, rules: [] };
}

async function setRules(desk: Desk, { version, rules }: VersionedRules): Promise<VersionedRules> {
  const { stores, viewer } = desk;
  const now = await rulesNow(desk);
  const written =
    now.version === version
      ? await stores.records.db
          .insertInto('target_rules')
          .values({
            ...{ version: version + 1, rules: JSON.stringify(rules), user_id: viewer.user },
            stated_at: new Date().toISOString(),
          })
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
          .executeTakeFirst()
      : undefined;
  if (written === undefined)
    throw new Refusal({ code: 'targetRulesStale', params: { version: (await rulesNow(desk)).version } });
  return { version: version + 1, rules };
}

async function levels(desk: Desk): Promise<readonly ProspectsOfLevel[]> {
  const { stores, viewer } = desk;
  const { rules } = await rulesNow(desk);
  const version = await currentVersion(stores.records);
  const sizes: ProspectsOfLevel[] = [];
  for (const level of [...targetLevels, null]) {
    const set = prospectsOfLevel(rules, level, today().slice(0, 7));
    const whole = { language: 1, unit: 'client', method: { id: 'main' }, set } as const;
    const context = await setContext(stores, whole, { version, scope: viewer.scope });
    const { text, params } = statement(setSize(set, context));
    const [row] = await stores.warehouse.rows<{ size: string }>(text, params);
    sizes.push({ level, size: Number(row?.size ?? 0), set });
  }
  return sizes;
}
