import { createColumnHelper, FlexRender, useTable } from '@tanstack/react-table';
import type { Virtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import type { SortOrder } from '../../../../src/domain/report-words.ts';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { columnShapes, features, isNumber, type Slot, textOf } from './columns.ts';
import classes from './grid.module.css';
import { GridRow, type RowContext } from './grid-row.tsx';
import { isSelected, type Selection } from './selection.ts';
import type { ColumnId } from './state.ts';
import type { List } from './use-list.ts';
import { columnWords, customersWords } from './words.ts';

const helper = createColumnHelper<typeof features, Slot>();
const nameWidth = 260;
const checkWidth = 34;

/** Customers of the list around the place where the reader is: a table whose other rows are only space. */
export function Grid({
  list,
  columns,
  sort,
  order,
  selection,
  current,
  virtual,
  context,
  totals,
  onSort,
  onSelectAll,
}: {
  readonly list: List;
  readonly columns: readonly ColumnId[];
  readonly sort: ColumnId | 'name';
  readonly order: SortOrder;
  readonly selection: Selection;
  /** The row that keys go on from. */
  readonly current: number;
  readonly virtual: Virtualizer<HTMLDivElement, Element>;
  readonly context: RowContext;
  /** What stands in the foot below a column. */
  readonly totals: (id: ColumnId | 'name') => ReactNode;
  readonly onSort: (id: ColumnId | 'name') => void;
  readonly onSelectAll: (chosen: boolean) => void;
}) {
  const say = useWords(customersWords);
  const named = useWords(columnWords);
  const formats = useFormats();
  const defs = useMemo(
    () =>
      helper.columns(
        columns.map((id) =>
          helper.accessor(({ row }) => (row ? textOf(id, row, formats) : undefined), {
            id,
            header: () => named(id),
            cell: (cell) => cell.getValue(),
          }),
        ),
      ),
    [columns, formats, named],
  );
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  const data = useMemo(
    () =>
      Array.from({ length: last - first + 1 }, (_, at): Slot => {
        const index = first + at;
        return { index, row: list.at(index) };
      }),
    [list, first, last],
  );
  const table = useTable({ features, columns: defs, data: data as Slot[] });
  const before = (items[0]?.start ?? 0) - virtual.options.scrollMargin;
  const after = virtual.getTotalSize() - ((items.at(-1)?.end ?? 0) - virtual.options.scrollMargin);
  const width = columns.reduce((sum, id) => sum + columnShapes[id].width, nameWidth + checkWidth);
  const heads = table.getHeaderGroups()[0]?.headers ?? [];
  return (
    <table className={classes.table} style={{ minWidth: width }} aria-rowcount={list.total + 2}>
      <caption className="sr-only">{say('grid')}</caption>
      <colgroup>
        <col style={{ width: checkWidth }} />
        <col style={{ width: nameWidth }} />
        {columns.map((id) => (
          <col key={id} style={{ width: columnShapes[id].width }} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          <td className={classes.check}>
            <input
              type="checkbox"
              aria-label={say('selectAll')}
              checked={selection.all && selection.ids.size === 0}
              ref={(box) => {
                if (box) box.indeterminate = selection.ids.size > 0;
              }}
              onChange={(event) => onSelectAll(event.currentTarget.checked)}
            />
          </td>
          <Head id="name" sort={sort} order={order} onSort={onSort}>
            {named('name')}
          </Head>
          {heads.map((header) => (
            <Head key={header.id} id={header.column.id as ColumnId} sort={sort} order={order} onSort={onSort}>
              <FlexRender header={header} />
            </Head>
          ))}
        </tr>
      </thead>
      <tbody>
        <Space height={before} />
        {table.getRowModel().rows.map((row) => {
          const { index, row: customer } = row.original;
          return (
            <GridRow
              key={index}
              row={row}
              customer={customer}
              columns={defs}
              index={index}
              selected={customer !== undefined && isSelected(selection, customer.id)}
              current={index === current}
              context={context}
            />
          );
        })}
        <Space height={after} />
      </tbody>
      <tfoot>
        <tr aria-rowindex={list.total + 2}>
          <td className={classes.check} />
          <th scope="row" className={classes.name}>
            {totals('name')}
          </th>
          {columns.map((id) => (
            <td key={id} className={isNumber(id) ? 'number' : undefined}>
              {totals(id)}
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

/** Where rows would stand that nobody sees. */
const Space = ({ height }: { readonly height: number }) =>
  height > 0 ? (
    <tr className={classes.space}>
      <td style={{ height }} />
    </tr>
  ) : null;

function Head({
  id,
  sort,
  order,
  onSort,
  children,
}: {
  readonly id: ColumnId | 'name';
  readonly sort: ColumnId | 'name';
  readonly order: SortOrder;
  readonly onSort: (id: ColumnId | 'name') => void;
  readonly children: ReactNode;
}) {
  const sorted = id === sort;
  const number = id !== 'name' && isNumber(id);
  const Arrow = order === 'ascending' ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      className={id === 'name' ? classes.name : undefined}
      data-number={number || undefined}
      aria-sort={sorted ? order : 'none'}
    >
      <button type="button" data-sorted={sorted || undefined} onClick={() => onSort(id)}>
        <span>{children}</span>
        {sorted && <Arrow size={12} strokeWidth={2} aria-hidden />}
      </button>
    </th>
  );
}
