import { useFormats } from '../language/formats.ts';
import { useWords } from '../language/language.tsx';
import classes from './split-bar.module.css';
import { type CustomerState, StateMark } from './state-mark.tsx';
import { designWords } from './words.ts';

export interface SplitPart {
  readonly state: CustomerState;
  readonly size: number;
  readonly onOpen?: () => void;
}

/** Of whom a set is made: a bar of states, and below it their signs, words and numbers. */
export function SplitBar({
  parts,
  missing,
}: {
  readonly parts: readonly SplitPart[];
  /** Who is no part of the set: named at the right end, and not in the bar. */
  readonly missing?: SplitPart;
}) {
  const say = useWords(designWords);
  const formats = useFormats();
  const shown = parts.filter(({ size }) => size > 0);
  return (
    <>
      <div className={classes.bar} aria-hidden="true">
        {shown.map(({ state, size }) => (
          <span
            key={state}
            style={{ flexGrow: size, background: `var(--${state === 'active' ? 'fact' : state})` }}
          />
        ))}
      </div>
      <ul className={classes.legend}>
        {[...shown, ...(missing && missing.size > 0 ? [missing] : [])].map(({ state, size, onOpen }) => {
          const inside = (
            <>
              <StateMark state={state} /> {say(state)} <b className="number">{formats.count(size)}</b>
            </>
          );
          return (
            <li key={state} data-missing={state === missing?.state || undefined}>
              {onOpen ? (
                <button type="button" onClick={onOpen}>
                  {inside}
                </button>
              ) : (
                <span>{inside}</span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
