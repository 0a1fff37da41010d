import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { onTestFinished } from 'vitest';
import type { CliIo } from '../../src/edges/cli/io.ts';
import { runCli } from '../../src/edges/cli/main.ts';
import type { Application, OpenApplication } from '../../src/facade.ts';
import { fakeApplication } from './fake-application.ts';

interface Circumstances {
  readonly application?: Application;
  readonly open?: OpenApplication;
  readonly env?: Record<string, string>;
  /** A terminal of this width; otherwise output goes to a pipe. */
  readonly columns?: number;
  /** Folders that exist where the command runs; `data` by default. */
  readonly folders?: readonly string[];
  readonly cwd?: string;
  readonly interrupt?: AbortSignal;
  /** A person at the terminal, who presses these keys when a question with this text stands on the screen. */
  readonly keys?: readonly (readonly [question: string, keys: string])[];
}

/** A folder for the running test alone. */
export function emptyFolder(folders: readonly string[] = []): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'akb-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of folders) mkdirSync(path.join(folder, name));
  return folder;
}

/** Runs one command line as the shell would and collects what it leaves. */
export async function runAkb(
  commandLine: string | readonly string[],
  circumstances: Circumstances = {},
): Promise<{
  code: number;
  stdout: string;
  stderr: string;
  opened: Parameters<OpenApplication>[0][];
  cwd: string;
}> {
  const { application = fakeApplication(), columns, keys } = circumstances;
  const cwd = circumstances.cwd ?? emptyFolder(circumstances.folders ?? ['data']);
  const opened: Parameters<OpenApplication>[0][] = [];
  const open: OpenApplication = async (config) => {
    opened.push(config);
    return circumstances.open ? circumstances.open(config) : application;
  };
  const stdin = new PassThrough();
  const [stdout, readStdout] = collector();
  const [stderr, readStderr] = collector();
  const terminal = columns !== undefined;
  const io: CliIo = {
    stdin,
    stdout,
    stderr,
    env: circumstances.env ?? {},
    isTTY: { stdin: keys !== undefined, stdout: terminal, stderr: terminal || keys !== undefined },
    columns,
    cwd,
    interrupt: circumstances.interrupt ?? new AbortController().signal,
    now: () => 0,
  };
  if (keys) press(keys, stdin, stderr);
  const argv = typeof commandLine === 'string' ? commandLine.split(' ').filter(Boolean) : commandLine;
  const code = await runCli(argv, io, open, '1.2.3');
  return { code, stdout: readStdout(), stderr: readStderr(), opened, cwd };
}

function press(
  keys: readonly (readonly [question: string, keys: string])[],
  stdin: PassThrough,
  screen: PassThrough,
): void {
  const left = [...keys];
  let drawn = '';
  screen.on('data', (chunk: Buffer) => {
    drawn += seen(chunk.toString('utf8'));
    const [question, pressed] = left[0] ?? [];
    if (question === undefined || pressed === undefined || !drawn.includes(`? ${question}`)) return;
    left.shift();
    drawn = '';
    setImmediate(() => stdin.write(pressed));
  });
}

function collector(): [PassThrough, () => string] {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return [stream, () => Buffer.concat(chunks).toString('utf8')];
}

/** Without colours, and with ordinary blanks: what a reader sees. */
export const seen = (text: string) => stripVTControlCharacters(text).replace(/[\u00a0\u202f]/g, ' ');
