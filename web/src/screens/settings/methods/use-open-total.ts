import { drillOf } from '../../../../../src/domain/figure-query.ts';
import type { Metric } from '../../../../../src/domain/metrics.ts';
import { useDrill } from '../../../drill/use-drill.ts';
import { useFormats } from '../../../language/formats.ts';
import type { FigureAnswer } from '../../../server/api.ts';
import { totalOf } from '../../../server/cells.ts';

/** Opens the customers behind the total of an answer. */
export function useOpenTotal() {
  const { open } = useDrill();
  const formats = useFormats();
  return (answer: FigureAnswer, metric: Metric, path: readonly string[]) => {
    const cell = totalOf(answer);
    const query = answer.query as Parameters<typeof drillOf>[0]['query'];
    const period = answer.periods[0]?.label ?? query.period;
    if (cell === undefined) return;
    open({
      set: drillOf({ ...answer, query }, cell as Parameters<typeof drillOf>[1], metric),
      period,
      slice: query.slice,
      path: [...path, formats.period(period)],
    });
  };
}
