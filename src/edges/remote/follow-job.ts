import { Refusal } from '../../domain/problem.ts';
import type { OnProgress } from '../../facade.ts';
import { translator } from '../../messages/index.ts';
import type { Language } from '../../messages/message.ts';
import { type JobSnapshot, jobEventsEndpoint } from '../http/contracts/jobs.ts';
import type { Connection } from './connection.ts';

type Telling = Exclude<JobSnapshot, { state: 'working' }>;

export interface FollowedJob {
  /** The next state that is more than progress. Throws what the job failed with. */
  next(): Promise<Telling>;
  leave(): Promise<void>;
}

/** Follows a job, its progress passed on. */
export function followJob(
  connection: Connection,
  { id }: JobSnapshot,
  onProgress: OnProgress,
  language: Language = 'ru',
): FollowedJob {
  const events = connection.each(jobEventsEndpoint, { params: { jobId: id } });
  return {
    async next() {
      for (;;) {
        const { value, done } = await events.next();
        if (done || value === undefined)
          throw new Refusal({ code: 'serverGone', params: { url: connection.url } });
        if (value.state === 'failed') throw failureOf(value, language);
        if (value.state !== 'working') return value;
        if (value.progress !== null) onProgress(value.progress);
      }
    },
    async leave() {
      await events.return(undefined);
    },
  };
}

function failureOf(
  { problems, reference }: Extract<JobSnapshot, { state: 'failed' }>,
  language: Language,
): Error {
  if (problems.length > 0) return new Refusal(...problems);
  return new Error(translator(language)('serverFailed', { reference: reference ?? '' }));
}
