import type { Dimension, Slice } from '../../src/domain/dimensions.ts';
import { type FigureQuery, figureQuery } from '../../src/domain/figure-query.ts';
import { mainMethod } from '../../src/domain/method.ts';
import type { Metric } from '../../src/domain/metrics.ts';
import { wholeCompany } from '../../src/domain/scope.ts';
import { answerFigures } from '../../src/services/activity/figure-answer.ts';
import { atOnce, byDay, byMonth, type Pick, parts, table, whole } from './answer.ts';
import type { EngineQuestion } from './question.ts';
import type { Days, RawDimension, RawTables } from './raw-lines.ts';
import * as byHand from './raw-lines.ts';

type Asked = Omit<EngineQuestion, 'name' | 'target'>;

/** A period and, for a series, its steps. */
export interface Time extends Days {
  readonly label: string;
  readonly byMonth: boolean;
}

/** Lines that count at all, for the product and by hand. */
export interface Part {
  readonly slice: Slice;
  /** SQL condition on lines `l`. */
  readonly where: (tables: RawTables) => string;
}

const everything: Part = { slice: [], where: () => 'true' };

const sums = ['activeBase', 'sales', 'salesExVat', 'documents'] as const;
const assortment = [...sums, 'skuPairs'] as const;
const sets = ['activeBase', 'totalBase', 'new', 'retained', 'reactivated', 'lost'] as const;
const handedOver = ['transferredIn', 'transferredOut'] as const;
const isOrganisation = (by: RawDimension): by is 'rep' | 'branch' => by === 'rep' || by === 'branch';
const setsOf = (by: RawDimension): Metric[] => [...sets, ...(isOrganisation(by) ? handedOver : [])];

interface Table {
  readonly time: Time;
  readonly metrics: readonly Metric[];
  readonly rows?: readonly Dimension[];
  readonly columns?: readonly Dimension[];
  readonly slice?: Slice;
  readonly rolling?: FigureQuery['rolling'];
  /** What of its answer is compared with which statement. */
  readonly picks: readonly Pick[];
}

/** Tables of figures, asked at once. */
function figureQuestion(
  tables: readonly Table[],
  hand: { keys: readonly number[]; byHand: Asked['byHand'] },
): Asked {
  const queries = tables.map(({ time, picks: _, ...asked }) =>
    figureQuery.parse({
      ...asked,
      period: time.label,
      ...(time.byMonth && { grain: 'month' }),
      ...(asked.rolling && { grain: 'day' }),
      unit: mainMethod.unit,
      methods: [{ id: mainMethod.id }],
    }),
  );
  return {
    ours: async ({ stores, version }) => {
      const context = { version, methods: [mainMethod], today: version.asOf ?? '', scope: wholeCompany };
      const answers = await Promise.all(queries.map((query) => answerFigures(stores, query, context)));
      return () =>
        answers.flatMap((answer, index) => (tables[index]?.picks ?? []).map((pick) => pick(answer)));
    },
    ...hand,
  };
}

/** АКБ, sales and documents by members of rows and columns, with all totals. */
export function totalsBy(
  time: Time,
  { rows = [], columns = [] }: { rows?: readonly RawDimension[]; columns?: readonly RawDimension[] },
  { slice, where }: Part = everything,
): Asked {
  const picks = [table(time.byMonth ? byMonth : atOnce, sums)];
  return figureQuestion([{ time, metrics: sums, rows, columns, slice, picks }], {
    byHand: (tables) => [
      byHand.totals(tables, { time, levels: levelsOf(rows, columns), where: where(tables) }),
    ],
    keys: [1 + rows.length + columns.length],
  });
}

/** One dimension at most on either side. */
const levelsOf = (
  rows: readonly RawDimension[],
  columns: readonly RawDimension[],
): readonly (readonly RawDimension[])[] => [
  [],
  ...(rows.length === 0 ? [] : [rows]),
  ...(columns.length === 0 ? [] : [columns]),
  ...(rows.length === 0 || columns.length === 0 ? [] : [[...rows, ...columns]]),
];

/** Everything that is known of one month, whole and by one dimension. */
export const monthBy = (time: Time, history: Days, by: RawDimension): Asked =>
  figureQuestion(
    [
      {
        time,
        metrics: [...setsOf(by), ...sums.slice(1)],
        rows: [by],
        picks: [table(atOnce, sums), whole(atOnce, sets), parts(null, setsOf(by))],
      },
    ],
    {
      byHand: (tables) => [
        byHand.totals(tables, { time, levels: [[], [by]] }),
        byHand.standing(tables, time, history),
        byHand.standing(tables, time, history, by),
      ],
      keys: [2, 1, 1],
    },
  );

/** How many products customers buy. */
export const assortmentBy = (time: Time, by: RawDimension): Asked =>
  figureQuestion([{ time, metrics: assortment, rows: [by], picks: [table(atOnce, assortment)] }], {
    byHand: (tables) => [byHand.totals(tables, { time, levels: [[], [by]], pairs: true })],
    keys: [2],
  });

/** АКБ, ОКБ, bridge, what sales are made of and their trend in one call, with the branches of the last month. */
export const dashboard = (time: Time, last: Time): Asked =>
  figureQuestion(
    [
      {
        time,
        metrics: [...sets, ...sums.slice(1), 'avgCheck', 'frequency', 'coverage'],
        picks: [whole(byMonth, sets), whole(byMonth, sums)],
      },
      { time: last, metrics: sums, rows: ['branch'], picks: [table(atOnce, sums)] },
    ],
    {
      byHand: (tables) => [
        byHand.bridge(tables, time),
        byHand.totals(tables, { time, levels: [[]] }),
        byHand.totals(tables, { time: last, levels: [[], ['branch']] }),
      ],
      keys: [1, 1, 2],
    },
  );

/** New, retained, back, lost and handed over, of every member and of the company. */
export const bridgeBy = (time: Time, by: 'rep' | 'branch'): Asked =>
  figureQuestion(
    [
      {
        time,
        metrics: setsOf(by),
        rows: [by],
        picks: [whole(byMonth, sets), parts(byMonth, setsOf(by))],
      },
    ],
    {
      byHand: (tables) => [byHand.bridge(tables, time), byHand.memberBridge(tables, time, by)],
      keys: [1, 2],
    },
  );

/** АКБ of the 30 days up to every day. */
export const rollingMonth = (days: Days): Asked =>
  figureQuestion(
    [
      {
        time: { ...days, label: `${days.from}..${days.to}`, byMonth: false },
        metrics: ['activeBase'],
        rolling: { length: 30, of: 'days' },
        picks: [whole(byDay, ['activeBase'])],
      },
    ],
    { byHand: (tables) => [byHand.rolling(tables, days)], keys: [1] },
  );
