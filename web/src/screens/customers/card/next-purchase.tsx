import { addDays, daysBetween } from '../../../../../src/domain/iso-date.ts';
import type { CustomerCard } from '../../../../../src/edges/http/client/api.ts';
import { Block } from '../../../design/page.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import classes from './next-purchase.module.css';
import { usualDays } from './usual-days.ts';
import { cardWords } from './words.ts';

interface Day {
  readonly date: string;
  readonly sales: number;
}

/** When he buys, and when the next purchase would come. */
export function NextPurchase({
  days,
  asOf,
  rhythm,
}: {
  readonly days: readonly Day[];
  readonly asOf: string;
  readonly rhythm: CustomerCard['rhythm'];
}) {
  const say = useWords(cardWords);
  const formats = useFormats();
  if (rhythm?.interval === null || rhythm?.expected === null || rhythm?.late === null || rhythm === null)
    return (
      <Block title={say('next')}>
        <p className={classes.verdict}>
          {say('nothingExpected')} {rhythm && say('lastOn', { day: formats.day(rhythm.last) })}
        </p>
      </Block>
    );
  const { expected, interval, late, last } = rhythm;
  const usual = rhythm.basis === 'own' ? usualDays(days.map(({ date }) => date)) : undefined;
  const [low, high] = usual ?? [interval, interval];
  return (
    <Block title={say('next')}>
      <p className={classes.verdict}>
        {late > 0 ? (
          <b className="missing">{say('overdue', { n: late })}</b>
        ) : (
          <b>{say('expectedOn', { day: formats.day(expected) })}</b>
        )}{' '}
        {say('usually', { n: interval, basis: rhythm.basis ?? 'own', day: formats.day(last) })}
      </p>
      <Strip
        {...{ days, asOf, late, interval, expected }}
        window={[addDays(last, low), addDays(last, high)]}
      />
      {usual && <p className={classes.from}>{say('fromPurchases', { n: rhythm.days, low, high })}</p>}
    </Block>
  );
}

const width = 320;
const height = 44;

function Strip({
  days,
  asOf,
  late,
  interval,
  expected,
  window,
}: {
  readonly days: readonly Day[];
  readonly asOf: string;
  readonly late: number;
  readonly interval: number;
  readonly expected: string;
  /** Between which days the middle half would come. */
  readonly window: readonly [string, string];
}) {
  const say = useWords(cardWords);
  const formats = useFormats();
  // Some purchases back, and as far ahead as one is expected.
  const back = Math.min(365, Math.max(60, interval * 7));
  const end = [window[1], asOf].sort()[1] ?? asOf;
  const start = addDays(asOf, -back);
  const all = daysBetween(start, end) + Math.ceil(back / 20);
  const at = (day: string) => (daysBetween(start, day) / all) * width;
  const shown = days.filter(({ date }) => date >= start);
  const most = Math.max(1, ...shown.map(({ sales }) => sales));
  const from = Math.max(0, at(window[0]));
  const to = Math.max(from + 4, at(window[1]));
  const months: string[] = [];
  for (let day = `${start.slice(0, 7)}-01`; day <= asOf; day = addDays(day, 32).slice(0, 8).concat('01'))
    if (day >= start) months.push(day);
  const every = Math.ceil(months.length / 5);
  const waited = at(expected);
  return (
    <svg className={classes.strip} viewBox={`0 0 ${width} 78`} aria-hidden="true">
      <text x={Math.min(waited, width - 4)} y="10" textAnchor={waited > width / 2 ? 'end' : 'start'}>
        {say(late > 0 ? 'waited' : 'waiting', { day: formats.day(expected) })}
      </text>
      <rect x={from} y="16" width={to - from} height={height} fill="url(#hatch-forecast)" />
      {shown.map(({ date, sales }, index) => {
        const bar = Math.max(3, (Math.max(0, sales) / most) * height);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: several on one day have no other name
            key={index}
            x={at(date) - 2}
            y={16 + height - bar}
            width="4"
            height={bar}
            fill="var(--retained)"
          />
        );
      })}
      <path d={`M0 ${16 + height}H${width}`} stroke="var(--line2)" />
      {months.map((month, index) => (
        <g key={month}>
          <path d={`M${at(month)} ${16 + height}v4`} stroke="var(--line2)" />
          {index % every === 0 && at(month) < at(asOf) - 84 && (
            <text x={at(month) + 3} y="75">
              {formats.shortMonth(month)}
            </text>
          )}
        </g>
      ))}
      <path d={`M${at(asOf)} 12V${18 + height}`} stroke="var(--ink)" strokeWidth="1.5" />
      <text x={Math.min(at(asOf) + 3, width)} y="75" textAnchor="end" className={classes.today}>
        {formats.day(asOf)}
      </text>
    </svg>
  );
}
