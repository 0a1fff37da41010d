import { randomUUID } from 'node:crypto';
import { Refusal } from '../../domain/problem.ts';
import type { OnProgress } from '../../facade.ts';
import type { Ask, ImportSummary } from '../../services/intake/import-summary.ts';
import type { JobSnapshot } from './contracts/jobs.ts';
import { problemsOf, reportFailure } from './problem-answer.ts';

type Kind = JobSnapshot['kind'];
type Result = Extract<JobSnapshot, { state: 'done' }>['result'];

/** What the work itself has of its job. */
export interface JobDesk {
  readonly signal: AbortSignal;
  readonly ask: Ask;
  readonly onProgress: OnProgress;
  /** Shows what was prepared and waits for the person's word. */
  decision(summary: ImportSummary): Promise<'apply' | 'cancel'>;
}

export interface Job {
  snapshot(): JobSnapshot;
  /** The state now, then every change; progress ten times a second at most. Ends with the job. */
  watch(signal: AbortSignal): AsyncIterable<JobSnapshot>;
  answer(key: string, answer: string | null): void;
  apply(): void;
  cancel(): void;
  /** Resolves when it has ended, however. */
  readonly ended: Promise<void>;
}

const progressEvery = 100;

/** `work` gives its result, or null when it was taken back. */
export function startJob(
  kind: Kind,
  work: (desk: JobDesk) => Promise<Result | null>,
  { patience }: { readonly patience: number },
): Job & { readonly id: string } {
  const of = { id: randomUUID(), kind };
  const controller = new AbortController();
  let current: JobSnapshot = { ...of, state: 'working', progress: null };
  let changed = Promise.withResolvers<void>();
  let told = 0;
  let person: { question?: string; word: (said: string | null) => void } | undefined;
  let watchers = 0;
  let leaving: NodeJS.Timeout | undefined;

  /** Whoever was asked may have gone: then what waits for him is taken back after a while. */
  const considerPatience = () => {
    clearTimeout(leaving);
    if (watchers > 0 || (current.state !== 'asking' && current.state !== 'prepared')) return;
    leaving = setTimeout(cancel, patience);
    leaving.unref();
  };
  const become = (next: JobSnapshot) => {
    current = next;
    considerPatience();
    changed.resolve();
    changed = Promise.withResolvers();
  };
  /** Waits for a word; calling off the job ends the wait. */
  const hear = (question?: string): Promise<string | null> =>
    new Promise((resolve, reject) => {
      const stop = () => reject(controller.signal.reason);
      controller.signal.addEventListener('abort', stop, { once: true });
      const word = (said: string | null) => {
        person = undefined;
        controller.signal.removeEventListener('abort', stop);
        become({ ...of, state: 'working', progress: null });
        resolve(said);
      };
      person = { ...(question !== undefined && { question }), word };
    });
  const cancel = () => {
    if (current.state === 'prepared') person?.word('cancel');
    else if (kind === 'import') controller.abort();
    else if (current.state === 'working') throw new Refusal({ code: 'jobCannotStop' });
  };

  const desk: JobDesk = {
    signal: controller.signal,
    onProgress: (progress) => {
      if (current.state !== 'working') return;
      current = { ...of, state: 'working', progress };
      if (Date.now() - told < progressEvery) return;
      told = Date.now();
      become(current);
    },
    ask: async (question) => {
      controller.signal.throwIfAborted();
      become({ ...of, state: 'asking', question });
      return (await hear(question.key)) ?? undefined;
    },
    decision: async (summary) => {
      controller.signal.throwIfAborted();
      become({ ...of, state: 'prepared', summary });
      return (await hear()) === 'apply' ? 'apply' : 'cancel';
    },
  };

  const ended = work(desk).then(
    (result) => become(result === null ? { ...of, state: 'cancelled' } : { ...of, state: 'done', result }),
    (error: unknown) => {
      if (controller.signal.aborted && error === controller.signal.reason) {
        become({ ...of, state: 'cancelled' });
        return;
      }
      const problems = problemsOf(error);
      const reference = problems === undefined ? reportFailure(error) : null;
      become({ ...of, state: 'failed', problems: problems ?? [], reference });
    },
  );

  return {
    id: of.id,
    ended,
    snapshot: () => current,
    cancel,
    async *watch(signal) {
      watchers++;
      considerPatience();
      try {
        const gone = Promise.withResolvers<void>();
        signal.addEventListener('abort', () => gone.resolve(), { once: true });
        for (let last: JobSnapshot | undefined; !signal.aborted; ) {
          const next = changed.promise;
          if (current !== last) {
            last = current;
            yield current;
          }
          if (last.state === 'done' || last.state === 'failed' || last.state === 'cancelled') return;
          if (current === last) await Promise.race([next, gone.promise]);
        }
      } finally {
        watchers--;
        considerPatience();
      }
    },
    answer(key, said) {
      if (person === undefined || person.question !== key) throw new Refusal({ code: 'jobNotAsking' });
      person.word(said);
    },
    apply() {
      if (current.state !== 'prepared') throw new Refusal({ code: 'jobNotPrepared' });
      person?.word('apply');
    },
  };
}

const minute = 60_000;

export interface Jobs {
  start(kind: Kind, work: (desk: JobDesk) => Promise<Result | null>): Job;
  find(id: string): Job;
  /** The same for one user, or for whoever holds the data folder: the jobs of others are unknown to him. */
  of(user: number | null): Jobs;
  /** Calls off what can be called off and waits for the rest. */
  close(): Promise<void>;
}

/** All jobs of a server. Ended ones can still be asked for a while. */
export function createJobs(patience = 10 * minute): Jobs {
  const jobs = new Map<string, { readonly job: Job; readonly user: number | null }>();
  let closing = false;
  const of = (user: number | null): Jobs => ({
    of,
    start(kind, work) {
      if (closing) throw new Refusal({ code: 'stopping' });
      const job = startJob(kind, work, { patience });
      jobs.set(job.id, { job, user });
      job.ended.then(() => setTimeout(() => jobs.delete(job.id), 60 * minute).unref());
      return job;
    },
    find(id) {
      const found = jobs.get(id);
      if (found === undefined || found.user !== user) throw new Refusal({ code: 'jobUnknown' });
      return found.job;
    },
    async close() {
      closing = true;
      for (const { job } of jobs.values()) {
        const { kind, state } = job.snapshot();
        if (kind === 'import' && state !== 'done') job.cancel();
      }
      await Promise.all([...jobs.values()].map(({ job }) => job.ended));
    },
  });
  return of(null);
}
