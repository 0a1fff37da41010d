import { Bullet } from '../../../design/bullet.tsx';
import { FigureTile } from '../../../design/figure-tile.tsx';
import { useDrill } from '../../../drill/use-drill.ts';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import type { CustomerCard } from '../../../server/api.ts';
import { amount, totalOf } from '../../../server/cells.ts';
import { type History, lastYear, type Span, setOfOne } from './ask.ts';
import classes from './card.module.css';
import type { Month } from './months.ts';
import { cardWords } from './words.ts';

/** Sales of the month and of the year, and how many products he buys. */
export function Tiles({
  card,
  span,
  history,
  months,
}: {
  readonly card: CustomerCard;
  readonly span: Span;
  readonly history: History;
  readonly months: readonly Month[];
}) {
  const say = useWords(cardWords);
  const formats = useFormats();
  const { open } = useDrill();
  const last = months.at(-1);
  const year = totalOf(history.year);
  const before = year?.compared?.previous;
  const sales = amount(year?.figures, 'sales') ?? 0;
  const salesBefore = amount(before, 'sales') ?? 0;
  const documents = amount(year?.figures, 'documents');
  const perMonth = sales / 12;
  // Of the months in which he bought anything.
  const bought = months.slice(-12).filter(({ products }) => products > 0);
  const sku = bought.reduce((sum, { products }) => sum + products, 0) / (bought.length || 1);
  const show = (period: string, word: string) =>
    open({ set: setOfOne(card), period, path: [card.name, word], tab: 'documents' });
  const skuBefore = amount(before, 'skuPairs') ?? 0;
  return (
    <div className={classes.tiles}>
      <div>
        <FigureTile
          size="second"
          title={say('salesOf', { month: formats.period(last?.label ?? '') })}
          figure={formats.roubles(last?.salesText ?? '0')}
          onOpen={() => last && show(last.label, formats.period(last.label))}
        />
        <Bullet
          fact={last?.sales ?? 0}
          before={perMonth}
          most={Math.max(last?.sales ?? 0, perMonth) * 1.15 || 1}
          height={8}
        />
        <p>{say('perMonth', { sales: formats.roubles(perMonth.toFixed(2)) })}</p>
        {last?.open && <p className="muted">{say('running', { day: formats.day(span.asOf) })}</p>}
      </div>
      <FigureTile
        size="second"
        title={say('salesYear')}
        figure={formats.roubles(year?.figures.sales ?? '0')}
        onOpen={() => show(lastYear(span), say('salesYear'))}
        verdict={
          documents !== undefined &&
          say('documentsAndCheck', { n: documents, check: formats.roubles(year?.figures.avgCheck) })
        }
        comparison={
          salesBefore > 0
            ? say('toYearBefore', {
                change: formats.percent(((sales - salesBefore) / salesBefore).toFixed(4), true),
              })
            : say('nothingBefore')
        }
      />
      <FigureTile
        size="second"
        title={say('averageSku')}
        figure={bought.length > 0 ? formats.number(sku.toFixed(1), 1) : '—'}
        verdict={say('skuYear', { n: amount(year?.figures, 'skuPairs') ?? 0 })}
        comparison={
          <>
            {salesBefore > 0 && say('skuBefore', { n: skuBefore })}
            {documents !== undefined && documents > 0 && (
              <>
                {salesBefore > 0 && <br />}
                {say('frequency', { n: formats.number((documents / 12).toFixed(1), 1) })}
              </>
            )}
          </>
        }
      />
    </div>
  );
}
