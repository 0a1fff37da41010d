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
import { useColumnWindow } from './use-column-window.ts';
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
  const comparison = answer.query.compare[0];
  const rowHeight = useRowHeight() + (under ? 10 : 0);
  const headHeight = head.length * 24;
  const footHeight = 60;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // The head stands before the rows and, as the foot, over them.
    scrollPaddingEnd: headHeight + footHeight,
    getItemKey: (index) => rows[index]?.key ?? index,
    enabled: rows.length > few,
  });
  const widths = useMemo(
    () =>
      leaves.map((leaf, index) =>
        Math.max(widthOf(leaf, root, comparison, formats), headWidth(head.at(-1)?.[index]?.label ?? '')),
      ),
    [leaves, root, comparison, formats, head],
  );
  const reveal = useCallback(
    (row: number, column: number) => {
      if (row < rows.length) virtual.scrollToIndex(row, { align: 'auto' });
      const scrolled = box.current;
      if (scrolled === null || column < 0) return;
      const left = widths.slice(0, column).reduce((sum, width) => sum + width, 0);
      const right = left + (widths[column] ?? 0) + nameWidth - scrolled.clientWidth;
      if (left < scrolled.scrollLeft) scrolled.scrollLeft = left;
      else if (right > scrolled.scrollLeft) scrolled.scrollLeft = right;
    },
    [virtual, rows.length, widths],
  );
  const walk = useWalk({ box, rows, columns: leaves.length, reveal });
  const explained = useExplained();
  /** A column a period: the year then stands above its first one. */
  const plain = head[1]?.every(({ span }) => span === 1) === true;
  const firsts = useMemo(() => firstOf(head), [head]);
  const context = useMemo(
    (): CellContext => ({
      firsts,
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
    [
      firsts,
      formats,
      comparison,
      under,
      heat,
      onOpen,
      walk.onKey,
      walk.onActive,
      explained.show,
      explained.hide,
    ],
  );
  const items =
    rows.length > few
      ? virtual.getVirtualItems().map(({ index, start, end }) => ({ index, start, end }))
      : rows.map((_, index) => ({ index, start: index * rowHeight, end: (index + 1) * rowHeight }));
  const above = items[0]?.start ?? 0;
  const below = rows.length * rowHeight - (items.at(-1)?.end ?? 0);
  const seen = useColumnWindow(box, nameWidth, widths);
  const least = nameWidth + widths.reduce((sum, width) => sum + width, 0);
  const sums = countsDifferent(pivot) && answer.query.rows.length > 0;
  return (
    <div
      ref={box}
      className={classes.box}
      data-wide
      style={
        {
          '--grid-row': `${rowHeight}px`,
          scrollPadding: `${headHeight}px 0 ${footHeight}px ${nameWidth}px`,
        } as CSSProperties
      }
    >
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
                    data-year={(cell.year && plain) || undefined}
                    data-first={firsts.has(cell.leaf.key) || undefined}
                    data-total={cell.leaf.total || undefined}
                    data-chosen={(level === head.length - 1 && chosen?.column === cell.leaf.key) || undefined}
                    aria-sort={sortOf(cell, level)}
                  >
                    {level === head.length - 1 ? (
                      <HeadButton label={cell.label} by={cell.leaf.key} order={order} onOrder={onOrder} />
                    ) : (
                      <span style={cell.year && plain ? { width: `${100 / cell.span}%` } : undefined}>
                        {cell.label}
                      </span>
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
                  seen={seen}
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
            seen={seen}
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
                  {sumText(leaf)}
                </td>
              ))}
            </tr>
          )}
        </tfoot>
      </table>
      <ExplainedTotal explained={explained} answer={answer} />
    </div>
  );

  function sumText(leaf: Leaf): string | undefined {
    const sum = sumOfRows(pivot, leaf);
    return sum === undefined ? undefined : figureText(formats, leaf.metric, sum);
  }

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

/** Columns with which a group of several begins. */
function firstOf(head: readonly (readonly HeadCell[])[]): ReadonlySet<string> {
  const groups = head.at(-2) ?? [];
  return groups.some(({ span, year }) => span > 1 && !year)
    ? new Set(groups.slice(1).map(({ leaf }) => leaf.key))
    : new Set();
}

/** So wide that the total fits; px. */
function widthOf(leaf: Leaf, root: PivotRow, comparison: Comparison | undefined, formats: Formats): number {
  const least = leaf.total ? 58 : 46;
  const text = figureIn(root, leaf, comparison, formats);
  return Math.max(leaf.shown === 'percent' ? 68 : least, Math.ceil(textWidth(text)) + 12);
}

/** A head of 12 px is shown whole up to here; px. */
const headWidth = (label: string): number => Math.min(112, label.length * 6.6 + 12);

/** Of semibold figures of 13 px. */
const textWidth = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\d+−]/.test(sign) ? 7.9 : /[\s,.]/.test(sign) ? 3.8 : 10), 0);
