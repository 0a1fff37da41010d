import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Note } from '../../../design/note.tsx';
import { useWords } from '../../../language/language.tsx';
import type { Job } from '../../../server/api.ts';
import { Problems } from './problems.tsx';
import { importWords } from './words.ts';

/** How an import ended that was not applied; undefined: the server knows nothing of it. */
export function EndNote({ job }: { readonly job: Job | undefined }) {
  const say = useWords(importWords);
  if (job?.state === 'failed')
    return (
      <Note kind="error">
        <b>{say('failed')}</b>
        <Problems problems={job.problems} />
        {job.reference !== null && (
          <p>
            {say('failedHere')} {say('reference', { reference: job.reference })}
          </p>
        )}
      </Note>
    );
  if (job?.state === 'cancelled')
    return (
      <Note>
        <b>{say('cancelled')}</b>
        <p>{say('cancelledHelp')}</p>
      </Note>
    );
  return (
    <Note kind="warning">
      <b>{say('gone')}</b>
      <p>{say('goneHelp')}</p>
      <Button component={Link} to={'/data' as '/'}>
        {say('history')}
      </Button>
    </Note>
  );
}
