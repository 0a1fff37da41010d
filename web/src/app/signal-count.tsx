import { useWords } from '../language/language.tsx';
import { useSignalCounts } from '../server/to-do.ts';
import classes from './sidebar.module.css';
import { appWords } from './words.ts';

/** How many signals nobody has looked at yet; nothing where there are none. */
export function SignalCount() {
  const say = useWords(appWords);
  const counted = useSignalCounts();
  const n = counted.data?.counts.new ?? 0;
  if (n === 0) return null;
  return (
    <em className={classes.count} title={say('newSignals', { n })}>
      {n}
    </em>
  );
}
