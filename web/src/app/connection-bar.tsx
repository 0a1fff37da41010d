import { useEffect, useSyncExternalStore } from 'react';
import { Note } from '../design/note.tsx';
import { useWords } from '../language/language.tsx';
import { queryClient } from '../server/query-client.ts';
import { connectionLost, isLost, onConnection } from './connection.ts';
import classes from './connection-bar.module.css';
import { appWords } from './words.ts';

/** Says that the server is away while it is, and asks everything anew when it is back. */
export function ConnectionBar() {
  const say = useWords(appWords);
  const lost = useSyncExternalStore(onConnection, isLost);
  useEffect(
    () =>
      queryClient.getQueryCache().subscribe(({ query }) => {
        const failure = query.state.error ?? query.state.fetchFailureReason;
        // What `fetch` throws when nobody answers.
        if (failure instanceof TypeError && !isLost()) void connectionLost();
      }),
    [],
  );
  // Whoever found out that it was lost: a question, or a part of the application that could not be fetched.
  useEffect(
    () =>
      onConnection(() => {
        if (!isLost()) void queryClient.invalidateQueries();
      }),
    [],
  );
  if (!lost) return null;
  return (
    <div className={classes.bar}>
      <Note kind="warning">{say('connectionLost')}</Note>
    </div>
  );
}
