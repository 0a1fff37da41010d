import { ChevronDown, ChevronRight, RotateCcw, Truck } from 'lucide-react';
import { useState } from 'react';
import { daysPeriod } from '../../../../../src/domain/period.ts';
import { Empty } from '../../../design/empty.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Block } from '../../../design/page.tsx';
import { Skeleton } from '../../../design/skeleton.tsx';
import { DocumentLines } from '../../../drill/document-lines.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import { api, type Shipment } from '../../../server/api.ts';
import { usePages } from '../../../server/use-pages.ts';
import { type Span, setOfOne, type Who } from './ask.ts';
import classes from './purchases.module.css';
import { cardWords } from './words.ts';

const pageSize = 12;

/** His documents, the newest first; each opens its lines. What does not count says why. */
export function Purchases({ who, span }: { readonly who: Who; readonly span: Span }) {
  const say = useWords(cardWords);
  const period = daysPeriod(span.since, span.asOf).label;
  const set = setOfOne(who);
  const { pages, rows, total } = usePages(['customer-documents', who.unit, who.id, period], (from, options) =>
    api.documents({ body: { set, period, lines: 'all', limit: pageSize, ...from } }, options),
  );
  return (
    <Block title={say('purchases')} aside={pages.data && say('documentCount', { n: total })}>
      {pages.error && <ErrorNote error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isPending && <Skeleton height={220} />}
      {pages.data && total === 0 && <Empty title={say('noPurchases')}>{say('noPurchasesWhy')}</Empty>}
      {rows.length > 0 && (
        <table className={classes.table}>
          <colgroup>
            <col />
            <col className={classes.date} />
            <col className={classes.amount} />
          </colgroup>
          <thead className="sr-only">
            <tr>
              <th scope="col">{say('document')}</th>
              <th scope="col">{say('date')}</th>
              <th scope="col">{say('amount')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Purchase key={row.id} row={row} drill={{ set, period, path: [] }} />
            ))}
          </tbody>
        </table>
      )}
      {pages.hasNextPage && (
        <button
          type="button"
          className={classes.more}
          disabled={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {say('more', { n: total - rows.length })}
        </button>
      )}
    </Block>
  );
}

function Purchase({
  row,
  drill,
}: {
  readonly row: Shipment;
  readonly drill: Parameters<typeof DocumentLines>[0]['drill'];
}) {
  const say = useWords(cardWords);
  const formats = useFormats();
  const [opened, setOpened] = useState(false);
  const Chevron = opened ? ChevronDown : ChevronRight;
  const kind = row.kinds.length === 1 ? (row.kinds[0] ?? '') : 'shipment';
  const Icon = kind === 'return' ? RotateCcw : Truck;
  const reasons = Object.entries(row.excluded);
  const why = reasons.map(([reason]) => say('excludedWhy', { why: reason })).join(', ');
  const out = reasons.reduce((sum, [, count]) => sum + (count ?? 0), 0);
  return (
    <>
      <tr className={classes.document} data-out={row.counted === 0 || undefined}>
        <td>
          <button type="button" aria-expanded={opened} onClick={() => setOpened(!opened)}>
            <Icon size={16} strokeWidth={1.8} aria-hidden />
            <span>
              <b>{say('documentName', { kind, number: row.number ?? 'none' })}</b>
              {' · '}
              {say('lineCount', { n: row.lines })}
              {row.deliveryPoint && ` · ${row.deliveryPoint.address || row.deliveryPoint.name}`}
            </span>
            <Chevron size={14} strokeWidth={1.8} aria-hidden />
          </button>
          {out > 0 && (
            <p className={classes.out}>
              {row.counted === 0 ? say('allExcluded', { why }) : say('excluded', { n: out, why })}
            </p>
          )}
        </td>
        <td className="number">{formats.date(row.date)}</td>
        <td className="number">{formats.number(row.sales, 2)}</td>
      </tr>
      {opened && <DocumentLines row={row} drill={drill} lines="all" formats={formats} />}
    </>
  );
}
