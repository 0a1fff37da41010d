import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type CSSProperties, useCallback, useMemo, useRef } from 'react';
import type { Comparison } from '../../../../src/domain/figure-query.ts';
import { useRowHeight } from '../../design/use-row-height.ts';
import { type Formats, useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { ExplainedTotal, useExplained } from './explained-total.tsx';
import { figureIn, figureText } from './figure-text.ts';
import classes from './grid.module.css';
import type { CellContext } from './grid-cell.tsx';
import { GridRow } from './grid-row.tsx';
import type { HeadCell } from './head.ts';
import type { HeatScale } from './heat.ts';
import {
  countsDifferent,
  type Leaf,
  type Order,
  type Pivot,
  type PivotRow,
  rowKey,
  sumOfRows,
} from './pivot.ts';
import { useWalk } from './use-walk.ts';
import { explorerWords } from './words.ts';

const nameWidth = 168;
const few = 60;

/** The table of figures: a tree of rows below a head, totals at its foot; thousands of rows stay smooth. */
export function Grid({
  pivot,
  rows,
  head,
  heat,
  open,
  chosen,
  order,
  under,
  onToggle,
  onOrder,
  onOpen,
}: {
  readonly pivot: Pivot;
  readonly rows: readonly PivotRow[];
  readonly head: readonly (readonly HeadCell[])[];
  readonly heat: HeatScale;
  readonly open: 'all' | ReadonlySet<string>;
  readonly chosen: { readonly row: string; readonly column: string } | undefined;
  readonly order: Order | undefined;
  readonly under: boolean;
  readonly onToggle: (row: PivotRow) => void;
  readonly onOrder: (by: string) => void;
  readonly onOpen: (row: PivotRow, leaf: Leaf) => void;
}) {
  const say = useWords(explorerWords);
  const formats = useFormats();
  const box = useRef<HTMLDivElement>(null);
  const { leaves, root, answer } = pivot;
  const rowHeight = useRowHeight() + (under ? 10 : 0);
  const headHeight = head.length * 22;
  const footHeight = 60;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // The head and the foot lie over the rows.
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: footHeight,
    getItemKey: (index) => rows[index]?.key ?? index,
    enabled: rows.length > few,
  });
  const reveal = useCallback((row: number) => virtual.scrollToIndex(row, { align: 'auto' }), [virtual]);
  const walk = useWalk({ box, rows, columns: leaves.length, reveal });
  const explained = useExplained();
  const comparison = answer.query.compare[0];
  const context = useMemo(
    (): CellContext => ({
      formats,
      comparison,
      under,
      heat: heat.of,
      open: onOpen,
      onKey: walk.onKey,
      onActive: walk.onActive,
      explain: explained.show,
      unexplain: explained.hide,
    }),
    [formats, comparison, under, heat, onOpen, walk.onKey, walk.onActive, explained.show, explained.hide],
  );
  const items =
    rows.length > few
      ? virtual.getVirtualItems().map(({ index, start, end }) => ({ index, start, end }))
      : rows.map((_, index) => ({ index, start: index * rowHeight, end: (index + 1) * rowHeight }));
  const above = items[0]?.start ?? 0;
  const below = rows.length * rowHeight - (items.at(-1)?.end ?? 0);
  const widths = useMemo(
    () => leaves.map((leaf) => widthOf(leaf, root, comparison, formats)),
    [leaves, root, comparison, formats],
  );
  const least = nameWidth + widths.reduce((sum, width) => sum + width, 0);
  const sums = countsDifferent(pivot) && answer.query.rows.length > 0;
  return (
    <div ref={box} className={classes.box} style={{ '--grid-row': `${rowHeight}px` } as CSSProperties}>
      <table
        className={classes.grid}
        style={{ minWidth: least, maxWidth: Math.max(least, nameWidth + leaves.length * 132) }}
        aria-label={say('grid')}
        aria-rowcount={rows.length + 2}
        data-testid="grid"
      >
        <colgroup>
          <col style={{ width: nameWidth }} />
          {leaves.map((leaf, index) => (
            <col key={leaf.key} style={{ width: widths[index] }} />
          ))}
        </colgroup>
        <thead>
          {head.map((cells, level) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: levels have no other name
            <tr key={level}>
              {level === 0 && (
                <th scope="col" rowSpan={head.length} className={classes.corner}>
                  <HeadButton label={say('rowNames')} by="name" order={order} onOrder={onOrder} />
                </th>
              )}
              {cells.map((cell) =>
                cell.label === '' ? (
                  <td key={cell.leaf.key} colSpan={cell.span} />
                ) : (
                  <th
                    key={cell.leaf.key}
                    scope="col"
                    colSpan={cell.span}
                    data-span={cell.span > 1 || undefined}
                    data-year={cell.year || undefined}
                    data-total={cell.leaf.total || undefined}
                    data-chosen={(level === head.length - 1 && chosen?.column === cell.leaf.key) || undefined}
                    aria-sort={sortOf(cell, level)}
                  >
                    {level === head.length - 1 ? (
                      <HeadButton label={cell.label} by={cell.leaf.key} order={order} onOrder={onOrder} />
                    ) : (
                      <span style={cell.year && { width: `${100 / cell.span}%` }}>{cell.label}</span>
                    )}
                    {cell.open && (
                      <i className={classes.running} title={say('openShort')}>
                        <span className="sr-only">{say('openShort')}</span>
                      </i>
                    )}
                  </th>
                ),
              )}
            </tr>
          ))}
        </thead>
        <tbody>
          {above > 0 && <tr aria-hidden style={{ height: above }} />}
          {items.map(({ index }) => {
            const row = rows[index];
            return (
              row && (
                <GridRow
                  key={row.key}
                  row={row}
                  index={index}
                  leaves={leaves}
                  opened={open === 'all' || open.has(row.key)}
                  activeColumn={walk.active[0] === index ? walk.active[1] : undefined}
                  chosen={chosen?.row === row.key ? chosen.column : undefined}
                  onToggle={onToggle}
                  context={context}
                />
              )
            );
          })}
          {below > 0 && <tr aria-hidden style={{ height: below }} />}
        </tbody>
        <tfoot>
          <GridRow
            row={{
              ...root,
              name: say(sums ? 'totalDifferent' : 'total', { unit: answer.query.unit }),
              children: [],
            }}
            index={rows.length}
            leaves={leaves}
            opened={false}
            activeColumn={walk.active[0] === rows.length ? walk.active[1] : undefined}
            chosen={chosen?.row === rowKey([]) ? chosen.column : undefined}
            onToggle={onToggle}
            context={context}
          />
          {sums && (
            <tr className={classes.sum}>
              <th scope="row" className={classes.name}>
                <span className={classes.leafName}>{say('sumOfRows')}</span>
              </th>
              {leaves.map((leaf) => (
                <td key={leaf.key} className="number">
                  {leaf.shown === 'value' && figureText(formats, leaf.metric, sumOfRows(pivot, leaf))}
                </td>
              ))}
            </tr>
          )}
        </tfoot>
      </table>
      <ExplainedTotal explained={explained} answer={answer} />
    </div>
  );

  function sortOf({ leaf }: HeadCell, level: number) {
    if (level !== head.length - 1 || order?.by !== leaf.key) return undefined;
    return order.descending ? 'descending' : 'ascending';
  }
}

function HeadButton({
  label,
  by,
  order,
  onOrder,
}: {
  readonly label: string;
  readonly by: string;
  readonly order: Order | undefined;
  readonly onOrder: (by: string) => void;
}) {
  const Arrow = order?.descending ? ArrowDown : ArrowUp;
  return (
    <button type="button" className={classes.order} onClick={() => onOrder(by)} title={label}>
      {order?.by === by && <Arrow size={11} strokeWidth={2} aria-hidden />}
      <span>{label}</span>
    </button>
  );
}

/** So wide that the total fits; px. */
function widthOf(leaf: Leaf, root: PivotRow, comparison: Comparison | undefined, formats: Formats): number {
  const least = leaf.total ? 58 : 46;
  const text = figureIn(root, leaf, comparison, formats);
  return Math.max(leaf.shown === 'percent' ? 68 : least, Math.ceil(textWidth(text)) + 12);
}

/** Of semibold figures of 13 px. */
const textWidth = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\d+−]/.test(sign) ? 7.9 : /[\s,.]/.test(sign) ? 3.8 : 10), 0);
