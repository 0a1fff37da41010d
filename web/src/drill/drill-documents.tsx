import { Link } from '@tanstack/react-router';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { add } from '../../../src/domain/decimal.ts';
import { Empty } from '../design/empty.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import type { Formats } from '../language/formats.ts';
import { useWords } from '../language/language.tsx';
import { api, type Shipment } from '../server/api.ts';
import { usePages } from '../server/use-pages.ts';
import { DocumentLines } from './document-lines.tsx';
import classes from './drill-drawer.module.css';
import type { Drill } from './drill-state.ts';
import { drillWords } from './words.ts';

const pageSize = 100;

/** The shipments behind a figure, or those that do not count and why; each opens its lines. */
export function DrillDocuments({
  drill,
  lines,
  formats,
}: {
  readonly drill: Drill;
  readonly lines: 'counted' | 'excluded';
  readonly formats: Formats;
}) {
  const say = useWords(drillWords);
  const { set, period, slice } = drill;
  const { pages, rows, total } = usePages(['drill-documents', set, period, slice, lines], (from, options) =>
    api.documents(
      { body: { set, period, ...(slice && { slice }), lines, limit: pageSize, ...from } },
      options,
    ),
  );
  if (pages.error) return <ErrorNote error={pages.error} retry={() => void pages.refetch()} />;
  if (pages.isPending) return <Skeleton height={240} />;
  if (total === 0)
    return (
      <Empty title={say(lines === 'counted' ? 'noDocuments' : 'nothingExcluded')}>
        {say('noDocumentsWhy')}
      </Empty>
    );
  return (
    <table className={classes.table}>
      <colgroup>
        <col />
        <col style={{ width: 84 }} />
        <col style={{ width: 104 }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{say('document')}</th>
          <th scope="col">{say('date')}</th>
          <th scope="col">{say('amount')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Document
            key={`${row.id} ${row.customer}`}
            row={row}
            drill={drill}
            lines={lines}
            formats={formats}
          />
        ))}
        {pages.hasNextPage && (
          <tr>
            <td colSpan={3}>
              <button
                type="button"
                className={classes.more}
                disabled={pages.isFetchingNextPage}
                onClick={() => void pages.fetchNextPage()}
              >
                {say('more', { n: total - rows.length })}
              </button>
            </td>
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={2}>{say('totalOf', { count: say('documentCount', { n: total }) })}</td>
          <td className="number">
            {!pages.hasNextPage &&
              formats.number(
                rows.reduce((sum: string, { sales }) => add(sum, sales ?? '0'), '0'),
                0,
              )}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function Document({
  row,
  drill,
  lines,
  formats,
}: {
  readonly row: Shipment;
  readonly drill: Drill;
  readonly lines: 'counted' | 'excluded';
  readonly formats: Formats;
}) {
  const say = useWords(drillWords);
  const [opened, setOpened] = useState(false);
  const Chevron = opened ? ChevronDown : ChevronRight;
  const number = row.number === null ? say('noNumber') : say('documentNumber', { number: row.number });
  const reasons = Object.keys(row.excluded).flatMap((why) =>
    why === 'kind' ? row.kinds.map((kind) => say('kind', { kind })) : [say('excludedWhy', { why })],
  );
  return (
    <>
      <tr>
        <td className={classes.document}>
          <button
            type="button"
            className={classes.toggle}
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            <Chevron size={14} strokeWidth={1.8} aria-hidden />
            {number}
          </button>
          <span className={classes.whose}>
            <Link to={`/customers/${drill.set.unit}/${row.customer}` as '/'}>
              {row.shown ? row.name : say('hidden', { id: row.customer })}
            </Link>
            {lines === 'excluded' && reasons.length > 0 && <> · {reasons.join(', ')}</>}
          </span>
        </td>
        <td className={classes.date}>{formats.date(row.date)}</td>
        <td className="number">{formats.number(row.sales, 0)}</td>
      </tr>
      {opened && <DocumentLines row={row} drill={drill} lines={lines} formats={formats} />}
    </>
  );
}
