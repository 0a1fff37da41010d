import { type ChildProcess, fork } from 'node:child_process';
import type { Problem } from '../../../domain/problem.ts';
import { siblingModule } from '../../../domain/sibling-module.ts';
import type { ReadLimits } from './limits.ts';
import type { FileContent } from './read-file.ts';

export interface ReaderTask {
  /** Private copy of the file. */
  readonly path: string;
  readonly file: string;
  /** Where what is read goes; made by the reader, removed by it when nothing of the file can be used. */
  readonly folder: string;
  /** Came out of an archive, so it may not be one itself. */
  readonly packed: boolean;
}

export interface ReaderSettings {
  /** The only one in which the process may write; a real path. */
  readonly folder: string;
  readonly limits: ReadLimits;
  /** Never leave a text as it is. */
  readonly canonical: boolean;
}

/** What the process is told. */
export type ReaderRequest = Omit<ReaderSettings, 'folder'> & ReaderTask;

export type ReaderResult = FileContent & { readonly problems: readonly Problem[] };

export type ReaderReply = { readonly progress: number } | ReaderResult;

/** The process died under the file: out of memory, or a fault in a parser. */
export class ReaderCrash extends Error {
  override name = 'ReaderCrash';
}

/** A process that reads files one after another; a new one is started after a crash. */
export class ReaderClient {
  readonly #settings: ReaderSettings;
  #process: ChildProcess | null = null;

  constructor(settings: ReaderSettings) {
    this.#settings = settings;
  }

  /** Starts the process before there is something to read: it takes a quarter of a second. */
  start(): void {
    this.#process ??= this.#start();
  }

  /**
   * @throws ReaderCrash
   * @throws the reason of `signal`, whose abort kills the process at once
   */
  async read(
    task: ReaderTask,
    onProgress: (bytes: number) => void,
    signal?: AbortSignal,
  ): Promise<ReaderResult> {
    signal?.throwIfAborted();
    this.#process ??= this.#start();
    const child = this.#process;
    const { promise, resolve, reject } = Promise.withResolvers<ReaderResult>();
    const onMessage = (reply: ReaderReply): void => {
      if ('progress' in reply) onProgress(reply.progress);
      else resolve(reply);
    };
    const onExit = (): void => {
      this.#process = null;
      reject(new ReaderCrash('the reader process ended'));
    };
    const onAbort = (): void => {
      child.kill('SIGKILL');
      reject(signal?.reason);
    };
    child.on('message', onMessage).once('exit', onExit).once('error', onExit);
    signal?.addEventListener('abort', onAbort, { once: true });
    child.send({ ...this.#settings, ...task } satisfies ReaderRequest);
    try {
      return await promise;
    } finally {
      child.off('message', onMessage).off('exit', onExit).off('error', onExit);
      signal?.removeEventListener('abort', onAbort);
      if (signal?.aborted) this.#process = null;
    }
  }

  close(): void {
    this.#process?.kill('SIGKILL');
    this.#process = null;
  }

  #start(): ChildProcess {
    const { NODE_OPTIONS: _, ...env } = process.env;
    const child = fork(siblingModule(import.meta.url, './reader-child'), {
      execArgv: [
        `--max-old-space-size=${this.#settings.limits.processMemory}`,
        '--permission',
        '--allow-fs-read=*',
        `--allow-fs-write=${this.#settings.folder}/*`,
      ],
      env,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const gone = (): void => {
      if (this.#process === child) this.#process = null;
    };
    return child.once('exit', gone).once('error', gone);
  }
}
