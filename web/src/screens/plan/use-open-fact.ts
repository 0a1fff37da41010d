import { drillOf, type FigureQuery, figureQuery, sliceOfCell } from '../../../../src/domain/figure-query.ts';
import type { Metric } from '../../../../src/domain/metrics.ts';
import { figureBehind, type PlanTarget } from '../../../../src/domain/plan.ts';
import { plannedPeriod } from '../../../../src/domain/plan-period.ts';
import { useDrill } from '../../drill/use-drill.ts';
import { useFormats } from '../../language/formats.ts';

/** Opens the customers behind a fact, by the question that the server has counted it with. */
export function useOpenFact() {
  const { open } = useDrill();
  const formats = useFormats();
  return (
    period: string,
    { level, member, metric, product }: Omit<PlanTarget, 'value'>,
    path: readonly string[],
    /** Another figure of the same period and method. */
    other?: Metric,
  ) => {
    const behind = { ...figureBehind(metric), ...(other && { metric: other }) };
    const query: FigureQuery = figureQuery.parse({
      metrics: [behind.metric],
      rows: level === 'company' ? [] : [level],
      columns: product === null ? [] : [product.dimension],
      ...{ period, unit: 'client', methods: [{ id: behind.method }] },
    });
    const cell = {
      ...{ period: 0, method: 0, figures: {} },
      rows: level === 'company' ? [] : [String(member)],
      columns: product === null ? [] : [product.member],
    };
    const { from, to, label } = plannedPeriod(period);
    open({
      set: drillOf(
        { query, methods: [], periods: [{ from, to, label, open: false, shortHistory: false }] },
        cell,
        behind.metric,
      ),
      period,
      slice: sliceOfCell(query, cell),
      path: [path[0] ?? '', formats.period(period), ...path.slice(1)],
    });
  };
}
