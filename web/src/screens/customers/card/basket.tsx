import { Block } from '../../../design/page.tsx';
import { useOpen } from '../../../drill/use-open.ts';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import type { FigureAnswer } from '../../../server/api.ts';
import { amount, memberName, totalOf } from '../../../server/cells.ts';
import classes from './basket.module.css';
import { cardWords } from './words.ts';

/** What he buys by category, against the year before, and what he buys no more. */
export function Basket({ answer }: { readonly answer: FigureAnswer }) {
  const say = useWords(cardWords);
  const formats = useFormats();
  const open = useOpen();
  const rows = answer.cells
    .filter((cell) => cell.rows.length === 1)
    .map((cell) => ({
      cell,
      name: memberName(answer, 'category', cell.rows[0] ?? '') || say('notStated'),
      now: amount(cell.figures, 'sales') ?? 0,
      before: amount(cell.compared?.previous, 'sales') ?? 0,
    }))
    .filter(({ now, before }) => now > 0 || before > 0)
    .sort((a, b) => Number(b.now > 0) - Number(a.now > 0) || b.now - a.now || b.before - a.before);
  const most = Math.max(1, ...rows.map(({ now, before }) => Math.max(now, before)));
  const total = totalOf(answer);
  const share = (value: number) => `${(value / most) * 100}%`;
  return (
    <Block
      title={say('basket')}
      aside={
        <span className={classes.legend}>
          <span>
            <i data-kind="buys" /> {say('buys')}
          </span>
          <span>
            <i data-kind="stopped" /> {say('stopped')}
          </span>
          <span>
            <i data-kind="before" /> {say('before')}
          </span>
        </span>
      }
    >
      {rows.length === 0 ? (
        <p className="muted">{say('emptyBasket')}</p>
      ) : (
        <table className={classes.table}>
          <caption className="sr-only">{say('basketAside')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('category')}</th>
              <td />
              <th scope="col">{say('sales')}</th>
              <th scope="col">{say('change')}</th>
              <th scope="col">{say('products')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ cell, name, now, before }) => (
              <tr key={cell.rows[0]}>
                <th scope="row">
                  <button
                    type="button"
                    title={name}
                    onClick={() =>
                      open(answer, cell, 'sales', say('basket'), now > 0 ? {} : { compared: 'previous' })
                    }
                  >
                    {name}
                  </button>
                </th>
                <td className={classes.bars} aria-hidden="true">
                  <span>
                    {now > 0 && <i data-kind="buys" style={{ width: share(now) }} />}
                    {now <= 0 && <i data-kind="stopped" style={{ width: share(before) }} />}
                    {now > 0 && before > 0 && <i data-kind="before" style={{ left: share(before) }} />}
                  </span>
                </td>
                <td className="number">{now > 0 ? formats.number(cell.figures.sales, 0) : '—'}</td>
                <td className={`number ${now < before ? 'missing' : ''}`}>
                  {now <= 0
                    ? say('was', { sales: formats.number(cell.compared?.previous?.sales, 0) })
                    : before > 0
                      ? formats.percent(((now - before) / before).toFixed(4), true)
                      : say('isNew')}
                </td>
                <td className="number">{now > 0 ? formats.count(cell.figures.skuPairs) : '—'}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{say('total')}</th>
              <td />
              <td className="number">{formats.number(total?.figures.sales, 0)}</td>
              <td />
              <td className="number">{formats.count(total?.figures.skuPairs)}</td>
            </tr>
          </tfoot>
        </table>
      )}
    </Block>
  );
}
