// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { environmentOn, root, run, stop, tell } from '../bootstrap.js';
import { npmOn } from './npm.js';
import { languageOf, say } from './words.js';

const marker = path.join(root, 'node_modules/.cache/akb/packages.json');

/**
 * Installs the npm packages where they are missing or older than the lock file, which is obeyed and never written.
 * @param {string} node the Node that npm is to run on
 * @param {{ args?: readonly string[], dev: boolean }} need `dev`: those for tests and benchmarks as well
 */
export async function ensurePackages(node, { args = [], dev }) {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  const installed = readMarker();
  if (installed?.lock === lock && (installed.dev || !dev)) return;

  // A tree that somebody has installed by hand keeps its development packages.
  const all =
    dev || (installed ? installed.dev : existsSync(path.join(root, 'node_modules/.package-lock.json')));
  const language = languageOf(args, process.env);
  tell(say('installingPackages', language));
  const npm = npmOn(node);
  const which = all ? '--include=dev' : '--omit=dev';
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  const install = [...npm.args, 'install', '--no-save', which, ...quiet];
  const code = await run(npm.program, install, { env: environmentOn(node), cwd: root });
  if (code !== 0) stop(say('packagesNotInstalled', language));
  mkdirSync(path.dirname(marker), { recursive: true });
  writeFileSync(marker, JSON.stringify({ lock, dev: all }));
}

/** @returns {{ lock: string, dev: boolean } | undefined} */
function readMarker() {
  try {
    return JSON.parse(readFileSync(marker, 'utf8'));
  } catch {
    return undefined;
  }
}
