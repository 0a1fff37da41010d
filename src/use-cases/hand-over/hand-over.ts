import { today } from '../../domain/clock.ts';
import { fixed, sum } from '../../domain/decimal.ts';
import { divide, type HandOverPlan } from '../../domain/hand-over.ts';
import { firstDay, lastDay } from '../../domain/organisation.ts';
import { Refusal } from '../../domain/problem.ts';
import type { Decimal, IsoDate } from '../../domain/units.ts';
import type { CustomerRow } from '../../services/activity/report.ts';
import type { Progress } from '../../services/intake/import-summary.ts';
import { reserveIds } from '../../services/intake/resolve/units.ts';
import { currentVersion, type DataVersion } from '../../services/ledger/data-version.ts';
import { namesOf, organisation } from '../../services/organisation/organisation.ts';
import type { NamedMember } from '../../services/organisation/report.ts';
import { commitStatements, refuseRetired } from '../../services/organisation/state-assignment.ts';
import { reachableMembers } from '../../services/organisation/visible-members.ts';
import type { Desk } from '../../services/parts/part.ts';
import { withImporterLock } from '../../stores/importer-lock.ts';
import { insertMany } from '../../stores/records/bulk.ts';
import { activeAmong, clientRows, type Sight } from './clients.ts';
import { type Part, portfolioOf } from './portfolio.ts';
import { type HandedClient, handedClients } from './report.ts';

/** What a receiver gets, or the giver keeps. */
export interface Share {
  readonly rep: NamedMember;
  readonly clients: readonly {
    readonly id: number;
    readonly name: string;
    /** Of twelve months. */
    readonly sales: Decimal | null;
    readonly lastPurchase: IsoDate | null;
  }[];
  /** АКБ of twelve months. */
  readonly activeBase: number;
  /** Of twelve months. */
  readonly sales: Decimal;
}

export interface HandOverPreview {
  readonly dataVersion: number;
  readonly from: NamedMember;
  readonly since: IsoDate;
  readonly until: IsoDate | null;
  readonly shares: readonly Share[];
  /** What nobody takes; null: nothing. */
  readonly kept: Share | null;
}

export interface HandOverMade {
  readonly id: number;
  readonly from: NamedMember;
  readonly since: IsoDate;
  /** null: for good. */
  readonly until: IsoDate | null;
  readonly to: readonly (NamedMember & { readonly clients: number })[];
  /** '': the owner of the data folder. */
  readonly user: string;
  readonly madeAt: string;
  readonly undoneAt: string | null;
}

export interface HandOverReport extends HandOverMade {
  readonly customers: readonly HandedClient[];
}

/** Customers of a rep go to others. */
export interface HandOver {
  /** Nothing is changed. Refuses as `make`. */
  preview(plan: HandOverPlan): Promise<HandOverPreview>;
  /**
   * One new version of the data; days before stay as they were. Waits for an import that is under way. Refuses
   * `handOverMemberUnknown`, `handOverToHimself`, `handOverDates`, `handOverNothing`, `handOverNotHis`, `assignmentMemberRetired`.
   */
  make(plan: HandOverPlan, onProgress?: (progress: Progress) => void): Promise<HandOverMade>;
  /** The latest first. */
  list(): Promise<readonly HandOverMade[]>;
  /** Refuses `handOverUnknown`. */
  report(id: number): Promise<HandOverReport>;
  /** Everything is as if it had not been made. Refuses `handOverUnknown`, `handOverUndone`. */
  undo(id: number): Promise<HandOverMade>;
}

export const handOverOf = (desk: Desk): HandOver => ({
  preview: (plan) => preview(desk, plan),
  make: (plan, onProgress = () => undefined) => make(desk, plan, onProgress),
  list: () => made(desk),
  report: (id) => report(desk, id),
  undo: (id) => undo(desk, id),
});

interface Planned {
  readonly version: DataVersion;
  readonly parts: ReadonlyMap<number, Part>;
  readonly rows: readonly CustomerRow[];
  /** By client. */
  readonly receivers: ReadonlyMap<number, number>;
}

const sightOf = ({ viewer: { scope } }: Desk, version: DataVersion): Sight => ({
  ...{ version, scope, today: version.asOf ?? today() },
});

