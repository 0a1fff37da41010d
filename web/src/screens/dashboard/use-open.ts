import { useCallback } from 'react';
import { drillOf, sliceOfCell } from '../../../../src/domain/figure-query.ts';
import type { Metric } from '../../../../src/domain/metrics.ts';
import { useDrill } from '../../drill/use-drill.ts';
import { useFormats } from '../../language/formats.ts';
import type { FigureAnswer } from '../../server/api.ts';
import { type Cell, memberName } from '../../server/cells.ts';

/** Opens the customers behind a cell of an answer. */
export function useOpen() {
  const { open } = useDrill();
  const formats = useFormats();
  return useCallback(
    (answer: FigureAnswer, cell: Cell, metric: Metric, word: string) => {
      const query = answer.query as Parameters<typeof drillOf>[0]['query'];
      const period = answer.periods[cell.period]?.label ?? query.period;
      const members = [...cell.rows, ...cell.columns].map((member, index) =>
        memberName(answer, [...query.rows, ...query.columns][index] ?? '', member),
      );
      open({
        set: drillOf({ ...answer, query }, cell as Parameters<typeof drillOf>[1], metric),
        // Who is lost has bought nothing now: his columns show the period before.
        period: metric === 'lost' ? (previousOf(answer, cell) ?? period) : period,
        slice: sliceOfCell(query, cell),
        path: [word, formats.period(period), ...members],
      });
    },
    [open, formats],
  );
}

const previousOf = ({ periods }: FigureAnswer, { period }: Cell): string | undefined =>
  periods[period]?.compared?.previous?.label;
