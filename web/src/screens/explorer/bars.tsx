import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { memberName } from '../../server/cells.ts';
import classes from './chart-view.module.css';
import { figureText } from './figure-text.ts';
import { comparedOf, type Leaf, type Pivot, type PivotRow, valueIn } from './pivot.ts';
import { explorerWords } from './words.ts';

/** Bars from 0 on one scale, a group for each column; the pale bar is what they are compared with. */
export function Bars({
  pivot,
  rows,
  leaves,
  onOpen,
}: {
  readonly pivot: Pivot;
  readonly rows: readonly PivotRow[];
  readonly leaves: readonly Leaf[];
  readonly onOpen: (row: PivotRow, leaf: Leaf) => void;
}) {
  const say = useWords(explorerWords);
  const formats = useFormats();
  const { query } = pivot.answer;
  const [comparison] = query.compare;
  const parts = leaves.filter(({ columns }) => columns.length === query.columns.length);
  const beforeOf = (row: PivotRow, leaf: Leaf) =>
    comparedOf(row.cells.get(leaf.place), comparison, leaf.metric);
  const most = Math.max(
    1,
    ...rows.flatMap((row) =>
      parts.flatMap((leaf) => [valueIn(row, leaf, undefined) ?? 0, beforeOf(row, leaf) ?? 0]),
    ),
  );
  const width = (value: number | undefined) => ({ width: `${(Math.max(0, value ?? 0) / most) * 100}%` });
  return (
    <div className={classes.groups}>
      {parts.map((leaf) => {
        const name = leaf.columns
          .map(
            (member, depth) =>
              memberName(pivot.answer, query.columns[depth] ?? '', member) || say('notStated'),
          )
          .join(' · ');
        return (
          <section key={leaf.key} aria-label={name || say('chart')}>
            {name && <h2>{name}</h2>}
            <table className={classes.bars}>
              <tbody>
                {rows.map((row) => {
                  const value = valueIn(row, leaf, undefined);
                  const before = beforeOf(row, leaf);
                  return (
                    <tr key={row.key}>
                      <th scope="row" style={{ paddingLeft: Math.max(0, row.members.length - 1) * 16 }}>
                        {row.members.length === 0 ? say('total') : row.name || say('notStated')}
                      </th>
                      <td>
                        <button
                          type="button"
                          disabled={value === undefined}
                          onClick={() => onOpen(row, leaf)}
                          aria-label={figureText(formats, leaf.metric, value)}
                        >
                          <i className={classes.track} aria-hidden>
                            {before !== undefined && <i className={classes.past} style={width(before)} />}
                            <i className={classes.fact} style={width(value)} />
                          </i>
                          <span className="number">{figureText(formats, leaf.metric, value)}</span>
                        </button>
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </section>
        );
      })}
    </div>
  );
}
