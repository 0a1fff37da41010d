import { useEffect, useState } from 'react';
import { Note } from '../design/note.tsx';
import { useWords } from '../language/language.tsx';
import { statusOf } from '../server/api.ts';
import { queryClient } from '../server/query-client.ts';
import { appWords } from './words.ts';

const again = 2000;

/** Says that the server is away while it is, and asks everything anew when it is back. */
export function ConnectionBar() {
  const say = useWords(appWords);
  const [lost, setLost] = useState(false);
  useEffect(
    () =>
      queryClient.getQueryCache().subscribe(({ query }) => {
        const { error, fetchFailureReason } = query.state;
        const failure = error ?? fetchFailureReason;
        if (failure instanceof TypeError && statusOf(failure) === undefined) setLost(true);
      }),
    [],
  );
  useEffect(() => {
    if (!lost) return;
    const timer = setInterval(async () => {
      const back = await fetch('/health').then(
        ({ ok }) => ok,
        () => false,
      );
      if (!back) return;
      setLost(false);
      await queryClient.invalidateQueries();
    }, again);
    return () => clearInterval(timer);
  }, [lost]);
  return lost ? <Note kind="warning">{say('connectionLost')}</Note> : null;
}
