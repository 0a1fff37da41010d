import process from 'node:process';

/** Everything the command line touches of its process, so that tests can stand in for it. */
export interface CliIo {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTTY: { readonly stdin: boolean; readonly stdout: boolean; readonly stderr: boolean };
  /** Cells of a terminal line; undefined where output does not go to a terminal. */
  readonly columns: number | undefined;
  readonly cwd: string;
  /** Aborted by the first Ctrl-C. */
  readonly interrupt: AbortSignal;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
}

/** The real thing. A second Ctrl-C ends the process at once: the stores survive that at any moment. */
export function processIo(): CliIo {
  const controller = new AbortController();
  process.on('SIGINT', () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  });
  process.on('SIGTERM', () => controller.abort());
  // `akb customers | head` closes the pipe early: no error, nobody reads any more.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    isTTY: { stdin: process.stdin.isTTY, stdout: process.stdout.isTTY, stderr: process.stderr.isTTY },
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
    cwd: process.cwd(),
    interrupt: controller.signal,
    now: () => performance.now(),
  };
}

/** Writes and waits when the reader is slower than we are. */
export async function write(stream: NodeJS.WritableStream, text: string): Promise<void> {
  if (stream.write(text)) return;
  await new Promise<void>((resolve, reject) => {
    const settle = (error?: Error) => {
      stream.off('drain', settle);
      stream.off('error', settle);
      stream.off('close', settle);
      if (error instanceof Error) reject(error);
      else resolve();
    };
    stream.on('drain', settle);
    stream.on('error', settle);
    stream.on('close', settle);
  });
}
