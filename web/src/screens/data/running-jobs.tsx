import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { tell } from '../../app/undo.tsx';
import { Block } from '../../design/page.tsx';
import { useWords } from '../../language/language.tsx';
import { api, type Job } from '../../server/api.ts';
import { invalidateData } from '../../server/query-client.ts';
import { ProgressBar } from './progress-bar.tsx';
import classes from './running-jobs.module.css';
import { hasEnded } from './use-job.ts';
import { dataWords } from './words.ts';

/** ms between two looks: often while something is under way. */
const often = 1000;
const seldom = 15_000;

const kinds = {
  import: 'jobImport',
  undo: 'jobUndo',
  backup: 'jobBackup',
  assignment: 'jobAssignment',
} as const;
const rests = { asking: 'jobAsking', prepared: 'jobPrepared', done: 'jobDone', failed: 'jobFailed' } as const;

/** One's own long work that goes on, or waits for a word. */
export function RunningJobs() {
  const say = useWords(dataWords);
  const jobs = useQuery({
    queryKey: ['jobs'],
    queryFn: ({ signal }) => api.jobs({ signal }),
    refetchInterval: ({ state }) => (state.data?.jobs.some((job) => !hasEnded(job)) ? often : seldom),
  });
  const running = jobs.data?.jobs.filter((job) => !hasEnded(job)) ?? [];
  const ended = jobs.data?.jobs.filter(({ state }) => state === 'done').length ?? 0;
  const before = useRef(ended);
  useEffect(() => {
    // What has been done meanwhile changes every figure.
    if (ended > before.current) void invalidateData();
    before.current = ended;
  }, [ended]);
  if (running.length === 0) return null;
  return (
    <Block title={say('jobs')}>
      <ul className={classes.jobs}>
        {running.map((job) => (
          <li key={job.id}>
            <RunningJob job={job} />
          </li>
        ))}
      </ul>
    </Block>
  );
}

function RunningJob({ job }: { readonly job: Job }) {
  const say = useWords(dataWords);
  const name = [say(kinds[job.kind]), job.files?.join(', ')].filter(Boolean).join(' · ');
  const open = job.kind === 'import' && (
    <Button component={Link} to={`/data/import?job=${job.id}` as '/'}>
      {say('openJob')}
    </Button>
  );
  if (job.state === 'working')
    return (
      <div className={classes.working}>
        <ProgressBar
          title={name}
          progress={job.progress}
          {...(job.kind === 'import' && {
            onStop: () =>
              void api.cancelJob({ params: { jobId: job.id } }).then(
                () => tell(say('stopped')),
                (error: Error) => tell(error.message),
              ),
          })}
        />
        {open}
      </div>
    );
  return (
    <p className={classes.waiting}>
      <span>
        <b>{name}</b> {job.state in rests && say(rests[job.state as keyof typeof rests])}
      </span>
      {open}
    </p>
  );
}
