// @ts-check
import { spawnSync } from 'node:child_process';

/**
 * @typedef {object} Machine
 * @property {boolean} isRoot
 * @property {(program: string, args: readonly string[]) => boolean} succeeds
 */

/** @type {Machine} */
export const thisMachine = {
  isRoot: process.getuid?.() === 0,
  succeeds: (program, args) =>
    spawnSync(program, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0,
};

/**
 * Installs what is missing where that is allowed.
 * @param {readonly string[]} needed
 * @param {Machine} machine
 * @returns {string | undefined} where it is not: what to install, and how
 */
export function ensureDebianPackages(needed, machine) {
  if (needed.length === 0) return undefined;
  const hasApt = machine.succeeds('apt-get', ['--version']);
  const isInstalled = (/** @type {string} */ name) => machine.succeeds('dpkg', ['--status', name]);
  const missing = hasApt ? needed.filter((name) => !isInstalled(name)) : needed;
  if (missing.length === 0) return undefined;
  if (!hasApt)
    return `The tests need these programs (Debian package names): ${missing.join(', ')}. Install them and repeat.`;
  const mayInstall = machine.isRoot && machine.succeeds('apt-get', ['update', '-qq']);
  if (mayInstall && machine.succeeds('apt-get', ['install', '-qq', '--no-install-recommends', ...missing]))
    return undefined;
  return `The tests need Debian packages that are not installed. Run this and repeat: sudo apt-get install ${missing.join(' ')}`;
}