async function planned(desk: Desk, plan: HandOverPlan): Promise<Planned> {
  const { stores } = desk;
  const { from, since, until, to } = plan;
  if (since < firstDay || (until ?? lastDay) < since || (until ?? lastDay) > lastDay)
    throw new Refusal({ code: 'handOverDates', params: { since, until: until ?? 'none' } });
  const version = await currentVersion(stores.records);
  await refuseMembers(desk, version, plan);
  const parts = new Map((await portfolioOf(stores, version, from, since)).map((part) => [part.client, part]));
  const foreign = to.flatMap(({ clients = [] }) => clients).filter((client) => !parts.has(client));
  if (foreign.length > 0)
    throw new Refusal({
      code: 'handOverNotHis',
      params: { count: foreign.length, first: String(foreign[0]) },
    });
  const rows = await clientRows(stores, sightOf(desk, version), [...parts.keys()]);
  const receivers = divide(
    rows.map(({ id, sales }) => ({ id, sales: sales ?? '0' })),
    to,
  );
  if (receivers.size === 0) throw new Refusal({ code: 'handOverNothing' });
  return { version, parts, rows, receivers };
}

/** Only reps whom the one who hands over is in charge of. */
async function refuseMembers(
  desk: Desk,
  version: DataVersion,
  { from, since, until = lastDay, to }: HandOverPlan,
): Promise<void> {
  const all = await organisation(desk.stores, version, since);
  const reachable = reachableMembers(all, desk.viewer.scope);
  const reps = new Set(
    all.members.filter(({ id, kind }) => kind === 'rep' && reachable.has(id)).map(({ id }) => id),
  );
  const receivers = to.map(({ rep }) => rep);
  const unknown = [from, ...receivers].find((rep) => !reps.has(rep));
  if (unknown !== undefined) throw new Refusal({ code: 'handOverMemberUnknown', params: { id: unknown } });
  if (receivers.includes(from) || new Set(receivers).size < receivers.length)
    throw new Refusal({ code: 'handOverToHimself' });
  await refuseRetired(desk.stores, receivers, until);
}

async function preview(desk: Desk, plan: HandOverPlan): Promise<HandOverPreview> {
  const { version, rows, receivers } = await planned(desk, plan);
  const names = await namesOf(desk.stores, [plan.from, ...plan.to.map(({ rep }) => rep)]);
  const share = async (rep: number, some: readonly CustomerRow[]): Promise<Share> => ({
    rep: names.get(rep) ?? { id: rep, code: '', name: '' },
    clients: some.map(({ id, name, sales, lastPurchase }) => ({ id, name, sales, lastPurchase })),
    activeBase: await activeAmong(
      desk.stores,
      sightOf(desk, version),
      some.map(({ id }) => id),
    ),
    sales: fixed(sum(some.map(({ sales }) => sales ?? '0')), 2),
  });
  const shares: Share[] = [];
  for (const { rep } of plan.to)
    shares.push(
      await share(
        rep,
        rows.filter(({ id }) => receivers.get(id) === rep),
      ),
    );
  const rest = rows.filter(({ id }) => !receivers.has(id));
  return {
    ...{ dataVersion: version.version, since: plan.since, until: plan.until ?? null, shares },
    from: names.get(plan.from) ?? { id: plan.from, code: '', name: '' },
    kept: rest.length === 0 ? null : await share(plan.from, rest),
  };
}

