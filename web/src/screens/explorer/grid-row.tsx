import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { useWords } from '../../language/language.tsx';
import classes from './grid.module.css';
import { type CellContext, GridCell } from './grid-cell.tsx';
import type { Leaf, PivotRow } from './pivot.ts';
import type { ColumnWindow } from './use-column-window.ts';
import { explorerWords } from './words.ts';

export const GridRow = memo(function GridRow({
  row,
  index,
  leaves,
  seen,
  opened,
  activeColumn,
  chosen,
  onToggle,
  context,
}: {
  readonly row: PivotRow;
  readonly index: number;
  readonly leaves: readonly Leaf[];
  readonly seen: ColumnWindow;
  readonly opened: boolean;
  /** −1 is the name of the row. */
  readonly activeColumn: number | undefined;
  /** Key of the column whose cell is open. */
  readonly chosen: string | undefined;
  readonly onToggle: (row: PivotRow) => void;
  readonly context: CellContext;
}) {
  const say = useWords(explorerWords);
  const name = row.name || say('notStated');
  const depth = row.members.length - 1;
  return (
    <tr className={classes.row} data-depth={depth} aria-rowindex={index + 2}>
      <th scope="row" className={classes.name} style={{ paddingLeft: depth * 18 }}>
        {row.children.length > 0 ? (
          <button
            type="button"
            className={classes.toggle}
            data-at={`${index} -1`}
            aria-expanded={opened}
            aria-label={say(opened ? 'collapse' : 'expand', { name })}
            tabIndex={activeColumn === -1 ? 0 : -1}
            onClick={() => onToggle(row)}
            onFocus={() => context.onActive(index, -1)}
            onKeyDown={(event) => context.onKey(event, index, -1)}
            title={name}
          >
            {opened ? (
              <ChevronDown size={14} strokeWidth={1.8} aria-hidden />
            ) : (
              <ChevronRight size={14} strokeWidth={1.8} aria-hidden />
            )}
            <span>{name}</span>
          </button>
        ) : (
          <span className={classes.leafName} title={name}>
            {name}
          </span>
        )}
      </th>
      {seen.from > 0 && <td colSpan={seen.from} />}
      {leaves.slice(seen.from, seen.to).map((leaf, place) => (
        <GridCell
          key={leaf.key}
          row={row}
          leaf={leaf}
          at={[index, seen.from + place]}
          active={activeColumn === seen.from + place}
          chosen={chosen === leaf.key}
          context={context}
        />
      ))}
      {seen.to < leaves.length && <td colSpan={leaves.length - seen.to} />}
    </tr>
  );
});
