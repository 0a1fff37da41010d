import { type KeyboardEvent, useRef } from 'react';
import { useWords } from '../../../language/language.tsx';
import type { GridColumn } from './grid-columns.ts';
import classes from './sample-grid.module.css';
import type { CellPlace } from './sample-grid.tsx';
import type { Row } from './use-rows.ts';
import { importWords } from './words.ts';

type Then = 'next' | 'down' | 'up' | 'stay';

const moves: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

/** A row of the file, its cells at fault tinted, the reason in the last column. */
export function GridRow({
  row,
  position,
  columns,
  questions,
  writtenIn,
  at,
  editing,
  isNumber,
  nameOf,
  onGo,
  onEdit,
  onLeave,
  onSave,
}: {
  readonly row: Row;
  readonly position: number;
  readonly columns: readonly GridColumn[];
  readonly questions: boolean;
  /** What the person wrote over a cell, not sent yet. */
  readonly writtenIn: (column: number) => string | undefined;
  /** The cell that Tab leads to, if it is one of this row. */
  readonly at: number | undefined;
  readonly editing: { readonly text: string | undefined } | undefined;
  readonly isNumber: (field: GridColumn['field']) => boolean;
  readonly nameOf: (column: GridColumn) => string;
  readonly onGo: (to: CellPlace) => void;
  readonly onEdit: (column: number, text: string | undefined) => void;
  readonly onLeave: () => void;
  readonly onSave: (column: number, value: string, then: Then) => void;
}) {
  const say = useWords(importWords);
  const onKey = (event: KeyboardEvent, column: number) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = moves[event.key];
    if (move) {
      event.preventDefault();
      onGo({ row: position + move[0], column: column + move[1] });
    } else if (event.key === 'F2') onEdit(column, undefined);
    else if (event.key === 'Delete') onEdit(column, '');
    else if (event.key.length === 1 && event.key !== ' ') {
      event.preventDefault();
      onEdit(column, event.key);
    }
  };
  const pending = columns.some(({ index }) => writtenIn(index) !== undefined);
  const [worst] = row.faults.toSorted((a, b) => a.severity.localeCompare(b.severity));
  const notes = [
    ...row.faults.map(({ text, code }) => text ?? code),
    ...(row.faults.length === 0 || pending
      ? row.mended.map(({ was }) => (was === '' ? say('wasEmpty') : say('was', { was })))
      : []),
  ];
  const why = pending ? say('notSent') : notes.join('; ');
  return (
    <tr>
      <th scope="row" className={classes.rowNumber}>
        {row.row}
      </th>
      {columns.map((column, place) => {
        const { index } = column;
        const written = writtenIn(index);
        const stands = row.cells[index] ?? '';
        const value = written ?? stands;
        const fault = written === undefined ? row.faults.find((one) => one.column === index) : undefined;
        const mended = written !== undefined || row.mended.some((one) => one.column === index);
        const name = say('editCell', { column: nameOf(column), row: row.row });
        return (
          <td
            key={index}
            className={isNumber(column.field) ? classes.right : undefined}
            data-fault={fault?.severity}
            data-mended={mended || undefined}
            data-unused={column.field === null || undefined}
          >
            {editing && at === place ? (
              <CellEditor
                label={name}
                value={editing.text ?? value}
                whole={editing.text === undefined}
                onSave={(text, then) => onSave(place, text, then)}
                onCancel={() => {
                  onLeave();
                  onGo({ row: position, column: place });
                }}
              />
            ) : (
              <button
                type="button"
                className={classes.cell}
                data-cell={`${position}:${place}`}
                tabIndex={at === place ? 0 : -1}
                aria-label={[name, value || '—', fault && (fault.text ?? fault.code)]
                  .filter(Boolean)
                  .join(': ')}
                title={value}
                onClick={() => onEdit(place, undefined)}
                onKeyDown={(event) => onKey(event, place)}
              >
                {value || (fault ? '—' : '')}
              </button>
            )}
          </td>
        );
      })}
      <td
        className={questions ? classes.why : undefined}
        data-fault={pending ? undefined : worst?.severity}
        title={why}
      >
        <span>{why}</span>
      </td>
    </tr>
  );
}

function CellEditor({
  label,
  value,
  whole,
  onSave,
  onCancel,
}: {
  readonly label: string;
  readonly value: string;
  /** The text is there to be changed, not begun anew. */
  readonly whole: boolean;
  readonly onSave: (value: string, then: Then) => void;
  readonly onCancel: () => void;
}) {
  const left = useRef(false);
  const save = (input: HTMLInputElement, then: Then) => {
    if (left.current) return;
    left.current = true;
    onSave(input.value, then);
  };
  const keys: Readonly<Record<string, Then>> = { Enter: 'next', ArrowDown: 'down', ArrowUp: 'up' };
  return (
    <input
      className={classes.editor}
      aria-label={label}
      defaultValue={value}
      maxLength={32_767}
      ref={(input) => {
        if (input === null || document.activeElement === input) return;
        input.focus();
        if (whole) input.select();
      }}
      onBlur={({ currentTarget }) => save(currentTarget, 'stay')}
      onKeyDown={(event) => {
        const then = keys[event.key];
        if (then) {
          event.preventDefault();
          save(event.currentTarget, then);
        } else if (event.key === 'Escape') {
          event.stopPropagation();
          left.current = true;
          onCancel();
        }
      }}
    />
  );
}
