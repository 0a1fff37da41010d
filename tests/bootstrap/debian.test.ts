import { expect, test } from 'vitest';
import { ensureDebianPackages } from '../../bin/bootstrap/debian.js';

/** A machine that has apt unless told otherwise, none of the packages, and remembers what it ran. */
function machine({ isRoot = true, hasApt = true, installed = [] as string[], online = true }) {
  const ran: string[] = [];
  const succeeds = (program: string, args: readonly string[]) => {
    ran.push([program, ...args].join(' '));
    if (args[0] === '--version') return hasApt;
    if (program === 'dpkg') return installed.includes(args[1] ?? '');
    return online;
  };
  return { isRoot, succeeds, ran };
}

test('nothing needed, nothing run', () => {
  const here = machine({});
  expect(ensureDebianPackages([], here)).toBeUndefined();
  expect(here.ran).toEqual([]);
});

test('root with apt installs what is missing and only that', () => {
  const here = machine({ installed: ['libnss3'] });
  expect(ensureDebianPackages(['chromium', 'libnss3'], here)).toBeUndefined();
  expect(here.ran.at(-1)).toBe('apt-get install -qq --no-install-recommends chromium');
});

test('without root the sentence has the command to run', () => {
  const here = machine({ isRoot: false });
  expect(ensureDebianPackages(['chromium', 'libnss3'], here)).toMatch(
    /sudo apt-get install chromium libnss3$/,
  );
  expect(here.ran.some((command) => command.startsWith('apt-get install'))).toBe(false);
});

test('without apt the sentence names the packages', () => {
  const here = machine({ hasApt: false });
  expect(ensureDebianPackages(['chromium'], here)).toMatch(/Debian package names\): chromium\./);
});

test('a failed apt ends in the sentence too', () => {
  expect(ensureDebianPackages(['chromium'], machine({ online: false }))).toMatch(
    /sudo apt-get install chromium$/,
  );
});
