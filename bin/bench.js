#!/usr/bin/env node
// @ts-check
// `npm run bench`: every measurement. `npm run bench -- NAME…`: some of them.
import path from 'node:path';
import { ensurePackages } from './bootstrap/packages.js';
import { environmentOn, modernNode, root, run } from './bootstrap.js';

const node = await modernNode();
await ensurePackages(node, { dev: true });
const bench = path.join(root, 'bench/bench.ts');
process.exitCode = await run(node, [bench, ...process.argv.slice(2)], { env: environmentOn(node) });
