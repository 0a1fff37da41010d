import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck, Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { did } from '../../../app/undo.tsx';
import { EffectTable } from '../../../design/effect-table.tsx';
import { Skeleton } from '../../../design/skeleton.tsx';
import { useWords } from '../../../language/language.tsx';
import { api, type Job } from '../../../server/api.ts';
import { UndoDialog } from '../undo-dialog.tsx';
import { undoImport } from '../use-undo.ts';
import classes from './done-step.module.css';
import { Frame } from './frame.tsx';
import { Steps } from './steps.tsx';
import { importWords } from './words.ts';

/** Imports that this page has told of already: a reload is no new deed. */
const told = new Set<string>();

/** What an import has brought, and where to go from here. */
export function DoneStep({
  job,
  onRestart,
}: {
  readonly job: Extract<Job, { state: 'done' }>;
  readonly onRestart: () => void;
}) {
  const say = useWords(importWords);
  const [undoing, setUndoing] = useState(false);
  const openedDone = useRef(Date.now());
  const imports = useQuery({ queryKey: ['imports'], queryFn: ({ signal }) => api.imports({ signal }) });
  const made = imports.data?.imports.find(({ dataVersion }) => dataVersion === job.result.dataVersion);
  const undone = made?.status === 'undone';
  useEffect(() => {
    if (!made || made.status === 'undone' || told.has(job.id)) return;
    told.add(job.id);
    // Whoever opens the page of an import that ended long ago has not just done it.
    const fresh = openedDone.current - Date.parse(made.appliedAt) < 30_000;
    if (fresh) did(say('done'), () => undoImport(made.importId));
  }, [made, job.id, say]);
  return (
    <Frame under={job.files?.join(', ')} steps={<Steps at="apply" open={[]} onGo={() => undefined} />}>
      <section className={classes.done} aria-live="polite">
        <h2>
          {!undone && <CircleCheck size={20} strokeWidth={1.8} aria-hidden />}
          {say(undone ? 'takenBack' : 'done')}
        </h2>
        {!made && <Skeleton width={360} height={20} />}
        {made && (
          <p>
            {say('doneLine', { files: made.files.join(', '), lines: made.lines, rejected: made.rejected })}
          </p>
        )}
        {undone && <p>{say('undone')}</p>}
        {!undone && job.result.effect !== undefined && job.result.effect.length > 0 && (
          <div className={classes.effect}>
            <EffectTable effect={job.result.effect} happened />
          </div>
        )}
        <Group gap={8} mt={16}>
          <Button variant="filled" component={Link} to="/">
            {say('toDashboard')}
          </Button>
          <Button onClick={onRestart}>{say('another')}</Button>
          <Button component={Link} to={'/data' as '/'}>
            {say('history')}
          </Button>
          {made !== undefined && made.rejected > 0 && (
            <Button
              component="a"
              href={api.rejectedRowsAddress({ params: { importId: made.importId } })}
              download
              leftSection={<Download size={16} strokeWidth={1.8} aria-hidden />}
            >
              {say('rejectedFile', { n: made.rejected })}
            </Button>
          )}
          {made?.status === 'applied' && (
            <Button variant="subtle" onClick={() => setUndoing(true)}>
              {say('undo')}
            </Button>
          )}
        </Group>
      </section>
      {undoing && made && <UndoDialog import={made} onClose={() => setUndoing(false)} />}
    </Frame>
  );
}
