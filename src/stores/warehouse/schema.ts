import type { Warehouse } from './warehouse.ts';

/**
 * Tables of the warehouse: ids, types, places, dates and money; never a name, a phone or an address.
 *
 * `journal` is the truth: what every import brought, one partition an import, never changed. `document` says which
 * import holds the lines of which version of a document, `superseded` which versions were replaced and by whom.
 * `ledger` and the dimensions are derived: each build is a new generation, and only a commit of the records makes a
 * generation visible.
 */
export const schemaVersion = 6;

/** Type of the kinds of lines. */
export const lineKind = "Enum8('shipment' = 1, 'return' = 2, 'correction' = 3, 'free' = 4, 'monthTotal' = 5)";

const line = `
  doc UInt128,
  date Date,
  kind ${lineKind},
  numbered Bool,
  product UInt32,
  rep UInt32, team UInt32, department UInt32, branch UInt32, own_company UInt32, territory UInt32,
  quantity Nullable(Decimal(18, 4)),
  amount Nullable(Decimal(18, 4)),
  amount_net Nullable(Decimal(18, 4)),
  cost Nullable(Decimal(18, 4))`;

/** Where an amount is unknown the quantity decides; where both are, nothing was sold. */
const sold = 'sold Bool DEFAULT ifNull(amount > 0, ifNull(quantity > 0, false))';

/** Type of the kinds of responsible members. */
export const assignmentKind = "Enum8('rep' = 1, 'team' = 2, 'department' = 3, 'branch' = 4)";

/**
 * Whom customer cards name as responsible, of which kind and from which day; and what attributes (names of dimensions)
 * were from which day, where they have changed.
 */
const dated = `
    card_kind Array(LowCardinality(String)), card_since Array(Date), card_member Array(UInt32),
    past_of Array(LowCardinality(String)), past_since Array(Date), past_member Array(String)`;

/**
 * One customer is found without reading the others: ids of units grow with those of their identities, so that few
 * granules have any one of them between their least and most.
 */
const findUnits = (columns: readonly string[]): string[] =>
  columns.map((column) => `INDEX of_${column} ${column} TYPE minmax GRANULARITY 1`);
const unitsOf = { dim_point: ['point', 'entity', 'client'], dim_party: ['entity', 'client'] } as const;

/** Of `rhythm`. */
const buyingColumns = [
  'gaps Array(UInt16)',
  ...['average Nullable(Float64)', 'scatter Nullable(Float64)', 'documents_each Nullable(Float64)'],
  ...['others UInt32', 'others_scatter Float64'],
];