async function make(
  desk: Desk,
  plan: HandOverPlan,
  onProgress: (progress: Progress) => void,
): Promise<HandOverMade> {
  const { stores, viewer } = desk;
  const { from: giver, since, until = null } = plan;
  const id = await withImporterLock(stores.records, async () => {
    const { version: before, parts, receivers } = await planned(desk, plan);
    const number = await reserveIds(stores, 'handOver', 1);
    await insertMany(
      stores.records.db,
      'hand_over_client',
      ['hand_over', 'client', 'receiver'].map((name) => ({ name, pgType: 'int4' })),
      [...receivers].map(([client, receiver]) => [number, client, receiver]),
    );
    const stated = plan.to.flatMap(({ rep: member }) => {
      const his = [...receivers].flatMap(([client, receiver]) =>
        receiver === member ? (parts.get(client) ?? []) : [],
      );
      const days = { kind: 'rep', member, since, until: until ?? lastDay } as const;
      return [
        { level: 'legalEntity', units: his.flatMap(({ entities }) => entities), ...days } as const,
        { level: 'deliveryPoint', units: his.flatMap(({ points }) => points), ...days } as const,
      ].filter(({ units }) => units.length > 0);
    });
    await commitStatements(
      stores,
      {
        ...{ before, stated },
        with: async (tx, statements) => {
          await tx
            .insertInto('hand_over')
            .values({
              ...{ id: number, giver, since, until, user_id: viewer.user },
              ...{ statements: [...statements], made_at: new Date().toISOString(), undone_at: null },
            })
            .execute();
        },
      },
      onProgress,
    );
    return number;
  });
  return await madeUnder(desk, id);
}

async function undo(desk: Desk, id: number): Promise<HandOverMade> {
  const { stores } = desk;
  await madeUnder(desk, id);
  await withImporterLock(stores.records, async () => {
    const row = await stores.records.db
      .selectFrom('hand_over')
      .select(['statements', 'undone_at'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (row.undone_at !== null) throw new Refusal({ code: 'handOverUndone', params: { id } });
    await commitStatements(
      stores,
      {
        ...{ before: await currentVersion(stores.records), stated: [], withdrawn: row.statements },
        with: async (tx) => {
          const undone_at = new Date().toISOString();
          await tx.updateTable('hand_over').set({ undone_at }).where('id', '=', id).execute();
        },
      },
      () => undefined,
    );
  });
  return await madeUnder(desk, id);
}

/** Those between reps whom the reader is in charge of. */
async function made({ stores, viewer }: Desk): Promise<HandOverMade[]> {
  const { db } = stores.records;
  const rows = await db
    .selectFrom('hand_over')
    .leftJoin('app_user', 'app_user.id', 'hand_over.user_id')
    .select(['hand_over.id', 'giver', 'since', 'until', 'made_at', 'undone_at', 'app_user.name'])
    .orderBy('hand_over.id', 'desc')
    .execute();
  const counts = await db
    .selectFrom('hand_over_client')
    .select(({ fn }) => ['hand_over', 'receiver', fn.countAll<string>().as('clients')])
    .groupBy(['hand_over', 'receiver'])
    .orderBy('receiver')
    .execute();
  const version = await currentVersion(stores.records);
  const reachable = reachableMembers(await organisation(stores, version, today()), viewer.scope);
  const names = await namesOf(stores, [
    ...new Set([...rows.map(({ giver }) => giver), ...counts.map(({ receiver }) => receiver)]),
  ]);
  const named = (id: number): NamedMember => names.get(id) ?? { id, code: '', name: '' };
  return rows.flatMap(({ id, giver, since, until, made_at, undone_at, name }) => {
    const to = counts.filter((one) => one.hand_over === id);
    if (![giver, ...to.map(({ receiver }) => receiver)].every((member) => reachable.has(member))) return [];
    return [
      {
        ...{ id, since, until, user: name ?? '', madeAt: made_at, undoneAt: undone_at },
        from: named(giver),
        to: to.map(({ receiver, clients }) => ({ ...named(receiver), clients: Number(clients) })),
      },
    ];
  });
}

async function madeUnder(desk: Desk, id: number): Promise<HandOverMade> {
  const found = (await made(desk)).find((one) => one.id === id);
  if (found === undefined) throw new Refusal({ code: 'handOverUnknown', params: { id } });
  return found;
}

async function report(desk: Desk, id: number): Promise<HandOverReport> {
  const { stores, viewer } = desk;
  const found = await madeUnder(desk, id);
  const rows = await stores.records.db
    .selectFrom('hand_over_client')
    .select(['client', 'receiver'])
    .where('hand_over', '=', id)
    .execute();
  const version = await currentVersion(stores.records);
  const sight = {
    ...sightOf(desk, version),
    hidesContacts: viewer.hidden.includes('contacts'),
    day: today(),
  };
  const receivers = new Map(rows.map(({ client, receiver }) => [client, receiver]));
  return { ...found, customers: await handedClients(desk, sight, receivers) };
}
