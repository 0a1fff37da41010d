import { drillOf, type FigureQuery, figureQuery, sliceOfCell } from '../../../../src/domain/figure-query.ts';
import { calendarPeriod } from '../../../../src/domain/period.ts';
import { figureBehind, type PlanTarget } from '../../../../src/domain/plan.ts';
import { useDrill } from '../../drill/use-drill.ts';
import { useFormats } from '../../language/formats.ts';

/** Opens the customers behind a fact, by the question that the server has counted it with. */
export function useOpenFact() {
  const { open } = useDrill();
  const formats = useFormats();
  return (
    month: string,
    { level, member, metric, product }: Omit<PlanTarget, 'value'>,
    path: readonly string[],
  ) => {
    const behind = figureBehind(metric);
    const query: FigureQuery = figureQuery.parse({
      metrics: [behind.metric],
      rows: level === 'company' ? [] : [level],
      columns: product === null ? [] : [product.dimension],
      ...{ period: month, unit: 'client', methods: [{ id: behind.method }] },
    });
    const cell = {
      ...{ period: 0, method: 0, figures: {} },
      rows: level === 'company' ? [] : [String(member)],
      columns: product === null ? [] : [product.member],
    };
    const { from, to, label } = calendarPeriod('month', month);
    open({
      set: drillOf(
        { query, methods: [], periods: [{ from, to, label, open: false, shortHistory: false }] },
        cell,
        behind.metric,
      ),
      period: month,
      slice: sliceOfCell(query, cell),
      path: [path[0] ?? '', formats.period(month), ...path.slice(1)],
    });
  };
}
