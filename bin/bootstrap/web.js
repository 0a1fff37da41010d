// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { environmentOn, root, run, stop, tell } from '../bootstrap.js';
import { languageOf, say } from './words.js';

const web = path.join(root, 'web');
const marker = path.join(web, 'dist/.built');

/** What the application is made of: its own folder, and what it shares with the server. */
const sources = ['web/src', 'web/public', 'src/domain', 'src/messages', 'src/edges/http/client'];
const single = ['web/package.json', 'web/vite.config.ts', 'web/index.html', 'package-lock.json'];

/**
 * Builds the web application where it is missing or older than its sources. A package has it built.
 * @param {string} node the Node to build with
 * @param {readonly string[]} args where `--lang` may be
 */
export async function ensureWeb(node, args) {
  if (!existsSync(path.join(web, 'src'))) return;
  const files = sources.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name)),
  );
  const hash = createHash('sha256');
  for (const file of [...files.sort(), ...single.map((name) => path.join(root, name))]) {
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file));
  }
  const state = hash.digest('hex');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === state) return;
  const language = languageOf(args, process.env);
  tell(say('buildingWeb', language));
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const code = await run(node, [vite, 'build', '--logLevel', 'error'], {
    // Where tests pack the product, NODE_ENV names them: React would be built for developers, twice as large.
    env: { ...environmentOn(node), NODE_ENV: 'production' },
    cwd: web,
  });
  if (code !== 0) stop(say('webNotBuilt', language));
  writeFileSync(marker, state);
}
