import { useCallback } from 'react';
import { type Comparison, drillOf, sliceOfCell } from '../../../src/domain/figure-query.ts';
import type { Metric } from '../../../src/domain/metrics.ts';
import { useFormats } from '../language/formats.ts';
import type { FigureAnswer } from '../server/api.ts';
import { type Cell, memberName } from '../server/cells.ts';
import { useDrill } from './use-drill.ts';

interface Opening {
  /** Those behind the figure that it is compared with. */
  readonly compared?: Comparison;
  /** What the address says besides: which cell is open. */
  readonly also?: object;
}

/** Opens the customers behind a cell of an answer. `word` is what the figure is called. */
export function useOpen() {
  const { open } = useDrill();
  const formats = useFormats();
  return useCallback(
    (answer: FigureAnswer, cell: Cell, metric: Metric, word: string, { compared, also }: Opening = {}) => {
      const query = answer.query as Parameters<typeof drillOf>[0]['query'];
      const periods = answer.periods.map((one) => ({ ...one, ...(compared && one.compared?.[compared]) }));
      const period = periods[cell.period]?.label ?? query.period;
      const members = [...cell.rows, ...cell.columns].map((member, index) =>
        memberName(
          answer,
          (index < cell.rows.length ? query.rows[index] : query.columns[index - cell.rows.length]) ?? '',
          member,
        ),
      );
      open(
        {
          set: drillOf({ ...answer, periods, query }, cell as Parameters<typeof drillOf>[1], metric),
          // Who is lost has bought nothing now: his columns show the period before.
          period: metric === 'lost' ? (previousOf(answer, cell) ?? period) : period,
          slice: sliceOfCell(query, cell),
          path: [word, formats.period(period), ...members],
        },
        also,
      );
    },
    [open, formats],
  );
}

const previousOf = ({ periods }: FigureAnswer, { period }: Cell): string | undefined =>
  periods[period]?.compared?.previous?.label;
