import { FlexRender, type Row } from '@tanstack/react-table';
import { type MouseEvent, memo } from 'react';
import { Skeleton } from '../../design/skeleton.tsx';
import { useWords } from '../../language/language.tsx';
import type { Customer } from '../../server/api.ts';
import { type features, isNumber, type Slot } from './columns.ts';
import classes from './grid.module.css';
import type { ColumnId } from './state.ts';
import { customersWords } from './words.ts';

/** What rows do; stays the same while the list is scrolled. */
export interface RowContext {
  readonly addressOf: (customer: Customer) => string;
  readonly onOpen: (event: MouseEvent, customer: Customer) => void;
  readonly onCurrent: (index: number) => void;
  readonly onSelect: (index: number, customer: Customer, chosen: boolean, range: boolean) => void;
}

interface Props {
  readonly row: Row<typeof features, Slot>;
  readonly customer: Customer | undefined;
  readonly columns: unknown;
  readonly index: number;
  readonly selected: boolean;
  readonly current: boolean;
  readonly context: RowContext;
}

/** The table makes its rows anew as it is scrolled; what is shown changes with the customer and the columns only. */
const same = (a: Props, b: Props): boolean =>
  a.customer === b.customer &&
  a.columns === b.columns &&
  a.index === b.index &&
  a.selected === b.selected &&
  a.current === b.current &&
  a.context === b.context;

export const GridRow = memo(function GridRow({ row, customer, index, selected, current, context }: Props) {
  const say = useWords(customersWords);
  const cells = row.getAllCells();
  if (customer === undefined)
    return (
      <tr aria-rowindex={index + 2} data-row={index}>
        <td className={classes.check} />
        <td className={classes.name}>
          <Skeleton width={180} height={12} />
        </td>
        {cells.map(({ id }) => (
          <td key={id} />
        ))}
      </tr>
    );
  const name = customer.shown ? customer.name || say('noName') : say('hidden', { id: customer.id });
  return (
    <tr aria-rowindex={index + 2} data-row={index} data-selected={selected || undefined}>
      <td className={classes.check}>
        <input
          type="checkbox"
          aria-label={say('select', { name })}
          checked={selected}
          tabIndex={-1}
          onChange={(event) =>
            context.onSelect(
              index,
              customer,
              event.currentTarget.checked,
              (event.nativeEvent as globalThis.MouseEvent).shiftKey,
            )
          }
        />
      </td>
      <th scope="row" className={classes.name}>
        <a
          href={context.addressOf(customer)}
          tabIndex={current ? 0 : -1}
          title={name}
          onClick={(event) => context.onOpen(event, customer)}
          onFocus={() => context.onCurrent(index)}
        >
          {name}
        </a>
      </th>
      {cells.map((cell) => (
        <td key={cell.id} className={isNumber(cell.column.id as ColumnId) ? 'number' : undefined}>
          <FlexRender cell={cell} />
        </td>
      ))}
    </tr>
  );
}, same);
