import { LockKeyhole } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { useWords } from '../language/language.tsx';
import classes from './figure-cell.module.css';
import { Skeleton } from './skeleton.tsx';
import { designWords } from './words.ts';

/** How a cell is coloured: a step from 1 to 6 of the amount, or a deviation in per cent of tint. */
export type Heat =
  | { readonly by: 'amount'; readonly step: number }
  | { readonly by: 'deviation'; readonly better: boolean; readonly tint: number; readonly marked: boolean };

/** One figure of a grid: a door, coloured by what the reader chose. */
export function FigureCell({
  heat,
  chosen,
  under,
  missing,
  state,
  children,
  ...button
}: Omit<ComponentProps<'button'>, 'className' | 'style' | 'type'> & {
  readonly heat?: Heat | undefined;
  /** What is open in the drawer. */
  readonly chosen?: boolean;
  /** Below the figure: its deviation. */
  readonly under?: ReactNode;
  /** Less than there was. */
  readonly missing?: boolean;
  readonly state?: 'loading' | 'nothing' | 'locked';
}) {
  return (
    <button
      {...button}
      type="button"
      className={classes.figure}
      style={heat && groundOf(heat)}
      data-step={heat?.by === 'amount' ? heat.step : undefined}
      data-chosen={chosen || undefined}
      aria-disabled={state !== undefined || undefined}
    >
      {heat?.by === 'deviation' && heat.marked && <i className={classes.mark} />}
      <span data-missing={missing || undefined}>{inside()}</span>
      {under !== undefined && <small>{under}</small>}
    </button>
  );

  function inside(): ReactNode {
    if (state === 'loading') return <Skeleton width={28} height={8} />;
    if (state === 'locked') return <Locked />;
    return state === 'nothing' ? '—' : children;
  }
}

function Locked() {
  const say = useWords(designWords);
  return <LockKeyhole size={14} strokeWidth={1.8} aria-label={say('noRight')} />;
}

/** The ground of a deviation; `better` is the colour of the fact, else that of who is lost. */
export const tintOf = (better: boolean, tint: number): string =>
  `color-mix(in srgb, var(--${better ? 'fact' : 'lost'}) calc(var(--heat-strength) * ${tint}%), transparent)`;

const groundOf = (heat: Heat) => ({
  background: heat.by === 'amount' ? `var(--heat-${heat.step})` : tintOf(heat.better, heat.tint),
});
