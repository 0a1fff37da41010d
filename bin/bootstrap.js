// @ts-check
// Runs on any Node from 20.19 on, before a single package is installed: plain JavaScript, built-in modules only.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import tty from 'node:tty';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { cacheFolders } from './bootstrap/cache-folders.js';
import { languageOf, say } from './bootstrap/words.js';

/** The checkout, or the folder of the installed package. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const caches = cacheFolders(root, process.env);

/** Node keeps compiled modules here, for a faster next start. */
const compileCache = path.join(caches[0], 'compiled');

/**
 * Whether this Node runs TypeScript and the product's packages.
 * @param {string} version `process.versions.node`
 */
export function isModern(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 24 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
}

/**
 * Runs the command line in this process where it is fit for it, else in one that is.
 * @param {readonly string[]} args
 */
export async function runCommandLine(args) {
  if (process.platform === 'win32') stop(say('windows', languageOf(args, process.env)));
  if (isModern(process.versions.node) && process.env.UV_THREADPOOL_SIZE) {
    if (!process.env.NODE_COMPILE_CACHE) module.enableCompileCache?.(compileCache);
    process.env.AKB_CACHE ??= caches[0];
    endWithParent();
    await import(pathToFileURL(commandLineEntry()).href);
    return;
  }
  process.exitCode = await runAkb(await modernNode(args), args);
}

/**
 * The command line in a process of its own.
 * @param {string} node
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to the environment
 */
export function runAkb(node, args, env = {}) {
  return run(node, [path.join(root, 'bin/akb.js'), ...args], {
    env: { ...environmentOn(node), ...env },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
}

/** A parent killed with SIGKILL forwards nothing: without this its child would live on and hold the data folder. */
function endWithParent() {
  if (!process.channel) return;
  process.channel.unref();
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}

/** A checkout runs its TypeScript. A package has only `dist`, for Node strips no types under node_modules. */
function commandLineEntry() {
  const source = path.join(root, 'src/edges/cli/entry.ts');
  return existsSync(source) ? source : path.join(root, 'dist/edges/cli/entry.js');
}

/**
 * The path of a Node that is new enough: the running one, a fetched one, or one that is fetched now.
 * @param {readonly string[]} [args] where `--lang` may be
 * @returns {Promise<string>}
 */
export async function modernNode(args = []) {
  if (isModern(process.versions.node)) return process.execPath;
  const { fetchedNode } = await import('./bootstrap/node24.js');
  return fetchedNode(caches, { language: languageOf(args, process.env), tell, stop });
}

/**
 * The environment for programs that are to run on `node`.
 * @param {string} node
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentOn(node) {
  return {
    // Each running warehouse query holds a libuv thread; Node has four by default and reads this once, at start.
    UV_THREADPOOL_SIZE: '16',
    NODE_COMPILE_CACHE: compileCache,
    AKB_CACHE: caches[0],
    ...process.env,
    PATH: [path.dirname(node), process.env.PATH].join(path.delimiter),
  };
}

/**
 * Runs a program in the foreground to its end. A signal that ends it ends this process too.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options `signal`: asks it to end, as Ctrl-C does
 * @returns {Promise<number>} its exit code
 */
export async function run(program, args, { signal: ending, ...options }) {
  const child = spawn(program, args, { stdio: 'inherit', ...options });
  ending?.addEventListener('abort', () => child.kill('SIGINT'), { once: true });
  const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
  // A terminal sends Ctrl-C to the whole foreground group: forwarding it would make one press count as two.
  const interrupt = [0, 1, 2].some((fd) => tty.isatty(fd)) ? () => {} : forward;
  const handlers = Object.entries({ SIGINT: interrupt, SIGTERM: forward, SIGHUP: forward });
  for (const [signal, handler] of handlers) process.on(signal, handler);
  /** @type {{ code: number | null, signal: NodeJS.Signals | null }} */
  const end = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve({ code, signal }));
  });
  for (const [signal, handler] of handlers) process.off(signal, handler);
  if (end.signal) process.kill(process.pid, end.signal);
  return end.code ?? 1;
}

/** @param {string} sentence */
export function tell(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/**
 * @param {string} sentence
 * @returns {never}
 */
export function stop(sentence) {
  tell(sentence);
  process.exit(1);
}
