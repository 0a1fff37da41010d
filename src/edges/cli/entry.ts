import { readFileSync } from 'node:fs';
import process from 'node:process';
import { servedApplication } from '../remote/served-application.ts';
import { processIo } from './io.ts';
import { runCli } from './main.ts';

const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const io = processIo();
const code = await runCli(
  process.argv.slice(2),
  io,
  // A server that has the folder open is asked; else the engines, which take a while to load, are opened here.
  async (config) =>
    (await servedApplication(config, manifest.version)) ??
    (await import('../../application.ts')).openApplication(config),
  manifest.version,
);
// What was interrupted may still hold the process; everything else ends by itself, its output written.
if (io.interrupt.aborted) process.exit(code);
process.exitCode = code;
