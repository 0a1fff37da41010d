import { Check } from 'lucide-react';
import { useWords } from '../../../language/language.tsx';
import classes from './steps.module.css';
import { importWords } from './words.ts';

export const steps = ['file', 'columns', 'check', 'apply'] as const;
export type Step = (typeof steps)[number];

/** Where one is, and where one may go from here. */
export function Steps({
  at,
  open,
  onGo,
}: {
  readonly at: Step;
  /** Steps that can be gone to. */
  readonly open: readonly Step[];
  readonly onGo: (step: Step) => void;
}) {
  const say = useWords(importWords);
  const now = steps.indexOf(at);
  return (
    <ol className={classes.steps} aria-label={say('steps')}>
      {steps.map((step, index) => {
        const inside = (
          <>
            <span className={classes.mark}>
              {index < now ? <Check size={11} strokeWidth={2.4} aria-label={say('stepDone')} /> : index + 1}
            </span>
            {say(step)}
          </>
        );
        return (
          <li
            key={step}
            data-state={index < now ? 'done' : index === now ? 'now' : undefined}
            aria-current={index === now ? 'step' : undefined}
          >
            {index !== now && open.includes(step) ? (
              <button type="button" onClick={() => onGo(step)}>
                {inside}
              </button>
            ) : (
              <span>{inside}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
