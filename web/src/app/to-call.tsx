import { useFormats } from '../language/formats.ts';
import { useWords } from '../language/language.tsx';
import { useCallGroups } from '../server/to-do.ts';
import classes from './sidebar.module.css';
import { appWords } from './words.ts';

/** Customers who have to be called urgently; nothing while nobody has to. */
export function ToCall() {
  const say = useWords(appWords);
  const formats = useFormats();
  const calls = useCallGroups();
  const n = calls.data?.groups.find(({ group }) => group === 'urgent')?.size ?? 0;
  if (n === 0) return null;
  return (
    <em className={classes.count} title={say('toCall', { n: formats.count(n) })}>
      {formats.count(n)}
    </em>
  );
}
