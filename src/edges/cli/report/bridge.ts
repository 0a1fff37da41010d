import { formatNumber } from '../../../domain/money.ts';
import type { Say } from '../../../messages/index.ts';
import type { Language } from '../../../messages/message.ts';
import type { Figures } from '../../../services/activity/report.ts';
import type { Paint, Role } from '../output/style.ts';
import { displayWidth, pad } from '../output/text.ts';

interface Step {
  readonly shape: string;
  readonly sign: string;
  readonly label: string;
  readonly value: number;
  readonly role: Role;
  /** Span of the bar in customers. */
  readonly from: number;
  readonly to: number;
  readonly fill: '█' | '░';
}

/**
 * was + new + reactivated − lost = is, as a ledger with bars on one scale; `░` is what has not happened yet: in an open
 * period nobody is lost.
 */
export function bridge(
  figures: Figures,
  { was, is, open }: { was: string; is: string; open: boolean },
  { language, say, paint, width }: { language: Language; say: Say; paint: Paint; width: number },
): readonly string[] {
  const before = figures.retained + figures.lost;
  const grown = before + figures.new;
  const highest = grown + figures.reactivated;
  const solid = (role: Role) => ({ role, fill: '█' as const });
  const steps: readonly Step[] = [
    {
      shape: ' ',
      sign: ' ',
      label: say('bridge.was', { period: was }),
      value: before,
      from: 0,
      to: before,
      ...solid('faint'),
    },
    {
      shape: '▲',
      sign: '+',
      label: say('bridge.new'),
      value: figures.new,
      from: before,
      to: grown,
      ...solid('new'),
    },
    {
      shape: '◆',
      sign: '+',
      label: say('bridge.reactivated'),
      value: figures.reactivated,
      from: grown,
      to: highest,
      ...solid('reactivated'),
    },
    {
      shape: open ? '□' : '■',
      sign: '−',
      label: say(open ? 'bridge.notYet' : 'bridge.lost'),
      value: figures.lost,
      from: highest - figures.lost,
      to: highest,
      role: 'lost',
      fill: open ? '░' : '█',
    },
    {
      shape: ' ',
      sign: '=',
      label: say(open ? 'bridge.now' : 'bridge.is', { period: is }),
      value: figures.activeBase,
      from: 0,
      to: figures.activeBase,
      ...solid('active'),
    },
  ];
  const labelWidth = Math.max(...steps.map(({ label }) => displayWidth(label)));
  const number = (value: number) => formatNumber(value, language);
  const numberWidth = Math.max(...steps.map(({ value }) => number(value).length));
  const barWidth = Math.min(48, width - labelWidth - numberWidth - 10);

  const lines = steps.map((step) => {
    const { shape, sign, role, label, value } = step;
    const text = `${paint(role, `${shape} ${sign}`)} ${pad(label, labelWidth, 'left')}  ${pad(number(value), numberWidth, 'right')}`;
    const ofTotal = step.sign === '=' ? paint('strong', text) : text;
    return `  ${ofTotal}  ${barWidth < 10 ? '' : paint(role, bar(step, highest, barWidth))}`.trimEnd();
  });
  const retained = `● ${pad('', 1, 'left')} ${pad(say('bridge.retained'), labelWidth, 'left')}  ${pad(number(figures.retained), numberWidth, 'right')}`;
  return [...lines, paint('faint', `  ${retained}`)];
}

/** At least one cell for anything above zero. */
function bar({ from, to, fill }: Step, highest: number, width: number): string {
  if (to <= from || highest === 0) return '';
  const start = Math.min(width - 1, Math.round((from / highest) * width));
  const end = Math.max(start + 1, Math.round((to / highest) * width));
  return ' '.repeat(start) + fill.repeat(end - start);
}
