import { useWords } from '../language/language.tsx';
import { useEyes, useLookAs } from './borrowed-eyes.ts';
import classes from './eyes-bar.module.css';
import { appWords } from './words.ts';

/** Says whose eyes the page looks with, and leads back to one's own. */
export function EyesBar() {
  const say = useWords(appWords);
  const eyes = useEyes();
  const lookAs = useLookAs();
  if (!eyes) return null;
  return (
    <div className={classes.bar} role="status">
      <span>{say('lookingAs', { name: eyes.name, role: say('role', { role: eyes.role }) })}</span>
      <button type="button" onClick={() => void lookAs(undefined)}>
        {say('ownEyes')}
      </button>
    </div>
  );
}
