import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Empty } from '../../../design/empty.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Hatches } from '../../../design/hatches.tsx';
import { Note } from '../../../design/note.tsx';
import { useWords } from '../../../language/language.tsx';
import { ProgressBar } from '../progress-bar.tsx';
import { useMayImport } from '../use-may-import.ts';
import { AskingStep } from './asking-step.tsx';
import { DoneStep } from './done-step.tsx';
import { EndNote } from './end-note.tsx';
import { FileStep } from './file-step.tsx';
import { Frame } from './frame.tsx';
import { PreparedStep } from './prepared-step.tsx';
import { Steps } from './steps.tsx';
import { useWizard, type Wizard } from './use-wizard.ts';
import { importWords } from './words.ts';

/** From files to data in four steps. The import belongs to the server: the address finds it again. */
export function ImportPage() {
  const say = useWords(importWords);
  const mayImport = useMayImport();
  if (!mayImport)
    return (
      <Frame steps={null}>
        <Empty
          title={say('noRight')}
          action={
            <Button component={Link} to={'/data' as '/'}>
              {say('toData')}
            </Button>
          }
        >
          {say('noRightHelp')}
        </Empty>
      </Frame>
    );
  return (
    <>
      <Hatches />
      <WizardSteps />
    </>
  );
}

function WizardSteps() {
  const wizard = useWizard();
  const { job, gone, search, summary, restart, begun } = wizard;
  if (search.job === undefined) return <FileStep onBegun={begun} />;
  if (gone || job?.state === 'failed' || job?.state === 'cancelled')
    return <FileStep note={<EndNote job={gone ? undefined : job} />} onBegun={begun} />;
  if (job?.state === 'done') return <DoneStep job={job} onRestart={restart} />;
  if (job?.state === 'asking') return <AskingStep wizard={wizard} question={job.question} />;
  const applying = search.step === 'apply' && job?.state !== 'prepared';
  if (summary && !applying) return <PreparedStep wizard={wizard} summary={summary} />;
  return <Working wizard={wizard} applying={applying} />;
}

function Working({ wizard, applying }: { readonly wizard: Wizard; readonly applying: boolean }) {
  const say = useWords(importWords);
  const { job, lost, error, cancel } = wizard;
  const progress = job?.state === 'working' ? job.progress : null;
  return (
    <Frame
      under={job?.files?.join(', ')}
      steps={<Steps at={applying ? 'apply' : 'file'} open={[]} onGo={() => undefined} />}
    >
      {lost && <Note kind="warning">{say('lost')}</Note>}
      {error !== undefined && <ErrorNote error={error} />}
      {job && (
        <ProgressBar
          title={say(applying ? 'applying' : 'reading')}
          progress={progress}
          {...(!applying && { onStop: () => void cancel() })}
        />
      )}
    </Frame>
  );
}
