import { Button, Progress } from '@mantine/core';
import { useRef } from 'react';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import type { Job } from '../../server/api.ts';
import classes from './progress-bar.module.css';
import { type Begun, secondsLeft } from './time-left.ts';
import { dataWords } from './words.ts';

type JobProgress = NonNullable<Extract<Job, { state: 'working' }>['progress']>;

const stages = {
  turn: 'stageTurn',
  read: 'stageRead',
  stage: 'stageStage',
  resolve: 'stageResolve',
  journal: 'stageJournal',
  ledger: 'stageLedger',
  figures: 'stageFigures',
} as const;

/** What is being done, how much of it, how long it takes; whether one may go away, and how to stop it. */
export function ProgressBar({
  title,
  progress,
  note,
  onStop,
}: {
  readonly title: string;
  readonly progress: JobProgress | null;
  readonly note?: string;
  readonly onStop?: (() => void) | undefined;
}) {
  const say = useWords(dataWords);
  const formats = useFormats();
  const begun = useRef<Begun | undefined>(undefined);
  const now = Date.now();
  if (progress !== null && begun.current?.stage !== progress.stage)
    begun.current = { stage: progress.stage, at: now, done: progress.done };
  const { stage, done = 0, total, unit, file } = progress ?? {};
  const left = begun.current && secondsLeft(begun.current, done, total, now);
  const amount = (value: number) => (unit === 'bytes' ? formats.bytes(value) : formats.count(value));
  const parts = [
    stage === undefined ? say('stageBegin') : say(stages[stage], { n: done }),
    file,
    stage !== 'turn' &&
      total !== undefined &&
      total > 0 &&
      say('doneOf', { done: amount(done), total: amount(total) }),
    left !== undefined && say('timeLeft', { time: formats.duration(left) }),
  ];
  const share = stage === 'turn' || !total ? undefined : Math.min(100, (100 * done) / total);
  return (
    <div className={classes.progress} aria-live="polite">
      <div className={classes.head}>
        <h2>{title}</h2>
        {onStop && <Button onClick={onStop}>{say('stop')}</Button>}
      </div>
      <Progress
        value={share ?? 100}
        size={4}
        radius={0}
        animated={share === undefined}
        striped={share === undefined}
        aria-label={title}
      />
      <p>{parts.filter(Boolean).join(' · ')}</p>
      <p className="muted">{note ?? say('mayLeave')}</p>
    </div>
  );
}
