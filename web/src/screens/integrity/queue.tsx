import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import classes from './integrity.module.css';
import type { Signal } from './server.ts';
import { SeverityMark } from './severity-mark.tsx';
import { integrityWords } from './words.ts';

/** Signals, the most severe first. */
export function Queue({
  signals,
  chosen,
  onChoose,
}: {
  readonly signals: readonly Signal[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}) {
  const say = useWords(integrityWords);
  const formats = useFormats();
  return (
    <ul className={classes.list} aria-label={say('queue')}>
      {signals.map(({ id, scheme, repName, month, marked, active, severity, state }) => (
        <li key={id}>
          <button
            type="button"
            className={classes.row}
            aria-current={id === chosen || undefined}
            onClick={() => onChoose(id)}
          >
            <span className={classes.what}>
              <b>{say(`signal.${scheme}`)}</b>
              <span>
                {repName}, {formats.period(month)}
                {state !== 'new' && <> · {say(`signalState.${state}`).toLocaleLowerCase()}</>}
              </span>
            </span>
            <span className={classes.weight}>
              <SeverityMark severity={severity} />
              <span>
                {formats.count(marked)} · {formats.percent(marked / Math.max(active, marked, 1))}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
