import { useWords } from '../language/language.tsx';
import classes from './state-mark.module.css';
import { designWords } from './words.ts';

export const customerStates = [
  'active',
  'new',
  'retained',
  'reactivated',
  'lost',
  'notYet',
  'transferredIn',
  'transferredOut',
] as const;
export type CustomerState = (typeof customerStates)[number];

/** The sign of a state: each has a shape of its own besides its colour. */
export function StateMark({ state }: { readonly state: CustomerState }) {
  return (
    <svg className={classes[state]} width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
      {shapes[state]}
    </svg>
  );
}

const square = <rect x="1" y="1" width="8" height="8" rx="1" />;
const shapes = {
  active: square,
  new: <path d="M5 0.5 9.7 9.2H0.3Z" />,
  retained: <circle cx="5" cy="5" r="4.2" />,
  reactivated: <path d="M5 0 10 5 5 10 0 5Z" />,
  lost: square,
  notYet: <rect x="1.4" y="1.4" width="7.2" height="7.2" rx="0.8" fill="none" strokeWidth="1.7" />,
  transferredIn: <path d="M0.5 5h8M5.5 1.5 9 5 5.5 8.5" fill="none" strokeWidth="1.6" />,
  transferredOut: <path d="M9.5 5h-8M4.5 1.5 1 5l3.5 3.5" fill="none" strokeWidth="1.6" />,
};

/** A state as a tag: shape and word on a grey ground. */
export function StateTag({ state, label }: { readonly state: CustomerState; readonly label?: string }) {
  const say = useWords(designWords);
  return (
    <span className={classes.tag}>
      <StateMark state={state} />
      {label ?? say(state)}
    </span>
  );
}
