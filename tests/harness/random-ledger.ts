import fc from 'fast-check';
import { type LineKind, type Method, mainMethod } from '../../src/domain/method.ts';
import type { CustomerSetName } from '../../src/services/activity/report.ts';
import { repOf } from '../oracle/oracle.ts';
import { calendarSpan, daysSpan, monthsSpan, type NamedSpan, rollingSpan } from '../oracle/spans.ts';
import type { Dimension, Kind, Line, Question, Rules, SetName, World } from '../oracle/terms.ts';
import type { Above, Assigned, Dimensions, Fact } from './facts.ts';

/** Client 11 holds two legal entities, 12 three; 5 is its own. */
const clientOf: Readonly<Record<number, number>> = { 1: 11, 2: 11, 3: 12, 4: 12, 5: 5, 6: 12 };
const entities = Object.keys(clientOf).map(Number);
/** Two points of each of the first four entities and one of the others; even ones may be implicit. */
const entityOf: Readonly<Record<number, number>> = {
  21: 1,
  22: 1,
  23: 2,
  24: 2,
  25: 3,
  26: 3,
  27: 4,
  28: 4,
  30: 5,
  32: 6,
};
const points = Object.keys(entityOf).map(Number);
const products = [1, 2, 3, 4];

/** Alphabets are small on purpose: cells, documents and customers have to meet. */
const days = [
  '08-03',
  '08-31',
  '09-01',
  '09-15',
  '09-30',
  '10-01',
  '10-10',
  '10-31',
  '11-01',
  '11-07',
  '11-15',
  '11-30',
].map((day) => `2026-${day}`);
const moneys = [100, 100, 50, 150, 10.01, 0.0001, -100, -50, -150, -0.01, 0];
const quantities = [1, 1, 2, 0.5, -1, -2, 0];

const some = <T>(...values: T[]) => fc.constantFrom(...values);
/** Nothing, `nothing` times out of `nothing` + 1. */
const rarely = <T, N>(nothing: number, none: N, value: fc.Arbitrary<T>): fc.Arbitrary<T | N> =>
  fc.oneof({ weight: nothing, arbitrary: fc.constant(none) }, { weight: 1, arbitrary: value });

const kinds = fc.oneof(
  { weight: 12, arbitrary: fc.constant<LineKind>('shipment') },
  { weight: 4, arbitrary: fc.constant<LineKind>('return') },
  { weight: 2, arbitrary: some<LineKind>('correction', 'free') },
);

/** Mostly what the kind says; sometimes a sign that no one expects. */
const figure = (values: readonly number[], kind: LineKind) =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: some(...values.filter((value) => (kind === 'shipment' ? value > 0 : value < 0))),
    },
    { weight: 1, arbitrary: some(...values) },
    { weight: 1, arbitrary: fc.constant(null) },
  );

const fact: fc.Arbitrary<Fact> = kinds.chain((kind) =>
  fc
    .record({
      point: some(...points),
      date: some(...days),
      product: some(0, 1, 1, 2, 3, 4),
      rep: some(0, 41, 42, 43),
      document: fc.integer({ min: 1, max: 14 }),
      quantity: figure(quantities, kind),
      amount: figure(moneys, kind),
      netKnown: some(true, true, true, false),
    })
    .map(({ netKnown, ...line }) => ({
      ...line,
      kind,
      entity: entityOf[line.point] ?? 0,
      client: clientOf[entityOf[line.point] ?? 0] ?? 0,
      // Documents above 12 come from a source that has no numbers.
      numbered: line.document <= 12,
      amountNet: netKnown && line.amount !== null ? Math.round(line.amount * 8000) / 10_000 : null,
    })),
);

const assignment: fc.Arbitrary<Assigned> = fc.record({
  entity: some(...entities),
  since: some(
    '1970-01-01',
    '2026-09-01',
    '2026-09-10',
    '2026-10-01',
    '2026-10-31',
    '2026-11-02',
    '2026-11-29',
  ),
  member: some(41, 42, 43),
});

