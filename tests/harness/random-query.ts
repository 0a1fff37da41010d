import fc from 'fast-check';
import type { FigureQuery } from '../../src/domain/figure-query.ts';
import type { Method } from '../../src/domain/method.ts';
import { type Metric, metrics } from '../../src/domain/metrics.ts';
import type { OrganisationNode, Scope } from '../../src/domain/scope.ts';
import type { SetNode } from '../../src/domain/sets/customer-set.ts';
import type { Condition, Dimension, Question } from '../oracle/terms.ts';
import { randomMethod, randomSpan } from './random-ledger.ts';

const some = <T>(...values: T[]) => fc.constantFrom(...values);

const members: Readonly<Record<Dimension, readonly string[]>> = {
  rep: ['', '41', '42', '43'],
  sku: ['', '1', '2', '3', '4'],
  category: ['молочное', 'сыры', ''],
  city: ['Киров', 'Слободской', ''],
  clientType: ['розница', 'HoReCa', ''],
};
export const oracleDimensions = Object.keys(members) as Dimension[];

const dayOfAttribute = some(undefined, undefined, '2026-09-30', '2026-10-31', '2026-11-10');
const condition: fc.Arbitrary<Condition> = some(...oracleDimensions).chain((dimension) =>
  fc.record({
    dimension: fc.constant(dimension),
    members: fc.subarray([...members[dimension]], { minLength: 1 }),
    ...((dimension === 'city' || dimension === 'clientType') && { on: dayOfAttribute }),
  }),
);
export const randomSlice: fc.Arbitrary<Condition[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Condition[]>([]) },
  { weight: 2, arbitrary: condition.map((one) => [one]) },
  { weight: 1, arbitrary: fc.tuple(condition, condition).map((both) => [...both]) },
);

const seen = (dimension: OrganisationNode['dimension'], ...members: number[]) =>
  fc.subarray(members).map((some) => some.map((member): OrganisationNode => ({ dimension, member })));

type Time = Pick<FigureQuery, 'period' | 'grain' | 'rolling' | 'whole'>;
const time: fc.Arbitrary<Time> = fc.oneof(
  {
    weight: 3,
    arbitrary: some<Time>(
      { period: '2026-10' },
      { period: '2026-08..2026-11', grain: 'month' },
      { period: '2026-08..2026-11', grain: 'month', whole: true },
      { period: '2026-Q3..2026-Q4', grain: 'quarter', whole: true },
      { period: '2026-09..2026-11', grain: 'month', rolling: { length: 2, of: 'months' } },
    ),
  },
  {
    weight: 1,
    arbitrary: some<Time>(
      { period: '2026-10-28..2026-11-03', grain: 'day' },
      { period: '2026-10-05..2026-10-25', grain: 'week', whole: true },
      { period: '2026-10-29..2026-11-02', grain: 'day', rolling: { length: 30, of: 'days' } },
      { period: '2026-10-10..2026-11-15' },
    ),
  },
);

export interface RandomTable {
  readonly query: Omit<FigureQuery, 'rows' | 'columns' | 'slice'> & {
    readonly rows: Dimension[];
    readonly columns: Dimension[];
    readonly slice: Condition[];
  };
  readonly unit: Question['unit'];
  readonly method: Method;
  /** Of a rep, of a supervisor, of the head of a branch; null: the whole company. */
  readonly nodes: Scope['nodes'];
  /** Picks the cell and the metric that are opened. */
  readonly opened: readonly [number, number];
}

const withoutProspects = (wanted: readonly Metric[]): Metric[] => {
  const rest = wanted.filter((metric) => metric !== 'prospects');
  return rest.length === 0 ? ['activeBase'] : rest;
};

