#!/usr/bin/env node
// @ts-check
// `npm run bench`: every measurement. `npm run bench -- NAME…`: some of them. `npm run bench:engine`: the engine's.
import path from 'node:path';
import { ensurePackages } from './bootstrap/packages.js';
import { ensureWeb } from './bootstrap/web.js';
import { environmentOn, modernNode, root, run } from './bootstrap.js';

const node = await modernNode();
await ensurePackages(node, { dev: true });
await ensureWeb(node, []);
const [module = '', ...args] = process.argv.slice(2);
process.exitCode = await run(node, [path.join(root, module), ...args], { env: environmentOn(node) });
