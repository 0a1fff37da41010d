import { fork } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const MIB = 1024 ** 2;
const linux = process.platform === 'linux';

/** What a measured process has to say at the end. */
export interface Usage {
  readonly seconds: number;
  /** Of all threads of the process; what it started is not in it. */
  readonly cpuSeconds: number;
  /** Highest resident memory of the process and of those it started, at one moment, over what it had before the work, MiB. */
  readonly memory: number;
  /** Highest resident memory of the processes it started meanwhile, all of it, MiB; null where nobody can tell. */
  readonly childMemory: number | null;
}

/** Runs a module of this folder in a process of its own, gives it a task and returns what it answers. */
export async function inChild<Task extends object, Answer>(module: string, task: Task): Promise<Answer> {
  const child = fork(fileURLToPath(new URL(module, import.meta.url)), {
    env: { ...process.env, UV_THREADPOOL_SIZE: process.env.UV_THREADPOOL_SIZE ?? '16' },
    serialization: 'advanced',
  });
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  child.once('message', (answer: Answer) => resolve(answer));
  child.once('error', reject);
  child.once('exit', (code) => reject(new Error(`${module} ended with code ${code}`)));
  child.send(task);
  try {
    return await promise;
  } finally {
    child.removeAllListeners('exit');
    if (child.exitCode === null) await new Promise((ended) => child.once('exit', ended).disconnect());
  }
}

/** The other side of `inChild`. */
export function answerParent<Task, Answer>(work: (task: Task) => Promise<Answer>): void {
  process.once('message', async (task: Task) => {
    process.send?.(await work(task));
  });
}

/** Measures work of this process, from the moment at which everything it needs is open. */
export async function measured<T>(work: () => Promise<T>): Promise<{ result: T; usage: Usage }> {
  resetPeak();
  const idle = process.memoryUsage.rss();
  const children = watchChildren(idle);
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = await work();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const ownMemory = (peakOfThis() - idle) / MIB;
  const { childMemory, together } = children.stop();
  const usage = {
    seconds,
    cpuSeconds: (user + system) / 1e6,
    memory: Math.max(ownMemory, together),
    childMemory,
  };
  return { result, usage };
}

/** Looks at this process and its children from time to time; the system remembers the peak of each (Linux). */
function watchChildren(idle: number): { stop(): { childMemory: number | null; together: number } } {
  const peaks = new Map<string, number>();
  let together = 0;
  const look = (): void => {
    try {
      let resident = process.memoryUsage.rss() - idle;
      for (const pid of ownChildren()) {
        peaks.set(pid, Math.max(peaks.get(pid) ?? 0, memoryOf(pid, 'VmHWM')));
        resident += memoryOf(pid, 'VmRSS');
      }
      together = Math.max(together, resident / MIB);
    } catch {
      // It has ended meanwhile.
    }
  };
  const timer = setInterval(look, 50);
  return {
    stop: () => {
      clearInterval(timer);
      return { childMemory: linux ? Math.max(0, ...peaks.values()) / MIB : null, together };
    },
  };
}

const ownChildren = (): string[] =>
  readdirSync('/proc/self/task').flatMap((thread) =>
    readFileSync(`/proc/self/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
  );

/** Resident memory of a process, now or the highest so far, bytes. */
const memoryOf = (pid: string, which: 'VmRSS' | 'VmHWM'): number =>
  Number(new RegExp(`${which}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) *
  1024;

/** Highest resident memory of this process since `resetPeak`, bytes; where it cannot be reset, ever. */
export const peakOfThis = (): number =>
  // Trap: on Linux maxRSS begins with the memory of the parent that forked us.
  linux ? memoryOf('self', 'VmHWM') : process.resourceUsage().maxRSS * 1024;

/** https://man7.org/linux/man-pages/man5/proc_pid_clear_refs.5.html */
export function resetPeak(): void {
  if (linux) writeFileSync('/proc/self/clear_refs', '5');
}
