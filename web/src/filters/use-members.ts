import { useQuery } from '@tanstack/react-query';
import type { Dimension, Slice } from '../../../src/domain/dimensions.ts';
import { figureQuery } from '../../../src/domain/figure-query.ts';
import type { CountUnit } from '../../../src/domain/units.ts';
import { api } from '../server/api.ts';
import { amount, memberName } from '../server/cells.ts';

/** Among whose lines members are looked for. */
export interface Among {
  readonly period: string;
  readonly unit: CountUnit;
  /** The first one counts. */
  readonly methods: readonly string[];
  readonly slice: Slice;
}

/** Members of a dimension that have lines in the period and the other filters, those with the most customers first. */
export function useMembers(dimension: Dimension, among: Among) {
  const slice = among.slice.filter((one) => one.dimension !== dimension);
  const { period, unit, methods } = among;
  return useQuery({
    queryKey: ['members', dimension, period, unit, methods[0], slice],
    queryFn: async ({ signal }) => {
      const body = figureQuery.parse({
        metrics: ['activeBase'],
        rows: [dimension],
        period,
        unit,
        methods: [{ id: methods[0] }],
        slice,
      });
      const answer = await api.table({ body }, { signal });
      return answer.cells
        .flatMap((cell) => {
          const [member] = cell.rows;
          if (member === undefined) return [];
          return [
            {
              member,
              name: member === '' ? '' : memberName(answer, dimension, member),
              size: amount(cell.figures, 'activeBase') ?? 0,
            },
          ];
        })
        .sort((a, b) => b.size - a.size || a.name.localeCompare(b.name, 'ru', { numeric: true }));
    },
  });
}
