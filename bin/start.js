#!/usr/bin/env node
// @ts-check
// `npm start`: the demo company in the browser. `npm start -- FILE…`: these files, kept in ./data, the same way.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensurePackages } from './bootstrap/packages.js';
import { splitArguments } from './bootstrap/start-arguments.js';
import { ensureWeb } from './bootstrap/web.js';
import { modernNode, root, runAkb } from './bootstrap.js';

const args = process.argv.slice(2);
const { files, common } = splitArguments(args);

const node = await modernNode(args);
await ensurePackages(node, { args, dev: false });
await ensureWeb(node, args);
process.exitCode = await (files.length > 0 ? showFiles() : showDemo());

async function showFiles() {
  let code = await runAkb(node, ['import', ...args]);
  if (code !== 0 || args.includes('--dry-run')) return code;
  code = await runAkb(node, ['report', ...common]);
  return code !== 0 ? code : runAkb(node, ['start', '--open', ...common]);
}

async function showDemo() {
  const data = path.join(root, 'data-demo');
  const builder = path.join(root, 'node_modules/.cache/akb/demo-builder');
  // A demo whose making was cut short is made anew; one that another process is making is locked, and says so.
  if (existsSync(builder) && !isRunning(Number(readFileSync(builder, 'utf8')))) {
    rmSync(data, { recursive: true, force: true });
  }
  if (!existsSync(data)) {
    mkdirSync(path.dirname(builder), { recursive: true });
    writeFileSync(builder, String(process.pid));
    const code = await runAkb(node, ['demo', ...common, '--data', data]);
    if (code !== 0) return code;
    rmSync(builder, { force: true });
  }
  return runAkb(node, ['start', '--open', ...args, '--data', data]);
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
