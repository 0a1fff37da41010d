import { type KeyboardEvent, useRef, useState } from 'react';
import { Pictured } from '../../../design/charts/pictured.tsx';
import { Block } from '../../../design/page.tsx';
import { type CustomerState, StateMark } from '../../../design/state-mark.tsx';
import { useDrill } from '../../../drill/use-drill.ts';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import type { CustomerCard } from '../../../server/api.ts';
import { setOfOne, shownMonths } from './ask.ts';
import classes from './month-strip.module.css';
import type { Month } from './months.ts';
import { cardWords } from './words.ts';

const legend = ['new', 'retained', 'reactivated', 'lost'] as const;
const marked = new Set(['new', 'reactivated', 'lost', 'notYet']);

/** Month by month: what he bought, and what he was. Each month is a door to its shipments. */
export function MonthStrip({
  card,
  months,
}: {
  readonly card: CustomerCard;
  readonly months: readonly Month[];
}) {
  const say = useWords(cardWords);
  const formats = useFormats();
  const { open } = useDrill();
  const strip = useRef<HTMLDivElement>(null);
  const shown = months.slice(-shownMonths);
  const [at, setAt] = useState(shown.length - 1);
  const most = Math.max(1, ...shown.map(({ sales }) => sales));
  const line = roundBelow(most);
  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    const next = Math.max(0, Math.min(shown.length - 1, at + step));
    if (step === 0 || next === at) return;
    event.preventDefault();
    setAt(next);
    strip.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <Block
      title={say('activity', { n: shown.length })}
      aside={
        <span className={classes.legend}>
          {legend.map((state) => (
            <span key={state}>
              <StateMark state={state} /> {say('monthState', { state })}
            </span>
          ))}
        </span>
      }
    >
      <Pictured name={say('activity', { n: shown.length })}>
        <div ref={strip} className={classes.strip}>
          <span className={classes.line} style={{ bottom: `${20 + (line / most) * 64}px` }}>
            {formats.shortMoney(line)}
          </span>
          {shown.map((month, index) => {
            const { label, state, sales, salesText, open: running } = month;
            const words = say('monthDoor', {
              month: formats.period(label),
              state: say('monthState', { state }),
              sales: formats.roubles(salesText ?? '0'),
            });
            return (
              <div key={label} className={classes.month}>
                <button
                  type="button"
                  tabIndex={index === at ? 0 : -1}
                  aria-label={words}
                  title={words}
                  onKeyDown={walk}
                  onFocus={() => setAt(index)}
                  onClick={() =>
                    open({
                      set: setOfOne(card),
                      period: label,
                      path: [card.name, formats.period(label)],
                      tab: 'documents',
                    })
                  }
                >
                  <span className={classes.place}>
                    {marked.has(state) && <StateMark state={state as CustomerState} />}
                    <span
                      className={classes.bar}
                      data-state={state}
                      data-running={running || undefined}
                      style={{ height: sales > 0 ? Math.max(2, (sales / most) * 64) : undefined }}
                    />
                  </span>
                </button>
                <span
                  className={classes.axis}
                  aria-hidden="true"
                  data-last={index === shown.length - 1 || undefined}
                >
                  {index === shown.length - 1
                    ? formats.shortMonth(label)
                    : label.endsWith('-01') && label.slice(0, 4)}
                </span>
              </div>
            );
          })}
        </div>
      </Pictured>
    </Block>
  );
}

/** The greatest 1, 2 or 5 with zeros that is not above. */
function roundBelow(most: number): number {
  const step = 10 ** Math.floor(Math.log10(most));
  return ([5, 2, 1].find((times) => times * step <= most) ?? 1) * step;
}
