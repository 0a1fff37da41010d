import { addDays, daysBetween } from '../../../../../src/domain/iso-date.ts';
import { Block } from '../../../design/page.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import classes from './next-purchase.module.css';
import { fewestPurchases, type Rhythm, rhythmOf } from './rhythm.ts';
import { cardWords } from './words.ts';

interface Day {
  readonly date: string;
  readonly sales: number;
}

/** When he buys, and when the next purchase would come: from the days of his purchases alone. */
export function NextPurchase({ days, asOf }: { readonly days: readonly Day[]; readonly asOf: string }) {
  const say = useWords(cardWords);
  const formats = useFormats();
  const dates = days.map(({ date }) => date);
  const rhythm = rhythmOf(dates, asOf);
  const last = dates.toSorted().at(-1);
  if (rhythm === undefined)
    return (
      <Block title={say('next')}>
        <p className={classes.verdict}>
          {say('tooFew', { n: new Set(dates).size, need: fewestPurchases })}{' '}
          {last && say('lastOn', { day: formats.day(last) })}
        </p>
      </Block>
    );
  return (
    <Block title={say('next')}>
      <p className={classes.verdict}>
        {rhythm.late > 0 ? (
          <b className="missing">{say('overdue', { n: rhythm.late })}</b>
        ) : (
          <b>{say('expectedOn', { day: formats.day(rhythm.expected) })}</b>
        )}{' '}
        {say('usually', { n: rhythm.usual, day: formats.day(rhythm.last) })}
      </p>
      <Strip rhythm={rhythm} days={days} asOf={asOf} />
      <p className={classes.from}>
        {say('fromPurchases', { n: rhythm.purchases, low: rhythm.middle[0], high: rhythm.middle[1] })}
      </p>
    </Block>
  );
}

const width = 320;
const height = 44;

function Strip({
  rhythm,
  days,
  asOf,
}: {
  readonly rhythm: Rhythm;
  readonly days: readonly Day[];
  readonly asOf: string;
}) {
  const say = useWords(cardWords);
  const formats = useFormats();
  // Some purchases back, and as far ahead as one is expected.
  const back = Math.min(365, Math.max(60, rhythm.usual * 7));
  const end = [rhythm.window[1], asOf].sort()[1] ?? asOf;
  const start = addDays(asOf, -back);
  const all = daysBetween(start, end) + Math.ceil(back / 20);
  const at = (day: string) => (daysBetween(start, day) / all) * width;
  const shown = days.filter(({ date }) => date >= start);
  const most = Math.max(1, ...shown.map(({ sales }) => sales));
  const from = Math.max(0, at(rhythm.window[0]));
  const to = Math.max(from + 4, at(rhythm.window[1]));
  const months: string[] = [];
  for (let day = `${start.slice(0, 7)}-01`; day <= asOf; day = addDays(day, 32).slice(0, 8).concat('01'))
    if (day >= start) months.push(day);
  const every = Math.ceil(months.length / 5);
  const expected = at(rhythm.expected);
  return (
    <svg className={classes.strip} viewBox={`0 0 ${width} 78`} aria-hidden="true">
      <text x={Math.min(expected, width - 4)} y="10" textAnchor={expected > width / 2 ? 'end' : 'start'}>
        {say(rhythm.late > 0 ? 'waited' : 'waiting', { day: formats.day(rhythm.expected) })}
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
