// @ts-check
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Where what can be fetched or computed again may lie, the best place first: in the checkout, else in the
 * user's cache.
 * @param {string} root
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {[string, ...string[]]}
 */
export function cacheFolders(root, env) {
  const userCache = path.join(env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'akb');
  const isCheckout = existsSync(path.join(root, 'src'));
  return isCheckout ? [path.join(root, 'node_modules/.cache/akb'), userCache] : [userCache];
}
