import { tintOf } from '../../design/figure-cell.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import type { FigureAnswer } from '../../server/api.ts';
import styles from './explorer.module.css';
import { useColourName } from './filter-chips.tsx';
import { fewest, type HeatScale } from './heat.ts';
import type { Question } from './question.ts';
import { explorerWords } from './words.ts';

const tints = [30, 22, 12, 0, 12, 22, 30];

/** What the colours and signs of the table mean. */
export function Legend({
  question,
  heat,
  answer,
}: {
  readonly question: Question;
  readonly heat: HeatScale;
  readonly answer: FigureAnswer;
}) {
  const say = useWords(explorerWords);
  const formats = useFormats();
  const nameOf = useColourName();
  const { colour, compare } = question;
  const short = answer.periods.filter(({ shortHistory, whole }) => shortHistory && !whole);
  const unsure =
    short.length > 0 &&
    question.metrics.some((one) => one === 'new' || one === 'totalBase' || one === 'coverage');
  const reach = heat.reach ?? 0;
  return (
    <div className={styles.legend}>
      {colour !== 'none' && (
        <div>
          <b>{say('colourLegend', { mode: nameOf(colour, compare) })}</b>
          <div className={styles.ramp} aria-hidden>
            {colour === 'amount'
              ? [1, 2, 3, 4, 5, 6].map((step) => (
                  <i key={step} style={{ background: `var(--heat-${step})` }} />
                ))
              : tints.map((tint, index) => (
                  <i
                    // biome-ignore lint/suspicious/noArrayIndexKey: fixed places
                    key={index}
                    style={{ background: tint === 0 ? 'var(--fill)' : tintOf(index > 3, tint) }}
                  />
                ))}
          </div>
          <p className={styles.ends}>
            {colour === 'amount' ? (
              <>
                <span>{say('legendAmount')}</span>
                <span>{say('legendAmountMost')}</span>
              </>
            ) : (
              <>
                <span>{percent(1 - reach)}</span>
                <span>{percent(1)}</span>
                <span>{percent(1 + reach)}</span>
              </>
            )}
          </p>
        </div>
      )}
      <ul>
        {colour === 'deviation' && (
          <li>
            <i className={styles.mark} aria-hidden /> {say('below95')}
          </li>
        )}
        {colour === 'deviation' && <li>{say('few', { n: fewest })}</li>}
        {heat.openLeft && <li>{say('openNotColoured')}</li>}
        {answer.periods.some(({ open }) => open) && (
          <li>
            <i className={styles.running} aria-hidden /> {say('open', { day: formats.day(answer.asOf) })}
          </li>
        )}
        {unsure && (
          <li>
            {say('shortHistory', {
              since: formats.date(answer.historySince),
              periods:
                short.length > 1
                  ? `${formats.period(short[0]?.label ?? '')} – ${formats.period(short.at(-1)?.label ?? '')}`
                  : formats.period(short[0]?.label ?? ''),
            })}
          </li>
        )}
      </ul>
    </div>
  );

  function percent(share: number): string {
    return new Intl.NumberFormat(formats.language, { style: 'percent' }).format(share);
  }
}