export const randomTable: fc.Arbitrary<RandomTable> = fc
  .record({
    time,
    dimensions: fc.shuffledSubarray(oracleDimensions, { maxLength: 3 }),
    split: fc.nat(3),
    slice: randomSlice,
    history: some<'slice' | 'company'>('slice', 'company'),
    attributes: some<'today' | 'onDate'>('today', 'onDate'),
    compare: fc.oneof(
      { weight: 2, arbitrary: fc.constant<FigureQuery['compare']>([]) },
      {
        weight: 1,
        arbitrary: some<FigureQuery['compare']>(
          ...[['previous' as const], ['yearAgo' as const, 'previous' as const], ['sameWorkingDay' as const]],
        ),
      },
    ),
    unit: some<Question['unit']>('client', 'entity', 'point'),
    method: randomMethod,
    wanted: fc.oneof(
      { weight: 3, arbitrary: fc.constant<Metric[]>([...metrics]) },
      { weight: 1, arbitrary: fc.shuffledSubarray<Metric>([...metrics], { minLength: 1, maxLength: 3 }) },
    ),
    nodes: fc.oneof(
      { weight: 2, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: seen('rep', 41, 42, 43) },
      { weight: 1, arbitrary: seen('team', 51, 52, 53) },
      { weight: 1, arbitrary: seen('branch', 61, 62) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(seen('rep', 41, 42, 43), seen('team', 51, 52, 53))
          .map(([reps, teams]) => [...reps.slice(0, 1), ...teams.slice(0, 1)]),
      },
    ),
    opened: fc.tuple(fc.nat(), fc.nat()),
  })
  .filter(({ time: { grain }, compare }) => grain !== 'day' || !compare.includes('sameWorkingDay'))
  .map(
    ({
      time: when,
      dimensions,
      split,
      slice,
      history,
      attributes,
      compare,
      unit,
      method,
      wanted,
      nodes,
      opened,
    }) => ({
      query: {
        ...when,
        metrics: nodes === null ? wanted : withoutProspects(wanted),
        rows: dimensions.slice(0, split),
        columns: dimensions.slice(split),
        ...{ slice, history, attributes, compare },
        unit: { client: 'client', entity: 'legalEntity', point: 'deliveryPoint' }[
          unit
        ] as FigureQuery['unit'],
        methods: [{ id: 'main' }],
      },
      // Who of those registered is in a scope is a test of its own.
      method:
        nodes === null || method.totalBase !== 'allRegistered'
          ? method
          : { ...method, totalBase: 'everBought' as const },
      ...{ unit, nodes, opened },
    }),
  );

const date = some(undefined, '2026-09-01', '2026-10-01', '2026-10-31', '2026-11-01', '2026-11-15');
const amount = some(undefined, '0', '1', '1.5', '2', '50', '100.01');
const ids = [5, 6, 11, 12, 1, 2, 3, 21, 23, 30];

export const randomSet: fc.Arbitrary<SetNode> = fc.letrec<{ set: SetNode; leaf: SetNode }>((tie) => ({
  leaf: fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .record({
          state: some(
            ...([
              'active',
              'totalBase',
              'workingBase',
              'inactive',
              'new',
              'retained',
              'reactivated',
              'lost',
            ] as const),
            ...(['transferredIn', 'transferredOut', 'registered', 'prospects', 'withLines'] as const),
          ),
          period: randomSpan.map(({ name }) => name),
          slice: randomSlice,
          history: some<'slice' | 'company'>('slice', 'company'),
        })
        .map((state): SetNode => ({ kind: 'state', ...state })),
    },
    fc
      .record({
        kind: some('bought' as const, 'neverBought' as const),
        from: date,
        to: date,
        slice: randomSlice,
      })
      .map((one): SetNode => one),
    fc
      .record({ which: some('first' as const, 'last' as const), from: date, to: date, slice: randomSlice })
      .map((one): SetNode => ({ kind: 'purchase', ...one })),
    {
      weight: 3,
      arbitrary: fc
        .record({
          measure: some('sales', 'salesExVat', 'quantity', 'documents', 'products', 'days', 'avgCheck'),
          period: randomSpan.map(({ name }) => name),
          slice: randomSlice,
          atLeast: amount,
          atMost: amount,
        })
        .map((one) => ({ kind: 'measure', ...one }) as SetNode),
    },
    fc
      .record({
        dimension: some('city' as const, 'clientType' as const),
        pick: fc.subarray(['Киров', 'розница', 'HoReCa', ''], { minLength: 1 }),
        on: dayOfAttribute,
      })
      .map(({ dimension, pick, on }): SetNode => ({ kind: 'attribute', dimension, members: pick, on })),
    fc.subarray(ids).map((picked): SetNode => ({ kind: 'ids', ids: picked })),
  ),
  set: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc
      .record({
        kind: some('and' as const, 'or' as const),
        sets: fc.array(tie('set'), { minLength: 1, maxLength: 3 }),
      })
      .map((one): SetNode => one),
    fc.record({ of: tie('set'), without: tie('set') }).map((one): SetNode => ({ kind: 'andNot', ...one })),
  ),
})).set;
