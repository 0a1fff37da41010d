import { type ChildProcess, fork } from 'node:child_process';
import { statSync } from 'node:fs';
import { siblingModule } from '../../../domain/sibling-module.ts';
import { formatOfFile } from './detect-format.ts';
import {
  type ReaderReply,
  type ReaderRequest,
  type ReaderResult,
  type ReaderSettings,
  type ReaderTask,
  readTask,
} from './read-task.ts';

/** The process died under the file: out of memory, or a fault in a parser. */
export class ReaderCrash extends Error {
  override name = 'ReaderCrash';
}

/** Bytes of a text that is read at once, in a few milliseconds: starting the process would take a quarter of a second. */
const shortText = 64 * 1024;

/** No library parses a text, and a short one can neither fill the memory nor hold up others. */
function isShortText(path: string): boolean {
  const { size } = statSync(path);
  return size <= shortText && formatOfFile(path, size).kind === 'text';
}

/** A process that reads files one after another; a new one is started after a crash. Short texts need none. */
export class ReaderClient {
  readonly #settings: ReaderSettings;
  #process: ChildProcess | null = null;

  constructor(settings: ReaderSettings) {
    this.#settings = settings;
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
    const request = { ...this.#settings, ...task } satisfies ReaderRequest;
    if (isShortText(task.path)) return await readTask(request, onProgress);
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
    child.send(request);
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
