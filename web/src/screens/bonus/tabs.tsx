import { Link } from '@tanstack/react-router';
import { useWords } from '../../language/language.tsx';
import classes from './bonus.module.css';
import { bonusWords } from './words.ts';

export function Tabs({ month }: { readonly month: string }) {
  const say = useWords(bonusWords);
  const active = { exact: true, includeSearch: true };
  return (
    <nav className={classes.tabs} aria-label={say('tabs')}>
      <Link to="/bonus" search={{ month }} activeOptions={active}>
        {say('statements')}
      </Link>
      <Link to="/bonus" search={{ month, tab: 'schemes' }} activeOptions={active}>
        {say('schemes')}
      </Link>
    </nav>
  );
}
