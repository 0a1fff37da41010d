// @ts-check
import { existsSync } from 'node:fs';
import { ensureDebianPackages, thisMachine } from './debian.js';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Where the browser of the browser tests is: `CHROMIUM_PATH`, a usual place, or Debian's package where it may be
 * installed. `missing`: how to get one.
 * @returns {{ path: string } | { missing: string }}
 */
export function chromium() {
  const found = [process.env.CHROMIUM_PATH ?? '', ...usual].find((path) => path !== '' && existsSync(path));
  if (found) return { path: found };
  const missing = ensureDebianPackages(['chromium'], thisMachine);
  if (missing) return { missing: `${missing} Or name a Chromium or Chrome in CHROMIUM_PATH.` };
  return { path: '/usr/bin/chromium' };
}
