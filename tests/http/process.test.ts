import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { openApplication } from '../../src/application.ts';
import { emptyFolder } from '../doubles/run-akb.ts';
import { shipmentsFile } from '../harness/shipments.ts';

const program = path.resolve(import.meta.dirname, '../../bin/akb.js');

function start(cwd: string, ...args: string[]): ChildProcess {
  const env = { ...process.env, UV_THREADPOOL_SIZE: '16', LANG: 'en_US.UTF-8', AKB_TODAY: '2026-11-15' };
  const child = spawn(process.execPath, [program, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

async function run(cwd: string, ...args: string[]) {
  const child = start(cwd, ...args);
  const [stdout, stderr, [code]] = await Promise.all([
    child.stdout?.toArray(),
    child.stderr?.toArray(),
    once(child, 'exit'),
  ]);
  return { code: code as number, stdout: String(stdout), stderr: String(stderr) };
}

/** A server whose link is on the screen. */
async function serve(cwd: string): Promise<ChildProcess> {
  const child = start(cwd, 'start', '--port', '0');
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    if (line.includes('/open#')) return child;
  }
  throw new Error('the server ended before it was up');
}

const file = shipmentsFile([['05.10.2026', '1', '01', 'Клиент', 'Товар', 1, 100, 'Петров']]);

test('a server killed with -9 leaves a folder that the command line opens', async () => {
  const cwd = emptyFolder();
  writeFileSync(path.join(cwd, 'a.csv'), file);
  const server = await serve(cwd);
  expect(await run(cwd, 'import', 'a.csv', '--yes')).toMatchObject({ code: 0 });
  server.kill('SIGKILL');
  await once(server, 'exit');
  expect(existsSync(path.join(cwd, 'data/server.json'))).toBe(true);
  const { code, stdout, stderr } = await run(cwd, 'imports', '--json');
  expect([code, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toMatchObject([{ importId: 1, files: ['a.csv'] }]);
});

test('Ctrl-C stops the server cleanly', async () => {
  const cwd = emptyFolder();
  const server = await serve(cwd);
  server.kill('SIGINT');
  expect(await once(server, 'exit')).toEqual([0, null]);
  expect(existsSync(path.join(cwd, 'data/server.json'))).toBe(false);
});

test('a folder that is busy without a server is named with the process that holds it', async () => {
  const cwd = emptyFolder();
  const application = await openApplication({ dataDir: path.join(cwd, 'data') });
  const { code, stderr } = await run(cwd, 'imports');
  await application.close();
  expect(code).toBe(3);
  expect(stderr).toContain(path.join(cwd, 'data'));
  expect(stderr).toContain(String(process.pid));
});
