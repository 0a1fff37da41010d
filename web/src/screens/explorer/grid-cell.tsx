import type { FocusEvent, KeyboardEvent, MouseEvent } from 'react';
import type { Comparison } from '../../../../src/domain/figure-query.ts';
import { FigureCell, type Heat } from '../../design/figure-cell.tsx';
import type { Formats } from '../../language/formats.ts';
import type { Cell } from '../../server/cells.ts';
import { figureIn } from './figure-text.ts';
import classes from './grid.module.css';
import { comparedOf, type Leaf, type PivotRow, valueIn } from './pivot.ts';

/** What the cells of a table share; it stays the same while the table does. */
export interface CellContext {
  /** Keys of columns with which a group begins. */
  readonly firsts: ReadonlySet<string>;
  readonly formats: Formats;
  readonly comparison: Comparison | undefined;
  /** Deviations stand under the figures. */
  readonly under: boolean;
  readonly heat: (row: PivotRow, leaf: Leaf) => Heat | undefined;
  readonly open: (row: PivotRow, leaf: Leaf) => void;
  readonly onKey: (event: KeyboardEvent<HTMLButtonElement>, row: number, column: number) => void;
  readonly onActive: (row: number, column: number) => void;
  /** Total cells explain themselves. */
  readonly explain: (cell: Cell, leaf: Leaf, at: HTMLElement) => void;
  readonly unexplain: () => void;
}

/** One figure: a door to its customers, coloured by what the reader chose. */
export function GridCell({
  row,
  leaf,
  at,
  active,
  chosen,
  context,
}: {
  readonly row: PivotRow;
  readonly leaf: Leaf;
  /** Row and column among those that are walked through. */
  readonly at: readonly [number, number];
  readonly active: boolean;
  readonly chosen: boolean;
  readonly context: CellContext;
}) {
  const { comparison, formats } = context;
  const cell = row.cells.get(leaf.place);
  const explains =
    leaf.shown === 'value' && cell?.totals?.some(({ metrics }) => metrics[leaf.metric]) === true;
  const show = ({ currentTarget }: MouseEvent<HTMLElement> | FocusEvent<HTMLElement>) => {
    if (explains && cell) context.explain(cell, leaf, currentTarget);
  };
  return (
    <td
      className={classes.cell}
      data-total={leaf.total || undefined}
      data-first={context.firsts.has(leaf.key) || undefined}
      data-quiet={leaf.shown === 'before' || undefined}
    >
      <FigureCell
        heat={context.heat(row, leaf)}
        chosen={chosen}
        missing={isBad()}
        {...(context.under && leaf.shown === 'value' && { under: underText() })}
        {...(cell === undefined && { state: 'nothing' })}
        data-at={`${at[0]} ${at[1]}`}
        tabIndex={active ? 0 : -1}
        onClick={() => cell && context.open(row, leaf)}
        onKeyDown={(event) => context.onKey(event, at[0], at[1])}
        onFocus={(event) => {
          context.onActive(at[0], at[1]);
          show(event);
        }}
        onBlur={context.unexplain}
        onMouseEnter={show}
        onMouseLeave={context.unexplain}
      >
        {figureIn(row, leaf, comparison, formats)}
      </FigureCell>
    </td>
  );

  function isBad(): boolean {
    if (leaf.shown !== 'change' && leaf.shown !== 'percent') return false;
    return (valueIn(row, leaf, comparison) ?? 0) < 0;
  }

  function underText(): string {
    const before = comparedOf(cell, comparison, leaf.metric);
    const now = valueIn(row, leaf, comparison);
    if (before === undefined || now === undefined || before <= 0) return '—';
    return formats.percent(String(now / before - 1), true);
  }
}
