// @ts-check
// `npm pack` ships plain JavaScript: Node strips no types under node_modules. What lies beside the sources and is
// read at run time (tables, SQL) goes along.
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { ensureWeb } from '../bin/bootstrap/web.js';

const root = path.dirname(import.meta.dirname);
const source = path.join(root, 'src');
const built = path.join(root, 'dist');
const isReadAtRunTime = (/** @type {string} */ file) =>
  statSync(file).isDirectory() || !/\.(ts|md)$/.test(file);

rmSync(built, { recursive: true, force: true });
cpSync(source, built, { recursive: true, filter: isReadAtRunTime });
const tsc = path.join(root, 'node_modules/.bin/tsc');
// What the compiler says goes to standard error: standard output belongs to `npm pack --json`.
const { status } = spawnSync(tsc, ['-p', 'tsconfig.build.json'], { cwd: root, stdio: ['ignore', 2, 2] });
if (status === 0) await ensureWeb(process.execPath, []);
process.exitCode = status ?? 1;
