import { Link, useSearch } from '@tanstack/react-router';
import { useWords } from '../language/language.tsx';
import classes from './sidebar.module.css';
import { addressOfView, useViews } from './views/use-views.ts';
import { appWords } from './words.ts';

/** Saved views, own and shared, as links below the sections. */
export function SavedViews() {
  const say = useWords(appWords);
  const views = useViews();
  const { view: opened } = useSearch({ strict: false }) as { readonly view?: number };
  if (views.length === 0) return null;
  return (
    <>
      <p className={classes.heading}>{say('savedViews')}</p>
      {views.map((view) => (
        <Link
          key={view.id}
          {...addressOfView(view)}
          className={`${classes.item} ${classes.sub}`}
          activeProps={{}}
          data-active={view.id === opened || undefined}
          title={view.name}
        >
          <span>{view.name}</span>
        </Link>
      ))}
    </>
  );
}
