#!/usr/bin/env node
// @ts-check
// `npm test`: everything; a check that fails ends it. `--long` is the full size of the random tests;
// other arguments go to vitest (`npm test -- src/domain`).
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium } from './bootstrap/chromium.js';
import { ensurePackages } from './bootstrap/packages.js';
import { linkPostgresLibraries } from './bootstrap/postgres-links.js';
import { countTests, lastLine, longRunRecord } from './bootstrap/test-report.js';
import { ensureWeb } from './bootstrap/web.js';
import { environmentOn, modernNode, root, run } from './bootstrap.js';

const args = process.argv.slice(2);
const isLong = args.includes('--long');
const forVitest = args.filter((arg) => arg !== '--long');

/** The checks beside the tests, cheapest first: headline, tool, arguments. @type {[string, string, string[]][]} */
const checks = [
  [
    'format and lint (Biome)',
    'biome',
    ['ci', '--error-on-warnings', ...(process.stdout.isTTY ? [] : ['--colors=off'])],
  ],
  ['types (tsc)', 'tsc', ['--noEmit']],
  ['types of the web application (tsc)', 'tsc', ['-p', 'web']],
  [
    'import boundaries (dependency-cruiser)',
    'depcruise',
    ['--config', 'dependency-cruiser.config.mjs', 'src', 'bin'],
  ],
  ['unused code (knip)', 'knip', []],
];

process.chdir(root);
const node = await modernNode();
await ensurePackages(node, { dev: true });
linkPostgresLibraries(root);
// Beside the build and the first tests, which wait for disks and for other programs.
const ending = new AbortController();
const failedCheck = firstFailing(checks);
failedCheck.then((headline) => {
  if (headline !== null) ending.abort();
});
await ensureWeb(node, args);
const browser = chromium();
if ('path' in browser) process.env.CHROMIUM_PATH = browser.path;
else process.env.AKB_CHROMIUM_MISSING = browser.missing;

process.env.TMPDIR ??= fastFolder();
const reportFile = path.join(root, 'node_modules/.cache/akb/vitest.json');
rmSync(reportFile, { force: true });
const reporters = [
  ...['--reporter=json', `--outputFile.json=${reportFile}`],
  ...['--reporter=default', '--reporter=./tests/harness/tell-failures.ts'],
];
const started = new Date();
const plain = process.stdout.isTTY ? [] : ['--no-color'];
const code = await stage('tests (vitest)', 'vitest', ['run', ...reporters, ...plain, ...forVitest]);
const failed = await failedCheck;
if (failed !== null) fail(failed);
if (!existsSync(reportFile)) fail('tests (vitest)');
const report = JSON.parse(readFileSync(reportFile, 'utf8'));
const counts = countTests(report, code);
if (isLong) {
  const record = longRunRecord({
    date: started.toISOString().slice(0, 10),
    commit: commit(),
    counts,
    report,
    root,
  });
  writeFileSync(path.join(root, 'docs/long-run.md'), record);
}
if ('missing' in browser) process.stdout.write(`\nThe browser tests were skipped. ${browser.missing}\n`);
process.stdout.write(`${lastLine(counts)}\n`);
process.exitCode = counts.failed > 0 ? 1 : 0;

/**
 * @param {string} headline
 * @param {string} tool in node_modules/.bin
 * @param {readonly string[]} toolArgs
 */
async function stage(headline, tool, toolArgs) {
  if (ending.signal.aborted) return 1;
  process.stdout.write(`\n── ${headline}\n`);
  const env = { ...environmentOn(node), ...(isLong && { AKB_TEST_LONG: '1' }) };
  return run(path.join(root, 'node_modules/.bin', tool), toolArgs, { env, signal: ending.signal });
}

/**
 * Runs the checks at the same time and tells them in their order.
 * @param {typeof checks} all
 * @returns {Promise<string | null>} the headline of the first that fails
 */
async function firstFailing(all) {
  const ends = all.map(([headline, tool, toolArgs]) => {
    const program = path.join(root, 'node_modules/.bin', tool);
    const run = promisify(execFile)(program, toolArgs, { env: environmentOn(node), maxBuffer: 64 << 20 });
    const end = run.then(
      ({ stdout, stderr }) => ({ passed: true, said: stdout + stderr }),
      ({ stdout, stderr, message }) => ({ passed: false, said: stdout + stderr || message }),
    );
    return { headline, end };
  });
  for (const { headline, end } of ends) {
    const { passed, said } = await end;
    process.stdout.write(`\n── ${headline}\n${said}`);
    if (!passed) return headline;
  }
  return null;
}

/** Memory for what tests write and throw away, where there is plenty of it; else the usual place. */
function fastFolder() {
  const memory = '/dev/shm';
  const plenty = 8 * 1024 ** 3;
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > plenty && freemem() > 2 * plenty ? memory : tmpdir();
  } catch {
    return tmpdir();
  }
}

/**
 * @param {string} headline
 * @returns {never}
 */
function fail(headline) {
  process.stdout.write(`\n✖ ${headline} failed, which ends the run.\n`);
  process.stdout.write(`${lastLine({ passed: 0, failed: 1, skipped: 0 })}\n`);
  process.exit(1);
}

function commit() {
  const git = (/** @type {string[]} */ ...gitArgs) =>
    execFileSync('git', gitArgs, { encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '--untracked-files=no') !== '';
  return git('rev-parse', '--short', 'HEAD') + (changed ? ' with uncommitted changes' : '');
}
