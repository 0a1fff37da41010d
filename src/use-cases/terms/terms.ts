import { sql, type Transaction } from 'kysely';
import { today } from '../../domain/clock.ts';
import { firstDay, lastDay } from '../../domain/organisation.ts';
import { type Problem, Refusal } from '../../domain/problem.ts';
import { isTerm, type TermKind, type TermsChange, termKinds } from '../../domain/terms.ts';
import type { CountUnit, IsoDate } from '../../domain/units.ts';
import type { UnitPlace } from '../../services/customers/place.ts';
import {
  type ChangeRow,
  changesOf,
  identitiesOf,
  isInForce,
  partiesOf,
  type TermNow,
  termsNow,
} from '../../services/customers/terms-in-force.ts';
import { visiblePlace } from '../../services/customers/visible.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import type { RecordsSchema } from '../../stores/records/schema.ts';
import type { Stores } from '../../stores/stores.ts';

export interface CustomerTerms {
  readonly unit: CountUnit;
  /** Of the unit that the identity asked for belongs to. */
  readonly id: number;
  /** For a change: it is refused when there has been another one since. */
  readonly version: number;
  /** As they hold today; a kind of which nobody says anything is left out. */
  readonly now: readonly TermNow[];
  /** The latest first; `value` null: what imports say holds again. */
  readonly history: readonly {
    readonly id: number;
    readonly since: IsoDate;
    readonly reason: string;
    /** '': the owner of the data folder. */
    readonly user: string;
    /** ISO 8601, UTC. */
    readonly at: string;
    readonly undoes: number | null;
    readonly undone: boolean;
    readonly terms: readonly { readonly kind: TermKind; readonly value: string | null }[];
  }[];
}

/** What is agreed with customers. */
export interface Terms {
  /** Refuses `customerUnknown`. */
  of(unit: CountUnit, id: number): Promise<CustomerTerms>;
  /** Refuses `customerUnknown`, `termsStale`, `termWrong`, `termsDay`. */
  change(unit: CountUnit, id: number, change: TermsChange): Promise<CustomerTerms>;
  /** What held before the change holds again. Refuses `termsChangeUnknown`, `termsChangeUndone`. */
  undo(change: number): Promise<CustomerTerms>;
}

export const termsOf = (desk: Desk): Terms => ({
  of: async (unit, id) => customerTerms(desk.stores, await placeOf(desk, unit, id)),
  change: async (unit, id, change) => {
    const place = await placeOf(desk, unit, id);
    await write(desk, place, change);
    return await customerTerms(desk.stores, place);
  },
  undo: (change) => undo(desk, change),
});

async function placeOf({ stores, viewer: { scope } }: Desk, unit: CountUnit, id: number): Promise<UnitPlace> {
  return await visiblePlace(stores, { scope, version: await currentVersion(stores.records) }, unit, id);
}

async function customerTerms(stores: Stores, place: UnitPlace): Promise<CustomerTerms> {
  const changes = await changesOf(stores.records.db, await identitiesOf(stores, partiesOf(place).own));
  return {
    ...{ unit: place.unit, id: place.id, version: versionOf(changes) },
    now: await termsNow(stores, place, today()),
    history: changes.map(({ id, since, reason, user, at, undoes, undone, terms }) => ({
      ...{ id, since, reason, user, at, undoes, undone: undone !== null },
      terms: termKinds.flatMap((kind) => {
        const value = terms[kind];
        return value === undefined ? [] : [{ kind, value }];
      }),
    })),
  };
}

const versionOf = (changes: readonly ChangeRow[]): number => Math.max(0, ...changes.map(({ id }) => id));

/** Changes come one after another. */
const TERMS_LOCK = 4_011;

async function write(desk: Desk, place: UnitPlace, change: TermsChange): Promise<void> {
  const { stores } = desk;
  const { since = today(), reason, terms } = change;
  if (since < firstDay || since > lastDay) throw new Refusal({ code: 'termsDay', params: { day: since } });
  const said = termKinds.flatMap((kind): [TermKind, string | null][] => {
    const value = terms[kind];
    return value === undefined ? [] : [[kind, value?.trim() ?? null]];
  });
  const wrong = said.filter(([kind, value]) => value !== null && !isTerm(kind, value));
  refuse(
    wrong.map(([kind, value]): Problem => ({ code: 'termWrong', params: { kind, value: value ?? '' } })),
  );
  const { own } = partiesOf(place);
  const parties = await identitiesOf(stores, own);
  const stale = await inTurn(stores, async (tx) => {
    const before = await changesOf(tx, parties);
    if (versionOf(before) !== change.version) return before;
    const row = { party: own, since, reason, user_id: desk.viewer.user, undoes: null };
    await add(tx, row, said);
    return null;
  });
  if (stale !== null) await refuseStale(stores, place, stale, said);
}

async function undo(desk: Desk, number: number): Promise<CustomerTerms> {
  const { stores } = desk;
  const found = await stores.records.db
    .selectFrom('terms_change')
    .select(['party', 'since'])
    .where('id', '=', number)
    .executeTakeFirst();
  const unknown = new Refusal({ code: 'termsChangeUnknown', params: { id: number } });
  if (found === undefined) throw unknown;
  const place = await placeOf(desk, 'legalEntity', found.party)
    .catch(() => placeOf(desk, 'client', found.party))
    .catch(() => {
      throw unknown;
    });
  await inTurn(stores, async (tx) => {
    const [change] = (await changesOf(tx, [found.party])).filter(({ id }) => id === number);
    if (change === undefined || !isInForce(change))
      throw new Refusal({ code: 'termsChangeUndone', params: { id: number } });
    const { party, since } = change;
    await add(tx, { party, since, reason: '', user_id: desk.viewer.user, undoes: number }, []);
  });
  return await customerTerms(stores, place);
}

const inTurn = <Result>(
  { records }: Stores,
  work: (tx: Transaction<RecordsSchema>) => Promise<Result>,
): Promise<Result> =>
  records.transaction(async (tx) => {
    await sql`SELECT pg_advisory_xact_lock(${sql.lit(TERMS_LOCK)})`.execute(tx);
    return await work(tx);
  });

async function add(
  tx: Transaction<RecordsSchema>,
  change: Omit<RecordsSchema['terms_change'], 'id' | 'stated_at'>,
  terms: readonly (readonly [TermKind, string | null])[],
): Promise<void> {
  const { last } = await tx
    .selectFrom('terms_change')
    .select(({ fn }) => fn.max('id').as('last'))
    .executeTakeFirstOrThrow();
  const id = (last ?? 0) + 1;
  await tx
    .insertInto('terms_change')
    .values({ id, ...change, stated_at: new Date().toISOString() })
    .execute();
  for (const [kind, value] of terms)
    await tx.insertInto('customer_term').values({ change: id, kind, value }).execute();
}

async function refuseStale(
  stores: Stores,
  place: UnitPlace,
  changes: readonly ChangeRow[],
  said: readonly (readonly [TermKind, string | null])[],
): Promise<void> {
  const now = new Map((await termsNow(stores, place, today())).map((term) => [term.kind, term.value]));
  const [last] = changes;
  refuse(
    said.map(
      ([kind, yours]): Problem => ({
        code: 'termsStale',
        params: {
          ...{ kind, yours: yours ?? '', now: now.get(kind) ?? '', version: versionOf(changes) },
          ...{ user: last?.user || 'none', at: last?.at || 'none' },
        },
      }),
    ),
  );
}

function refuse([first, ...rest]: readonly Problem[]): void {
  if (first !== undefined) throw new Refusal(first, ...rest);
}
