import { daysBetween } from '../../../../src/domain/iso-date.ts';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import type { CallCard } from '../../server/api.ts';
import classes from './calls.module.css';
import { callsWords } from './words.ts';

const width = 326;
const ground = 22;

/** The latest purchases, the one that was expected, and the last loaded day. */
export function RhythmStrip({
  card,
  asOf,
  today,
}: {
  readonly card: CallCard;
  /** The last loaded day: what has come since is not known. */
  readonly asOf: string;
  readonly today: string;
}) {
  const say = useWords(callsWords);
  const formats = useFormats();
  const { purchases, rhythm } = card;
  const short = (day: string) => formats.day(day).replace(/(\S+ \S{3}).*/u, '$1');
  const first = purchases[0]?.day;
  if (first === undefined || rhythm === null) return null;
  const end = rhythm.expected !== null && rhythm.expected > asOf ? rhythm.expected : asOf;
  const days = Math.max(1, daysBetween(first, end)) * 1.08;
  const at = (day: string) => (daysBetween(first, day) / days) * width;
  const most = Math.max(1, ...purchases.map(({ amount }) => Number(amount ?? 0)));
  const expected = rhythm.expected === null ? undefined : at(rhythm.expected);
  const now = at(asOf);
  const last = at(rhythm.last);
  const roomForWaited = expected !== undefined && expected - last > 66 && now - expected > 66;
  return (
    <svg className={classes.strip} viewBox={`0 0 ${width} 40`} role="img" aria-label={say('rhythm')}>
      <path d={`M0 ${ground + 0.5}H${width}`} stroke="var(--line2)" />
      {purchases.map(({ day, amount }) => {
        const height = 5 + (Math.max(0, Number(amount ?? 0)) / most) * 13;
        return (
          <rect key={day} x={at(day)} y={ground - height} width="5" height={height} fill="var(--retained)" />
        );
      })}
      {expected !== undefined && (
        <rect x={expected - 8} y={ground - 16} width="20" height="16" fill="url(#hatch-forecast)" />
      )}
      <path d={`M${now} 2V26`} stroke="var(--ink)" strokeWidth="1.4" />
      {now - last > 84 && (
        <text x={Math.max(0, last - 4)} y="37">
          {short(rhythm.last)}
        </text>
      )}
      {roomForWaited && (
        <text x={expected} y="37" textAnchor="middle">
          {say('waited')}
        </text>
      )}
      <text x={Math.min(width, now + 24)} y="37" textAnchor="end" className={classes.now}>
        {asOf === today ? say('today') : short(asOf)}
      </text>
    </svg>
  );
}