export const tables: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS journal (
    import_id UInt32,
    point UInt32,${line}
  ) ENGINE = MergeTree PARTITION BY import_id ORDER BY toYYYYMM(date)`,

  // lines_import: the import whose journal lines are this version's (an unchanged document stores no lines again).
  `CREATE TABLE IF NOT EXISTS document (
    import_id UInt32,
    doc UInt128,
    number String,
    date Date,
    months Array(UInt32),
    lines_import UInt32,
    lines UInt32,
    amount Decimal(38, 4)
  ) ENGINE = MergeTree PARTITION BY import_id ORDER BY doc
  SETTINGS index_granularity = 1024`,

  `CREATE TABLE IF NOT EXISTS superseded (
    by_import UInt32,
    import_id UInt32,
    doc UInt128,
    months Array(UInt32)
  ) ENGINE = MergeTree PARTITION BY by_import ORDER BY doc`,

  // settled: returns of the calendar month leave this line standing (counting rules, §2). sold: what decides whether
  // anything was, in a byte instead of the eighteen of amount and quantity.
  `CREATE TABLE IF NOT EXISTS ledger (
    ym UInt32,
    generation UInt32,
    client UInt32, entity UInt32, point UInt32,
    settled Bool,${line},
    ${sold}
  ) ENGINE = MergeTree PARTITION BY (ym, generation) ORDER BY (client, date)
  SETTINGS index_granularity = 1024`,

  `CREATE TABLE IF NOT EXISTS dim_point (
    generation UInt32,
    id UInt32,
    point UInt32, entity UInt32, client UInt32,
    implicit Bool,
    registered Date,
    city LowCardinality(String), region LowCardinality(String),
    federal_district LowCardinality(String), country LowCardinality(String),${dated},
    ${findUnits(unitsOf.dim_point).join(', ')}
  ) ENGINE = MergeTree PARTITION BY generation ORDER BY id`,

  `CREATE TABLE IF NOT EXISTS dim_party (
    generation UInt32,
    id UInt32,
    entity UInt32, client UInt32,
    registered Date,
    client_type LowCardinality(String), sales_channel LowCardinality(String),
    acquisition_channel LowCardinality(String), industry LowCardinality(String),
    status LowCardinality(String) DEFAULT 'works',
    debt Nullable(Decimal(18, 4)), overdue Nullable(Decimal(18, 4)),
    credit_limit Nullable(Decimal(18, 4)),${dated},
    ${findUnits(unitsOf.dim_party).join(', ')}
  ) ENGINE = MergeTree PARTITION BY generation ORDER BY id`,

  `CREATE TABLE IF NOT EXISTS dim_product (
    generation UInt32,
    id UInt32,
    category LowCardinality(String), subcategory LowCardinality(String), brand LowCardinality(String)
  ) ENGINE = MergeTree PARTITION BY generation ORDER BY id`,

  // Whom the lines of a month show to be responsible for a legal entity, and since which day of it.
  `CREATE TABLE IF NOT EXISTS month_assignment (
    ym UInt32,
    generation UInt32,
    kind ${assignmentKind},
    entity UInt32,
    since Date,
    member UInt32
  ) ENGINE = MergeTree PARTITION BY (ym, generation) ORDER BY (kind, entity)`,

  // Whom the lines of a month show a member of the organisation to belong to, from which day; 0: to several in turns.
  `CREATE TABLE IF NOT EXISTS month_parent (
    ym UInt32,
    generation UInt32,
    member UInt32,
    kind ${assignmentKind},
    since Date,
    parent UInt32
  ) ENGINE = MergeTree PARTITION BY (ym, generation) ORDER BY (member, kind, since)`,

  // The same, as lists of people and customers of an import show it, on its day.
  `CREATE TABLE IF NOT EXISTS journal_parent (
    import_id UInt32,
    day Date,
    member UInt32,
    kind ${assignmentKind},
    parent UInt32
  ) ENGINE = MergeTree PARTITION BY import_id ORDER BY (member, kind)`,

  // What somebody has stated, as the records have it: member 0 is nobody, NULL whom cards and lines show.
  `CREATE TABLE IF NOT EXISTS dim_stated (
    generation UInt32,
    statement UInt32,
    level LowCardinality(String),
    unit UInt32,
    kind ${assignmentKind},
    member Nullable(UInt32),
    since Date,
    until Date
  ) ENGINE = MergeTree PARTITION BY generation ORDER BY (level, unit, kind, statement)`,

  // Whom a member belongs to on which days, of every higher kind; 0 is nobody. said: since when that is known.
  `CREATE TABLE IF NOT EXISTS dim_parent (
    generation UInt32,
    member UInt32,
    kind ${assignmentKind},
    since Date, until Date,
    parent UInt32,
    stated Bool,
    said Date
  ) ENGINE = MergeTree PARTITION BY generation ORDER BY (member, kind, since)`,

  // Who is responsible from which day, changes only; 0 is nobody. point 0: for the whole legal entity; a point for which
  // it is somebody else at some time has rows of its own for all days.
  `CREATE TABLE IF NOT EXISTS dim_assignment (
    generation UInt32,
    kind ${assignmentKind},
    entity UInt32,
    point UInt32,
    since Date,
    member UInt32
  ) ENGINE = MergeTree PARTITION BY generation ORDER BY (kind, entity, since)`,

  // Answers kept ready, by month and method: who has counted lines, and sums. level: the dimensions of m1 and m2. build: the generation of the
  // dimensions that they were built with.
  `CREATE TABLE IF NOT EXISTS kept_cell (
    ym UInt32,
    build UInt32,
    method String, level LowCardinality(String),
    m1 String, m2 String,
    client AggregateFunction(groupBitmap, UInt32),
    entity AggregateFunction(groupBitmap, UInt32),
    point AggregateFunction(groupBitmap, UInt32),
    active_client UInt32, active_entity UInt32, active_point UInt32,
    lines UInt64,
    sales Nullable(Decimal(38, 4)), amount_unknown UInt64,
    sales_net Nullable(Decimal(38, 4)), net_unknown UInt64,
    documents UInt64, unnumbered UInt64
  ) ENGINE = MergeTree PARTITION BY (ym, build, method) ORDER BY (level, m1, m2)
  SETTINGS index_granularity = 64`,

  // What customers are in each month, by members of one dimension: sizes, from the bitmaps of kept_cell.
  `CREATE TABLE IF NOT EXISTS kept_state (
    ym UInt32,
    build UInt32,
    method String, level LowCardinality(String),
    m1 String,
    unit LowCardinality(String),
    active UInt32, totalBase UInt32,
    new UInt32, retained UInt32, reactivated UInt32, lost UInt32, transferredIn UInt32, transferredOut UInt32
  ) ENGINE = MergeTree PARTITION BY (ym, build, method) ORDER BY (unit, level, m1)
  SETTINGS index_granularity = 256`,

  // Which build holds them for a version's dimensions. basis: the builds of kept_cell that they follow from.
  `CREATE TABLE IF NOT EXISTS kept_state_month (
    method LowCardinality(String),
    dimensions UInt32,
    ym UInt32,
    basis String,
    build UInt32
  ) ENGINE = MergeTree ORDER BY (method, ym, basis)`,

  // Members of frozen sets, a copy of what the records hold: made when a set is first asked for.
  `CREATE TABLE IF NOT EXISTS frozen_set (
    set UInt32,
    unit UInt32
  ) ENGINE = MergeTree PARTITION BY set ORDER BY unit`,
  // Of the same builds, who has counted lines: first and last day, and whose his latest document with a rep was.
  `CREATE TABLE IF NOT EXISTS kept_buyer (
    ym UInt32,
    build UInt32,
    method String, level LowCardinality(String),
    id UInt32,
    first Date, last Date,
    rep UInt32, rep_date Date, rep_doc UInt128
  ) ENGINE = MergeTree PARTITION BY (ym, build, method) ORDER BY (level, id)
  SETTINGS index_granularity = 1024`,

  // Of methods with thresholds: what counted lines add up to, by units and the organisation, and (level: category)
  // by categories, each named by one of its products.
  `CREATE TABLE IF NOT EXISTS kept_sum (
    ym UInt32,
    build UInt32,
    method String, level LowCardinality(String),
    client UInt32, entity UInt32, point UInt32,
    rep UInt32, team UInt32, department UInt32, branch UInt32, own_company UInt32, territory UInt32,
    product UInt32,
    quantity Nullable(Decimal(38, 4)),
    amount Nullable(Decimal(38, 4)), amount_net Nullable(Decimal(38, 4))
  ) ENGINE = MergeTree PARTITION BY (ym, build, method) ORDER BY (level, client)`,

  // Which build holds a month of a version's dimensions; written last.
  `CREATE TABLE IF NOT EXISTS kept_month (
    method LowCardinality(String),
    dimensions UInt32,
    ym UInt32,
    generation UInt32,
    build UInt32
  ) ENGINE = MergeTree ORDER BY (method, dimensions, ym)`,

  // What can be told of a customer's card without saying what stands on it, by identity. confirmed: the last day on which
  // a list of customers named him.
  `CREATE TABLE IF NOT EXISTS card_mark (
    generation UInt32,
    id UInt32,
    marks Array(LowCardinality(String)),
    confirmed Date
  ) ENGINE = MergeTree PARTITION BY generation ORDER BY id`,

  // How units buy, up to the last loaded day of a version, and who is responsible for them on it. days: with purchases;
  // days_between, amount: medians, NULL for unknown; basis: of whom days_between is. Of the last 24 purchases: gaps, the days
  // from each to the next; average, the mean of what a day brings, scatter, its variance ÷ mean². documents_each: documents of a
  // day, of the last three months, 1 where there are none; NULL for unknown. others: days_between of whoever has none of his own; others_scatter: the mean scatter of the same.
  `CREATE TABLE IF NOT EXISTS rhythm (
    build UInt32,
    unit UInt32,
    rep UInt32, team UInt32, department UInt32, branch UInt32,
    days UInt32,
    first Date, last Date,
    days_between Nullable(UInt32),
    basis LowCardinality(String),
    amount Nullable(Decimal(18, 4)),
    stopped Bool,
    ${buyingColumns.join(',\n    ')}
  ) ENGINE = MergeTree PARTITION BY build ORDER BY unit
  SETTINGS index_granularity = 1024`,

  // Which build holds it for a version (data, dimensions); written last. method: the version of the main one.
  `CREATE TABLE IF NOT EXISTS rhythm_build (
    data UInt32,
    dimensions UInt32,
    unit LowCardinality(String),
    method UInt32,
    build UInt32
  ) ENGINE = MergeTree ORDER BY (data, unit)`,

  // Positions of units (and members) by a text that only the records have: no letters of it. Equal texts share one.
  `CREATE TABLE IF NOT EXISTS text_rank (
    build UInt32,
    id UInt32,
    rank UInt32
  ) ENGINE = MergeTree PARTITION BY build ORDER BY id`,

  // Which build holds the positions of a version's dimensions; written last. settled: the texts were those of the
  // version; else only the list that it was built for uses it.
  `CREATE TABLE IF NOT EXISTS text_rank_build (
    dimensions UInt32,
    level LowCardinality(String), text LowCardinality(String),
    build UInt32,
    settled Bool
  ) ENGINE = MergeTree ORDER BY (dimensions, level, text)`,
];

/** Steps from the version before; tables that are new are created at every start. */
export const schemaSteps: readonly { readonly version: number; up(warehouse: Warehouse): Promise<void> }[] = [
  {
    version: 2,
    up: async (warehouse) => {
      await warehouse.run('ALTER TABLE dim_assignment ADD COLUMN IF NOT EXISTS point UInt32 AFTER entity');
      await warehouse.run(`ALTER TABLE dim_point ADD COLUMN IF NOT EXISTS card_kind Array(LowCardinality(String)),
        ADD COLUMN IF NOT EXISTS card_since Array(Date), ADD COLUMN IF NOT EXISTS card_member Array(UInt32)`);
      for (const table of ['dim_point', 'dim_party'])
        await warehouse.run(`ALTER TABLE ${table} ADD COLUMN IF NOT EXISTS past_of Array(LowCardinality(String)),
          ADD COLUMN IF NOT EXISTS past_since Array(Date), ADD COLUMN IF NOT EXISTS past_member Array(String)`);
    },
  },
  {
    version: 3,
    up: (warehouse) =>
      warehouse.run(
        "ALTER TABLE dim_party ADD COLUMN IF NOT EXISTS status LowCardinality(String) DEFAULT 'works' AFTER industry",
      ),
  },
  {
    version: 4,
    up: async (warehouse) => {
      await warehouse.run(`ALTER TABLE dim_party ADD COLUMN IF NOT EXISTS debt Nullable(Decimal(18, 4)) AFTER status,
        ADD COLUMN IF NOT EXISTS overdue Nullable(Decimal(18, 4)) AFTER debt,
        ADD COLUMN IF NOT EXISTS credit_limit Nullable(Decimal(18, 4)) AFTER overdue`);
      for (const [table, columns] of Object.entries(unitsOf))
        for (const index of findUnits(columns))
          await warehouse.run(`ALTER TABLE ${table} ADD ${index.replace('INDEX', 'INDEX IF NOT EXISTS')}`);
    },
  },
  {
    version: 5,
    up: async (warehouse) => {
      const columns = buyingColumns.map((column) => `ADD COLUMN IF NOT EXISTS ${column}`);
      await warehouse.run(`ALTER TABLE rhythm ${columns.join(', ')}`);
      // Rhythms without them are built anew when they are asked for.
      await warehouse.run('TRUNCATE TABLE rhythm_build');
      await warehouse.run('TRUNCATE TABLE rhythm');
    },
  },
  // Months that were built before work it out whenever they are read.
  { version: 6, up: (warehouse) => warehouse.run(`ALTER TABLE ledger ADD COLUMN IF NOT EXISTS ${sold}`) },
];

/** Creates what is missing and drops what an interrupted import left in akb_staging. */
export async function prepareWarehouseSchema(warehouse: Warehouse): Promise<void> {
  await warehouse.run('DROP DATABASE IF EXISTS akb_staging SYNC');
  await warehouse.run('CREATE DATABASE akb_staging');
  for (const table of tables) await warehouse.run(table);
}
