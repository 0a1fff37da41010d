#!/usr/bin/env node
// @ts-check
import { runCommandLine } from './bootstrap.js';

await runCommandLine(process.argv.slice(2));
