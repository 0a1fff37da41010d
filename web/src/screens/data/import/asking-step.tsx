import { Button } from '@mantine/core';
import { useState } from 'react';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Note } from '../../../design/note.tsx';
import { useWords } from '../../../language/language.tsx';
import type { Job } from '../../../server/api.ts';
import { Frame } from './frame.tsx';
import { Problems } from './problems.tsx';
import { QuestionCard } from './question-card.tsx';
import { Steps } from './steps.tsx';
import type { Wizard } from './use-wizard.ts';
import { importWords } from './words.ts';

/** The import waits for an answer. */
export function AskingStep({
  wizard,
  question,
}: {
  readonly wizard: Wizard;
  readonly question: Extract<Job, { state: 'asking' }>['question'];
}) {
  const say = useWords(importWords);
  const { job, lost, error, answer, revise, cancel } = wizard;
  const [busy, setBusy] = useState(false);
  const during = async (deed: Promise<boolean>) => {
    setBusy(true);
    await deed;
    setBusy(false);
  };
  const refused = job?.state === 'asking' ? job.refused : [];
  return (
    <Frame
      under={job?.files?.join(', ')}
      steps={<Steps at="columns" open={[]} onGo={() => undefined} />}
      bar={
        <>
          <p>{say('unchanged')}</p>
          <Button onClick={() => void cancel()}>{say('cancel')}</Button>
        </>
      }
    >
      {lost && <Note kind="warning">{say('lost')}</Note>}
      {error !== undefined && <ErrorNote error={error} />}
      {refused.length > 0 && (
        <Note kind="error">
          <Problems problems={refused} />
        </Note>
      )}
      <QuestionCard
        key={question.key}
        question={question}
        busy={busy || lost}
        onAnswer={(said) => void during(answer(question.key, said))}
        onMap={(column, field) => void during(revise({ map: { [column]: field } }))}
      />
    </Frame>
  );
}
