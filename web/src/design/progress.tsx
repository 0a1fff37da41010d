import { useFormats } from '../language/formats.ts';
import { useWords } from '../language/language.tsx';
import classes from './progress.module.css';
import { designWords } from './words.ts';

/** Long work: what, how much of it is done, a bar, what is left, and how to stop it. */
export function Progress({
  title,
  done,
  all,
  note,
  onStop,
}: {
  readonly title: string;
  readonly done: number;
  readonly all: number;
  readonly note?: string;
  readonly onStop?: () => void;
}) {
  const say = useWords(designWords);
  const formats = useFormats();
  const words = say('ofAll', { done: formats.count(done), all: formats.count(all) });
  return (
    <div>
      <div className={classes.line}>
        <b>{title}</b>
        <span className="number">{words}</span>
      </div>
      <progress className={classes.bar} value={done} max={all} aria-label={`${title}: ${words}`} />
      <div className={classes.line}>
        <span className={classes.note}>{note}</span>
        {onStop && (
          <button type="button" className={classes.stop} onClick={onStop}>
            {say('stop')}
          </button>
        )}
      </div>
    </div>
  );
}
