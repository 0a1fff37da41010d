import { sql } from 'kysely';
import { today } from '../../domain/clock.ts';
import { assignable } from '../../domain/dimensions.ts';
import { lastDayOfMonth } from '../../domain/iso-date.ts';
import { calendarPeriod } from '../../domain/period.ts';
import { type PlanLevel, planMetrics } from '../../domain/plan.ts';
import { Refusal } from '../../domain/problem.ts';
import { placeOf } from '../../domain/sorted-ids.ts';
import { type CountUnit, countUnits } from '../../domain/units.ts';
import { activeSets } from '../../services/activity/active-sets.ts';
import { customerPlaces } from '../../services/activity/customer-places.ts';
import { keepCustomers } from '../../services/closed-months/closed-customers.ts';
import { placeKey } from '../../services/closed-months/closed-figures.ts';
import { type ClosedMonth, closedMonths } from '../../services/closed-months/closed-months.ts';
import { clientsNow } from '../../services/customers/clients-now.ts';
import { customerBook } from '../../services/customers/customer-book.ts';
import { methodAsked } from '../../services/definitions/methods.ts';
import { currentVersion, type DataVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { insertMany, type RecordsExecutor } from '../../stores/records/bulk.ts';
import { settleStatements } from '../bonus/read.ts';
import { plannedIdentities } from '../customer-plans/read.ts';
import { companyOf, periodFigures } from '../plans/read.ts';

type Asked = Parameters<typeof periodFigures>[2][number];

/** By which plan-fact counts, beside each other. */
const methodIds = ['main', 'qualified'] as const;

/** @throws Refusal `monthNotOver`, `monthClosed`, `monthWithoutData` */
export async function closeMonth(desk: Desk, month: string): Promise<ClosedMonth> {
  const { stores, viewer } = desk;
  if (today() <= lastDayOfMonth(`${month}-01`))
    throw new Refusal({ code: 'monthNotOver', params: { month } });
  const version = await currentVersion(stores.records);
  if (version.months[month.replace('-', '')] === undefined)
    throw new Refusal({ code: 'monthWithoutData', params: { month } });
  const methods = await Promise.all(methodIds.map((id) => methodAsked(stores, { id })));
  const planVersion = await latestPlan(desk, month);
  const asked = await everythingPlanned(desk, month, planVersion);
  const figureOf = await periodFigures(desk, month, asked);
  const sets = await setsOf(desk, month, { version, methods });
  const customers = await customersOf(desk, month, version);
  const ended = await stores.records.transaction(async (tx): Promise<'made' | 'closed' | 'moved'> => {
    await sql`SELECT pg_advisory_xact_lock(${sql.lit(4_017)}, hashtext(${month}))`.execute(tx);
    const open = await tx
      .selectFrom('month_close')
      .select('id')
      .where('month', '=', month)
      .where('reopened_at', 'is', null)
      .executeTakeFirst();
    if (open !== undefined) return 'closed';
    const { latest } = await tx
      .selectFrom('commit')
      .select(({ fn }) => fn.max('version').as('latest'))
      .executeTakeFirstOrThrow();
    if (latest !== version.version) return 'moved';
    const { id } = await tx
      .insertInto('month_close')
      .values({
        ...{ month, plan_version: planVersion, data_version: version.version, as_of: version.asOf },
        customer_plan_version: customers.planVersion,
        methods: JSON.stringify(methods.map((one) => ({ id: one.id, version: one.version }))),
        ...{ closed_by: viewer.user, closed_at: new Date().toISOString() },
        ...{ reopen_reason: null, reopen_asked_by: null, reopen_asked_at: null },
        ...{ reopened_by: null, reopened_at: null },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await insertFigures(tx, id, asked, figureOf);
    await keepCustomers(tx, id, customers);
    for (const { method, unit, level, members } of sets)
      for (const some of chunks([...members], 200))
        await tx
          .insertInto('closed_set')
          .values(
            some.map(([member, ids]) => ({ close: id, method, unit, level, member, members: [...ids] })),
          )
          .execute();
    return 'made';
  });
  // Something was loaded meanwhile: figures and sets are of one version.
  if (ended === 'moved') return await closeMonth(desk, month);
  const made = (await closedMonths(stores)).get(month);
  if (ended === 'closed' || made === undefined) throw new Refusal({ code: 'monthClosed', params: { month } });
  await settleStatements(desk, month);
  return made;
}

function* chunks<Item>(all: readonly Item[], size: number): Generator<Item[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}

const columns = (...all: readonly string[]) =>
  all.map((column) => {
    const [name = '', pgType = ''] = column.split(' ');
    return { name, pgType };
  });

async function latestPlan({ stores }: Desk, month: string): Promise<number | null> {
  const { version } = await stores.records.db
    .selectFrom('plan')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('period', '=', month)
    .executeTakeFirstOrThrow();
  return version;
}

/** Every metric of the company and of each member, and what the plan asks of some goods. */
async function everythingPlanned(
  desk: Desk,
  month: string,
  planVersion: number | null,
): Promise<readonly Asked[]> {
  const { organisation } = await companyOf(desk);
  const members: readonly Pick<Asked, 'level' | 'member'>[] = [
    { level: 'company', member: 0 },
    ...organisation.members.flatMap(({ kind, id }) =>
      assignable.some((one) => one === kind) ? [{ level: kind as PlanLevel, member: id }] : [],
    ),
  ];
  const ofAll = members.flatMap((one) => planMetrics.map((metric) => ({ ...one, metric, product: null })));
  if (planVersion === null) return ofAll;
  const rows = await desk.stores.records.db
    .selectFrom('plan_target')
    .selectAll()
    .where('period', '=', month)
    .where('version', '=', planVersion)
    .where('product_of', '!=', '')
    .execute();
  const ofGoods = rows.map(
    ({ level, member, metric, product_of: dimension, product }) =>
      ({ level, member, metric, product: { dimension, member: product } }) as Asked,
  );
  return [...ofAll, ...ofGoods];
}

async function insertFigures(
  tx: RecordsExecutor,
  close: number,
  asked: readonly Asked[],
  figureOf: (one: Asked) => string | null,
): Promise<void> {
  const rows = new Map(
    asked.flatMap((one) => {
      const value = figureOf(one);
      const { level, member, metric, product } = one;
      return value === null
        ? []
        : [
            [
              placeKey(one),
              [close, level, member, metric, product?.dimension ?? '', product?.member ?? '', value],
            ] as const,
          ];
    }),
  );
  await insertMany(
    tx,
    'closed_figure',
    columns(
      ...['close int4', 'level text', 'member int4', 'metric text'],
      ...['product_of text', 'product text', 'value numeric'],
    ),
    [...rows.values()],
  );
}

/** What each customer had bought, and to which clients of today belongs what is planned. */
async function customersOf({ stores, viewer: { scope } }: Desk, month: string, version: DataVersion) {
  const { version: planVersion, identities } = await plannedIdentities(stores, month);
  const { ids } = await customerBook(stores, version, scope);
  const nowOf = await clientsNow(stores, version);
  const clientOf = (identity: number): number => {
    const client = nowOf.get(identity) ?? identity;
    return placeOf(ids, client) < 0 ? 0 : client;
  };
  return {
    planVersion,
    bought: await customerPlaces(stores, version, month),
    clients: identities
      .map((identity) => [identity, clientOf(identity)] as const)
      .filter(([a, b]) => a !== b),
  };
}

/** Who was active: of the company and of each of its members, by each method and count unit. */
async function setsOf(
  { stores }: Desk,
  month: string,
  {
    version,
    methods,
  }: Pick<Parameters<typeof activeSets>[1], 'version'> & {
    readonly methods: readonly Parameters<typeof activeSets>[1]['method'][];
  },
) {
  const period = calendarPeriod('month', month);
  const found: {
    readonly method: string;
    readonly unit: CountUnit;
    readonly level: string;
    readonly members: ReadonlyMap<number, readonly number[]>;
  }[] = [];
  for (const method of methods)
    for (const unit of countUnits)
      for (const by of [undefined, ...assignable])
        found.push({
          ...{ method: method.id, unit, level: by ?? 'company' },
          members: await activeSets(stores, { version, method, unit, period, ...(by && { by }) }),
        });
  return found;
}
