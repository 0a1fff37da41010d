import { randomUUID } from 'node:crypto';
import type { Problem } from '../../domain/problem.ts';
import { Refusal } from '../../domain/problem.ts';
import type { OnProgress, PreparedImport } from '../../facade.ts';
import type { Question } from '../../services/intake/recognition.ts';
import type { JobSnapshot } from './contracts/jobs.ts';
import { problemsOf, reportFailure } from './problem-answer.ts';
import type { Revision } from './revision.ts';

type Kind = JobSnapshot['kind'];
type Result = Extract<JobSnapshot, { state: 'done' }>['result'];

/** What the work itself has of its job. */
export interface JobDesk {
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
  /** Undefined: nobody is there to answer. `refused`: why the last revision was not followed. Throws `Revised`. */
  ask(question: Question, refused: readonly Problem[]): Promise<string | undefined>;
  /** Shows what was prepared and waits for the person's word. */
  decision(prepared: PreparedImport, refused: readonly Problem[]): Promise<'apply' | 'cancel' | Revised>;
}

/** Instead of an answer the person wants something else to be prepared. */
export class Revised extends Error {
  readonly revision: Revision;
  constructor(revision: Revision) {
    super('the import was revised');
    this.revision = revision;
  }
}

export interface Job {
  snapshot(): JobSnapshot;
  /** The state now, then every change; progress ten times a second at most. Ends with the job. */
  watch(signal: AbortSignal): AsyncIterable<JobSnapshot>;
  answer(key: string, answer: string | null): void;
  apply(): void;
  /** Has the same files prepared anew; what was prepared is taken back. */
  revise(revision: Revision): Promise<void>;
  /** What waits for the person's word. */
  prepared(): PreparedImport;
  cancel(): void;
  /** Resolves when it has ended, however. */
  readonly ended: Promise<void>;
}

const progressEvery = 100;

/** `work` gives its result, or null when it was taken back. */
export function startJob(
  kind: Kind,
  work: (desk: JobDesk) => Promise<Result | null>,
  { patience, files }: { readonly patience: number; readonly files?: readonly string[] | undefined },
): Job & { readonly id: string } {
  const of = { id: randomUUID(), kind, startedAt: new Date().toISOString(), ...(files && { files }) };
  const controller = new AbortController();
  let current: JobSnapshot = { ...of, state: 'working', progress: null };
  let changed = Promise.withResolvers<void>();
  let told = 0;
  let person:
    | { question?: string; prepared?: PreparedImport; word: (said: string | null | Revised) => void }
    | undefined;
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
  const hear = (about: { question?: string; prepared?: PreparedImport }): Promise<string | null | Revised> =>
    new Promise((resolve, reject) => {
      const stop = () => reject(controller.signal.reason);
      controller.signal.addEventListener('abort', stop, { once: true });
      const word = (said: string | null | Revised) => {
        person = undefined;
        controller.signal.removeEventListener('abort', stop);
        become({ ...of, state: 'working', progress: null });
        resolve(said);
      };
      person = { ...about, word };
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
      const begins = current.progress?.stage !== progress.stage;
      current = { ...of, state: 'working', progress };
      if (!begins && Date.now() - told < progressEvery) return;
      told = Date.now();
      become(current);
    },
    ask: async (question, refused) => {
      controller.signal.throwIfAborted();
      become({ ...of, state: 'asking', question, refused });
      const said = await hear({ question: question.key });
      if (said instanceof Revised) throw said;
      return said ?? undefined;
    },
    decision: async (prepared, refused) => {
      controller.signal.throwIfAborted();
      become({ ...of, state: 'prepared', summary: prepared.summary, refused });
      const said = await hear({ prepared });
      return said instanceof Revised || said === 'apply' ? said : 'cancel';
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

  const prepared = (): PreparedImport => {
    if (person?.prepared === undefined) throw new Refusal({ code: 'jobNotPrepared' });
    return person.prepared;
  };

  return {
    id: of.id,
    ended,
    prepared,
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
      prepared();
      person?.word('apply');
    },
    async revise(revision) {
      const waiting = person;
      if (waiting === undefined) throw new Refusal({ code: 'jobNotPrepared' });
      const mended = revision.corrections?.filter(({ value }) => value !== null) ?? [];
      await waiting.prepared?.checkCorrections(mended.map((one) => ({ ...one, value: one.value ?? '' })));
      // Somebody else may have said a word meanwhile.
      if (person !== waiting) throw new Refusal({ code: 'jobNotPrepared' });
      waiting.word(new Revised(revision));
    },
  };
}

const minute = 60_000;

export interface Jobs {
  /** `files`: what the user calls what is worked on. */
  start(kind: Kind, work: (desk: JobDesk) => Promise<Result | null>, files?: readonly string[]): Job;
  /** All that are known, newest first. */
  list(): readonly JobSnapshot[];
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
    start(kind, work, files) {
      if (closing) throw new Refusal({ code: 'stopping' });
      const job = startJob(kind, work, { patience, files });
      jobs.set(job.id, { job, user });
      job.ended.then(() => setTimeout(() => jobs.delete(job.id), 60 * minute).unref());
      return job;
    },
    list: () =>
      [...jobs.values()]
        .filter((one) => one.user === user)
        .map(({ job }) => job.snapshot())
        .reverse(),
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