const change = fc.record({
  since: some('2026-09-15', '2026-10-01', '2026-10-31', '2026-11-10'),
  city: some(...points),
  cityNow: some('Киров', 'Слободской', ''),
  clientType: some(5, 6, 11, 12),
  clientTypeNow: some('розница', 'HoReCa', ''),
  status: some(5, 6, 11, 12),
  statusNow: some('works', 'left', 'closed', 'ended'),
});

/** One a day, in order, as they are kept. */
const changesOnly = (all: readonly Assigned[]): Assigned[] =>
  [...new Map(all.map((one) => [`${one.entity} ${one.since}`, one])).values()]
    .sort((a, b) => (a.since < b.since ? -1 : 1))
    .filter(
      ({ entity, member, since }, _, rest) =>
        rest.findLast((one) => one.entity === entity && one.since < since)?.member !== member,
    );

/** Who works in which team of which branch, and who goes over to another one. */
const parents: fc.Arbitrary<Above[]> = fc
  .record({
    teams: fc.array(some(51, 52, 53), { minLength: 3, maxLength: 3 }),
    moves: fc.array(
      fc.record({
        rep: some(41, 42, 43),
        since: some('2026-09-10', '2026-10-01', '2026-10-20', '2026-11-07'),
        team: some(51, 52, 53),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ teams, moves }) => {
    const first = teams.map((team, index) => ({ rep: 41 + index, since: '1970-01-01', team }));
    const later = new Map(moves.map((one) => [`${one.rep} ${one.since}`, one]));
    return [...first, ...later.values()]
      .sort((a, b) => (a.since < b.since ? -1 : 1))
      .flatMap(({ rep, since, team }): Above[] => [
        { rep, since, kind: 'team', member: team },
        // Two teams are of one branch.
        { rep, since, kind: 'branch', member: team === 53 ? 62 : 61 },
      ]);
  });

const registration = some('2026-01-15', '2026-09-10', '2026-10-20', '2026-12-01');

const dimensions: fc.Arbitrary<Dimensions> = fc
  .record({
    cities: fc.array(some('Киров', 'Слободской', ''), { minLength: points.length, maxLength: points.length }),
    implicit: fc.array(fc.boolean(), { minLength: points.length, maxLength: points.length }),
    types: fc.array(some('розница', 'HoReCa', ''), { minLength: 4, maxLength: 4 }),
    registered: fc.array(registration, { minLength: 16, maxLength: 16 }),
    categories: fc.array(some('молочное', 'сыры', ''), { minLength: 4, maxLength: 4 }),
    // Every other company has always been what it is.
    changes: rarely(1, [], fc.array(change, { maxLength: 6 })),
    // Every third company has nobody assigned.
    assigned: rarely(1, [], fc.array(assignment, { maxLength: 10 })),
  })
  .map(({ cities, implicit, types, registered, categories, changes, assigned }) => {
    /** What an attribute of a point or client was, and what it is now. */
    const history = (of: 'city' | 'clientType' | 'status', id: number, first: string) => {
      const since = new Map(
        changes.filter((one) => one[of] === id).map((one) => [one.since, one[`${of}Now`]]),
      );
      const later = [...since]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([day, member]) => ({ since: day, member }));
      const past = later.length === 0 ? [] : [{ since: '1970-01-01', member: first }, ...later];
      return { [of]: past.at(-1)?.member ?? first, past: past.map((one) => ({ of, ...one })) };
    };
    const day = (index: number): string => registered[index] ?? '';
    const ofClient = (id: number) => {
      const type = history(
        'clientType',
        id,
        { 5: types[0], 6: types[1], 11: types[2], 12: types[3] }[id] ?? '',
      );
      const status = history('status', id, 'works');
      return { ...type, ...status, past: [...type.past, ...status.past] };
    };
    const parties = [
      ...entities.map((id) => ({ id, entity: id })),
      { id: 11, entity: 0 },
      { id: 12, entity: 0 },
    ];
    return {
      points: points.map((id, index) => ({
        id,
        point: id,
        entity: entityOf[id] ?? 0,
        client: clientOf[entityOf[id] ?? 0] ?? 0,
        implicit: id % 2 === 0 && implicit[index] === true,
        registered: day(index),
        city: '',
        ...history('city', id, cities[index] ?? ''),
        region: '',
        federalDistrict: '',
        country: '',
      })),
      parties: parties.map(({ id, entity }) => ({
        id,
        entity,
        client: clientOf[entity] ?? id,
        registered: day(entity === 0 ? 0 : 9 + entity),
        ...{ clientType: '', status: 'works' },
        ...ofClient(id),
        salesChannel: '',
        acquisitionChannel: '',
        industry: '',
        cards: [],
      })),
      products: products.map((id, index) => ({
        id,
        category: categories[index] ?? '',
        subcategory: '',
        brand: '',
      })),
      assignments: changesOnly(assigned),
    };
  });

export interface RandomLedger {
  readonly facts: readonly Fact[];
  readonly dimensions: Dimensions;
}

/** `monthTotals`: one month may come from a source that has months only. */
export const randomLedger = (longest: number): fc.Arbitrary<RandomLedger> =>
  fc
    .record({
      facts: fc.array(fact, { minLength: 1, maxLength: longest, size: 'max' }),
      dimensions,
      totals: some(null, null, null, '2026-09'),
      // Periods after the last line are open.
      until: some('2026-11-30', '2026-11-30', '2026-11-07', '2026-10-10'),
      parents,
    })
    .map(({ facts, dimensions, totals, until, parents }) => ({
      dimensions: { ...dimensions, parents },
      facts: (facts.some(({ date }) => date <= until)
        ? facts.filter(({ date }) => date <= until)
        : facts
      ).map((one) =>
        totals !== null && one.date.startsWith(totals) && one.kind === 'shipment'
          ? { ...one, kind: 'monthTotal', date: '2026-09-30', document: 13, numbered: false }
          : one,
      ),
    }));

export const worldOf = ({ dimensions }: RandomLedger): World => ({
  points: new Map(
    dimensions.points.map(({ id, entity, client, implicit, registered, city }) => [
      String(id),
      { entity: String(entity), client: String(client), implicit, registered, city },
    ]),
  ),
  registered: new Map(
    dimensions.parties.filter((one) => one.entity !== 0).map((one) => [String(one.id), one.registered]),
  ),
  clientTypes: new Map(dimensions.parties.map((one) => [String(one.id), one.clientType])),
  categories: new Map(dimensions.products.map((one) => [String(one.id), one.category])),
  assigned: assignedOf({ dimensions }),
  above: (dimensions.parents ?? []).map(({ rep, member, ...one }) => ({
    ...one,
    rep: String(rep),
    member: String(member),
  })),
  past: [...dimensions.points, ...dimensions.parties].flatMap(({ id, past = [] }) =>
    past.map((one) => ({ ...one, id: String(id) })),
  ),
});

const assignedOf = ({ dimensions: { assignments = [] } }: Pick<RandomLedger, 'dimensions'>) =>
  assignments.map(({ entity, since, member }) => ({ entity: String(entity), since, rep: String(member) }));

const tenThousandths = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Math.round(value * 10_000);
const known = (id: number | undefined): string => (id === undefined || id === 0 ? '' : String(id));

export const linesOf = (ledger: RandomLedger): Line[] =>
  ledger.facts.map((one) => ({
    document: String(one.document),
    numbered: one.numbered ?? true,
    date: one.date,
    kind: (one.kind ?? 'shipment') satisfies Kind,
    point: String(one.point),
    product: known(one.product),
    // A line that names nobody is of whoever is responsible on its day (§6).
    rep: known(one.rep) || repOf(assignedOf(ledger), String(one.entity), one.date),
    quantity: tenThousandths(one.quantity),
    amount: tenThousandths(one.amount),
    amountNet: tenThousandths(one.amountNet),
  }));

export const listedSets = [
  'active',
  'totalBase',
  'inactive',
  'prospects',
  'new',
  'retained',
  'reactivated',
  'lost',
  'sales',
] as const satisfies (CustomerSetName & SetName)[];

/** One question to both sides. */
export interface RandomQuestion {
  readonly span: NamedSpan;
  readonly unit: Question['unit'];
  readonly by: Dimension | undefined;
  readonly scope: Question['scope'];
  readonly method: Method;
  /** Which list is opened: of the whole (`member` null), or of the member that the number picks. */
  readonly list: { readonly set: (typeof listedSets)[number]; readonly member: number | null } | null;
}

export const randomSpan: fc.Arbitrary<NamedSpan> = fc.oneof(
  { weight: 4, arbitrary: some(...days).map((date) => calendarSpan(1, date)) },
  fc.tuple(some<3 | 6 | 12>(3, 6, 12), some(...days)).map(([months, date]) => calendarSpan(months, date)),
  fc.tuple(some(2, 3), some(...days)).map(([count, date]) => monthsSpan(count, date)),
  {
    weight: 2,
    arbitrary: fc.tuple(some(...days), some(1, 7, 15, 30, 45)).map(([from, count]) => daysSpan(from, count)),
  },
  fc
    .tuple(some(1, 2, 3), some('2026-09-14', '2026-10-30', '2026-10-31', '2026-11-15'))
    .map(([n, to]) => rollingSpan(n, to)),
);

const plain = fc.constant({});

export const randomMethod: fc.Arbitrary<Method> = fc
  .record({
    kinds: some<LineKind[]>(
      ['shipment', 'monthTotal'],
      ['shipment', 'monthTotal'],
      ['shipment', 'correction', 'return', 'free'],
    ),
    returns: fc.oneof(
      { weight: 8, arbitrary: fc.constant<Method['returns']>({ mode: 'month' }) },
      { weight: 2, arbitrary: fc.constant<Method['returns']>({ mode: 'off' }) },
      { weight: 2, arbitrary: some(1, 15, 40).map((days): Method['returns'] => ({ mode: 'days', days })) },
    ),
    thresholds: fc.oneof(
      { weight: 3, arbitrary: plain },
      fc.record(
        {
          amount: some('50', '150.01', '0.0001'),
          quantity: some('1', '2.5'),
          products: some(1, 2),
          documents: some(1, 2),
        },
        { requiredKeys: [] },
      ),
    ),
    products: rarely(4, undefined, fc.record({ categories: some(['молочное'], ['молочное', 'сыры'], ['']) })),
    excludedParties: some<number[]>([], [], [], [5], [11, 3]),
    totalBase: some<Method['totalBase']>('everBought', 'everBought', 'allRegistered', 'assigned'),
    attribution: some<Method['attribution']>('document', 'document', 'assigned'),
  })
  .map(({ products, ...rest }) => ({ ...mainMethod, ...rest, ...(products !== undefined && { products }) }));

export const randomQuestion: fc.Arbitrary<RandomQuestion> = fc.record({
  span: randomSpan,
  unit: some('client', 'entity', 'point'),
  by: fc.oneof(
    { weight: 5, arbitrary: fc.constant(undefined) },
    { weight: 3, arbitrary: some<Dimension>('rep', 'rep', 'sku', 'category', 'city', 'clientType') },
  ),
  scope: some('slice', 'company'),
  method: randomMethod,
  // Lists cost more than figures: every third question opens one.
  list: rarely(2, null, fc.record({ set: some(...listedSets), member: rarely(1, null, fc.nat()) })),
});

export const rulesOf = (method: Method): Rules => {
  const { amount, quantity, products, documents } = method.thresholds;
  return {
    kinds: method.kinds,
    returns: method.returns.mode === 'days' ? { days: method.returns.days } : method.returns.mode,
    least: {
      ...(amount !== undefined && {
        [method.vat === 'included' ? 'amount' : 'amountNet']: Number(tenThousandths(Number(amount))),
      }),
      ...(quantity !== undefined && { quantity: Number(tenThousandths(Number(quantity))) }),
      ...(products !== undefined && { products }),
      ...(documents !== undefined && { documents }),
    },
    ...(method.products?.categories !== undefined && { categories: method.products.categories }),
    excluded: method.excludedParties.map(String),
    totalBase: method.totalBase,
    attribution: method.attribution,
  };
};
