import { useEffect, useState } from 'react';
import { tell } from '../../app/undo.tsx';
import { useWords } from '../../language/language.tsx';
import { ApiProblem, api, type Job } from '../../server/api.ts';
import { invalidateData } from '../../server/query-client.ts';
import { useJob } from './use-job.ts';
import { dataWords } from './words.ts';

interface Undo {
  readonly state: 'waiting' | 'working';
  readonly progress: Extract<Job, { state: 'working' }>['progress'];
  readonly error?: unknown;
  readonly begin: () => void;
}

/** Takes an import back and follows it to its end. Whoever goes away meanwhile finds it among the running jobs. */
export function useUndo(importId: number, onDone: () => void): Undo {
  const say = useWords(dataWords);
  const [jobId, setJobId] = useState<string>();
  const [refused, setRefused] = useState<unknown>();
  const { job, gone, error } = useJob(jobId);
  const state = job?.state;
  useEffect(() => {
    if (state === 'done') {
      tell(say('undoStarted', { id: importId }));
      void invalidateData();
      onDone();
    }
  }, [state, importId, say, onDone]);
  const failed = job?.state === 'failed' ? failureOf(job) : error;
  return {
    state: jobId !== undefined && !gone && failed === undefined ? 'working' : 'waiting',
    progress: job?.state === 'working' ? job.progress : null,
    error: refused ?? failed,
    begin: () => {
      setRefused(undefined);
      api.undoImport({ params: { importId } }).then(({ id }) => setJobId(id), setRefused);
    },
  };
}

/** What a job failed with, as an error of the API. */
export function failureOf({ problems, reference }: Extract<Job, { state: 'failed' }>): ApiProblem {
  return new ApiProblem({
    ...{ type: 'about:blank', title: '', status: 422, problems },
    detail: problems.map(({ text, code }) => text ?? code).join('\n'),
    ...(reference !== null && { reference }),
  });
}

/** Resolves once the import is taken back; throws what it failed with. */
export async function undoImport(importId: number): Promise<void> {
  const { id } = await api.undoImport({ params: { importId } });
  for await (const job of api.jobEvents({ params: { jobId: id } })) {
    if (job.state === 'failed') throw failureOf(job);
  }
  await invalidateData();
}
