import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Field } from '../../../../../src/domain/fields.ts';
import { useWords } from '../../../language/language.tsx';
import { type Corrections, correctionOf } from './corrections.ts';
import { useFieldName } from './field-menu.tsx';
import { columnWidth, type GridColumn, isNumber } from './grid-columns.ts';
import { GridHead } from './grid-head.tsx';
import { GridRow } from './grid-row.tsx';
import classes from './sample-grid.module.css';
import type { Row } from './use-rows.ts';
import { importWords } from './words.ts';

const rowHeight = 31;
const whyWidth = 184;
const numberWidth = 48;

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Rows of a file under the mapping of its columns; cells are mended in place. */
export function SampleGrid({
  label,
  tall,
  columns,
  rows,
  table,
  corrections,
  busy,
  onMap,
  onCorrect,
  onEnd,
}: {
  readonly label: string;
  /** There is nothing else to look at. */
  readonly tall: boolean;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly Row[];
  readonly table: number;
  readonly corrections: Corrections;
  /** Something is being counted: what is shown may be old. */
  readonly busy: boolean;
  readonly onMap: (column: GridColumn, field: Field | null) => void;
  readonly onCorrect: (row: Row, column: number, value: string) => void;
  /** The last of the rows is in sight. */
  readonly onEnd: () => void;
}) {
  const say = useWords(importWords);
  const fieldName = useFieldName();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const shown = virtual.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && lastShown >= rows.length - 1) onEnd();
  }, [lastShown, rows.length, onEnd]);

  const widths = useMemo(
    () =>
      columns.map(({ index, header, field }) =>
        columnWidth(
          header,
          field === null ? say('ignored') : fieldName(field),
          rows.slice(0, 100).map(({ cells }) => cells[index] ?? ''),
        ),
      ),
    [columns, rows, fieldName, say],
  );

  const firstFault = rows.findIndex(({ faults }) => faults.length > 0);
  const faultColumn = rows[firstFault]?.faults[0]?.column;
  const [chosen, setChosen] = useState<CellPlace>();
  const start: CellPlace = {
    row: Math.max(0, firstFault),
    column: Math.max(
      0,
      columns.findIndex(({ index }) => index === faultColumn),
    ),
  };
  const at = chosen && chosen.row < rows.length && chosen.column < columns.length ? chosen : start;
  const [editing, setEditing] = useState<{ readonly text: string | undefined }>();

  const go = (to: CellPlace) => {
    const row = Math.max(0, Math.min(rows.length - 1, to.row));
    const column = Math.max(0, Math.min(columns.length - 1, to.column));
    setEditing(undefined);
    setChosen({ row, column });
    virtual.scrollToIndex(row);
    // The row may have to be drawn first.
    requestAnimationFrame(() => {
      const cell = scroller.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`);
      cell?.focus();
      cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
  };
  /** The next cell with a question that has no answer yet; else the one below. */
  const next = (from: CellPlace, answered: CellPlace): CellPlace => {
    for (let row = from.row; row < rows.length; row++) {
      const open = rows[row]?.faults.flatMap(({ column: index }) => {
        const column = columns.findIndex((one) => one.index === index);
        const isAnswered =
          index === null ||
          (row === answered.row && column === answered.column) ||
          correctionOf(corrections, table, rows[row]?.row ?? 0, index) !== undefined;
        return column < 0 || isAnswered ? [] : [column];
      });
      const [column] = open ?? [];
      if (column !== undefined) return { row, column };
    }
    return { row: from.row + 1, column: from.column };
  };

  const above = shown[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  const questions =
    corrections.size > 0 || rows.some(({ faults, mended }) => faults.length + mended.length > 0);
  const width = numberWidth + widths.reduce((sum, one) => sum + one, 0) + (questions ? whyWidth : 0);
  return (
    <section
      ref={scroller}
      className={classes.scroller}
      data-tall={tall || undefined}
      aria-label={label}
      aria-busy={busy}
    >
      <table className={classes.grid} style={{ minWidth: width }}>
        <colgroup>
          <col style={{ width: numberWidth }} />
          {columns.map(({ index }, position) => (
            <col key={index} style={{ width: widths[position] }} />
          ))}
          {/* Takes what is left. */}
          <col />
        </colgroup>
        <GridHead columns={columns} questions={questions} disabled={busy} onMap={onMap} />
        <tbody>
          {above > 0 && <Space columns={columns.length} height={above} />}
          {shown.map(({ index }) => {
            const row = rows[index];
            return (
              row && (
                <GridRow
                  key={row.row}
                  row={row}
                  position={index}
                  columns={columns}
                  questions={questions}
                  writtenIn={(column) => correctionOf(corrections, table, row.row, column)}
                  at={at.row === index ? at.column : undefined}
                  editing={at.row === index ? editing : undefined}
                  isNumber={isNumber}
                  nameOf={({ field, header }) => (field === null ? header : fieldName(field))}
                  onGo={go}
                  onEdit={(column, text) => {
                    if (busy) return;
                    setChosen({ row: index, column });
                    setEditing({ text });
                  }}
                  onLeave={() => setEditing(undefined)}
                  onSave={(column, value, then) => {
                    onCorrect(row, columns[column]?.index ?? 0, value);
                    const here = { row: index, column };
                    if (then === 'stay') setEditing(undefined);
                    else if (then === 'next') go(next(here, here));
                    else go({ row: index + (then === 'down' ? 1 : -1), column });
                  }}
                />
              )
            );
          })}
          {below > 0 && <Space columns={columns.length} height={below} />}
        </tbody>
      </table>
    </section>
  );
}

const Space = ({ columns, height }: { readonly columns: number; readonly height: number }) => (
  <tr aria-hidden>
    <td colSpan={columns + 2} style={{ height, border: 0, padding: 0 }} />
  </tr>
);
