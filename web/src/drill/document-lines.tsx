import { useQuery } from '@tanstack/react-query';
import { ErrorNote } from '../design/error-note.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import type { Formats } from '../language/formats.ts';
import { useWords } from '../language/language.tsx';
import { api, type Shipment } from '../server/api.ts';
import classes from './drill-drawer.module.css';
import type { Drill } from './drill-state.ts';
import { drillWords } from './words.ts';

/** What was shipped: the lines that a shipment adds up. */
export function DocumentLines({
  row,
  drill,
  lines,
  formats,
}: {
  readonly row: Shipment;
  readonly drill: Drill;
  readonly lines: 'counted' | 'excluded' | 'all';
  readonly formats: Formats;
}) {
  const say = useWords(drillWords);
  const { set, period, slice } = drill;
  const found = useQuery({
    queryKey: ['document-lines', row.id, row.customer, set.unit, set.method, period, slice, lines],
    queryFn: ({ signal }) =>
      api.documentLines(
        {
          body: {
            unit: set.unit,
            method: set.method,
            period,
            ...(slice && { slice }),
            lines,
            id: row.id,
            customer: row.customer,
          },
        },
        { signal },
      ),
  });
  if (!found.data)
    return (
      <tr>
        <td colSpan={3}>{found.error ? <ErrorNote error={found.error} /> : <Skeleton height={20} />}</td>
      </tr>
    );
  return found.data.lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name, and stay as they are
    <tr key={index} className={classes.line}>
      <td title={line.product?.name}>
        {line.product?.name ?? say('noProduct')}
        {line.excluded &&
          ` · ${line.excluded === 'kind' ? say('kind', { kind: line.kind }) : say('excludedWhy', { why: line.excluded })}`}
      </td>
      <td className="number">{formats.number(line.quantity)}</td>
      <td className="number">{formats.number(line.sales, 0)}</td>
    </tr>
  ));
}
