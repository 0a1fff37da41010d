import { today } from '../../domain/clock.ts';
import { figureQuery } from '../../domain/figure-query.ts';
import { figureBehind, type PlanLevel, type PlanMetric, type PlanTarget } from '../../domain/plan.ts';
import type { Decimal } from '../../domain/units.ts';
import { type AnswerCache, answerCache, answerKey } from '../../services/activity/answer-cache.ts';
import { answerFigures } from '../../services/activity/figure-answer.ts';
import { methodAsked } from '../../services/definitions/methods.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';

/** What is asked of a member: a metric, of all goods or of some. */
export type Asked = Omit<PlanTarget, 'value'>;

/** The value of a figure; null: unknown, or without a divisor. */
export type FigureOf = (asked: Asked) => Decimal | null;

/** Figures of a period (`2026-11`, `2026-Q4@2026-11-15`) for whoever they are asked of: one table for each level and choice of goods. */
export async function periodFigures(
  { stores, viewer: { scope } }: Desk,
  period: string,
  asked: readonly Asked[],
): Promise<FigureOf> {
  const version = await currentVersion(stores.records);
  const context = { version, today: version.asOf ?? today(), scope };
  const groups = Map.groupBy(asked, ({ level, product, metric }) =>
    JSON.stringify([level, product?.dimension, figureBehind(metric).method]),
  );
  const found = new Map<string, Decimal | null>();
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const dimension = first.product?.dimension;
    const { method: id } = figureBehind(first.metric);
    const planned = new Map(group.map(({ metric }) => [figureBehind(metric).metric, metric]));
    const goods = [...new Set(group.flatMap(({ product }) => product?.member ?? []))];
    const question = figureQuery.parse({
      metrics: [...planned.keys()],
      rows: first.level === 'company' ? [] : [first.level],
      columns: dimension === undefined ? [] : [dimension],
      ...(dimension !== undefined && { slice: [{ dimension, members: goods }] }),
      ...{ period, unit: 'client', methods: [{ id }] },
    });
    const of = { ...context, methods: [await methodAsked(stores, { id })] };
    const answerOf = answerKey({ ...of, question, calendars: [] });
    const answer = await answersOf(stores.warehouse).get(answerOf, async () => {
      const found = await answerFigures(stores, question, of);
      return { answer: found, weight: found.cells.length * (question.metrics.length + 2) };
    });
    const depth = first.level === 'company' ? 0 : 1;
    for (const { rows, columns, figures } of answer.cells) {
      if (rows.length !== depth || columns.length !== (dimension === undefined ? 0 : 1)) continue;
      for (const [figure, metric] of planned) {
        const value = figures[figure] ?? null;
        const key = keyOf(first.level, Number(rows[0] ?? 0), metric, columns[0]);
        found.set(key, value === null ? null : String(value));
      }
    }
  }
  return ({ level, member, metric, product }) => {
    const key = keyOf(level, member, metric, product?.member);
    return found.has(key) ? (found.get(key) ?? null) : withoutLines[metric];
  };
}

const answers = new WeakMap<Warehouse, AnswerCache>();

/** Answered before, for the same version of the data and the same eyes. */
function answersOf(warehouse: Warehouse): AnswerCache {
  const known = answers.get(warehouse) ?? answerCache();
  answers.set(warehouse, known);
  return known;
}

/** Of whoever has no line in the period. */
const withoutLines: Readonly<Record<PlanMetric, Decimal | null>> = {
  ...{
    activeBase: '0',
    qualifiedBase: '0',
    new: '0',
    sales: '0',
    coverage: null,
    avgCheck: null,
    avgSkuPerClient: null,
  },
};

const keyOf = (level: PlanLevel, member: number, metric: PlanMetric, product = ''): string =>
  JSON.stringify([level, member, metric, product]);
