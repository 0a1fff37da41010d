import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Measurement, median } from './measurement.ts';
import type { Workspace } from './workspace.ts';

const akb = fileURLToPath(new URL('../bin/akb.js', import.meta.url));

interface Run {
  /** Until the first byte of the answer. */
  readonly answered: number;
  /** Until the process has ended. */
  readonly ended: number;
}

/** Runs the installed command as a user does; times in seconds from the start of the process. */
async function runAkb(...args: string[]): Promise<Run> {
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  const child = spawn(process.execPath, [akb, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, UV_THREADPOOL_SIZE: process.env.UV_THREADPOOL_SIZE ?? '16' },
  });
  let answered = Number.NaN;
  child.stdout.once('data', () => {
    answered = seconds();
  });
  child.stdout.resume();
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  if (code !== 0) throw new Error(`akb ${args.join(' ')} ended with code ${code}`);
  return { answered, ended: seconds() };
}

interface DemoCompany {
  readonly dataDir: string;
  readonly lines: number;
  readonly run: Run;
}

/** The demo at its usual size, in an empty folder; `start` goes on from there. */
const demoCompany = (workspace: Workspace): Promise<DemoCompany> =>
  workspace.once('demo', async () => {
    // Fewer the demo refuses.
    const lines = Math.max(10_000, Math.round(workspace.lines * 0.06));
    const dataDir = await workspace.folder();
    workspace.say(`akb demo of ${lines} lines`);
    return { dataDir, lines, run: await runAkb('demo', '--lines', String(lines), '--data', dataDir) };
  });

const none = { bytes: 0, cpuSeconds: null, memory: null, readerMemory: null, ratios: '—' };

/** `akb demo` into an empty folder: the company is made, written to files and imported. */
export async function demo(workspace: Workspace): Promise<Measurement[]> {
  const { lines, run } = await demoCompany(workspace);
  const what = 'akb demo, the whole process';
  const met = run.ended < 15;
  return [{ ...none, name: 'demo', what, lines, seconds: run.ended, target: '< 15 s', met }];
}

/** `akb report` on the demo's folder, from the start of the process to the first output. */
export async function start(workspace: Workspace): Promise<Measurement[]> {
  const { dataDir, lines } = await demoCompany(workspace);
  workspace.say('akb report');
  const runs: Run[] = [];
  while (runs.length < 5) runs.push(await runAkb('report', '--data', dataDir));
  const seconds = median(runs.map((run) => run.answered));
  const what = 'akb report to the first output, median of 5';
  return [{ ...none, name: 'start', what, lines, seconds, target: '< 3 s', met: seconds < 3 }];
}
