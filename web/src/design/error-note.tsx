import { Button } from '@mantine/core';
import { CircleX } from 'lucide-react';
import { useWords } from '../language/language.tsx';
import { ApiProblem } from '../server/api.ts';
import classes from './notes.module.css';
import { designWords } from './words.ts';

/** What happened, what was kept, how to mend it: in the words of the server where it has some. */
export function ErrorNote({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const say = useWords(designWords);
  const details = error instanceof ApiProblem ? error.details : undefined;
  return (
    <div role="alert" className={`${classes.note} ${classes.error}`}>
      <CircleX size={16} strokeWidth={1.8} aria-hidden />
      <div>
        <b>{say('failed')}</b>
        <p>{details?.detail ?? say(isLostConnection(error) ? 'failedUnknown' : 'failedHere')}</p>
        {details?.reference && <p>{say('reference', { reference: details.reference })}</p>}
        {retry && (
          <Button className={classes.action} onClick={retry}>
            {say('retry')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** What `fetch` throws when nobody answers. */
const isLostConnection = (error: unknown): boolean =>
  error instanceof TypeError && /fetch|network|load failed/i.test(error.message);
