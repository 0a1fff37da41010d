import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = path.dirname(import.meta.dirname);
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const minutes = 60_000;

let folder: string;
let packed: readonly string[];

/** As somebody who has installed nothing of ours: the system's Node and npm, an empty cache of the product. */
function newUserEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(npm_|UV_|NODE_|AKB_|VITEST|INIT_CWD)/i;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const running = realpathSync(process.execPath);
  const others = folders.filter((place) => {
    const node = path.join(place, 'node');
    return !place.includes('node_modules') && !(existsSync(node) && realpathSync(node) === running);
  });
  const hasOther = others.some((place) => existsSync(path.join(place, 'node')));
  return {
    ...env,
    PATH: (hasOther ? others : folders).join(path.delimiter),
    XDG_CACHE_HOME: path.join(folder, 'cache'),
    npm_config_prefer_offline: 'true',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
  };
}

/** @returns standard output; a failure rejects with both streams in its message */
async function runAsNewUser(cwd: string, program: string, ...args: string[]): Promise<string> {
  const options = { cwd, env: newUserEnvironment(), maxBuffer: 64 << 20 };
  const { stdout } = await promisify(execFile)(program, args, options);
  return stdout;
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'akb-package-'));
  mkdirSync(path.join(folder, 'app'));
  const pack = ['pack', '--json', '--loglevel=silent', '--pack-destination', folder];
  const answer = JSON.parse(execFileSync('npm', pack, { cwd: root, encoding: 'utf8' }));
  const [tarball] = Object.values<{ filename: string; files: { path: string }[] }>(answer);
  if (!tarball) throw new Error('npm pack made no tarball');
  packed = tarball.files.map((file) => file.path);
  await runAsNewUser(path.join(folder, 'app'), 'npm', 'install', path.join(folder, tarball.filename));
}, 5 * minutes);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('the package holds plain JavaScript and no tests', () => {
  expect(packed).toContain('bin/akb.js');
  expect(packed).toContain('dist/edges/cli/entry.js');
  expect(packed.filter((file) => /\.ts$|\.test\.|^(src|tests|bench)\//.test(file))).toEqual([]);
});

test(
  'on the system’s Node the installed command runs',
  async () => {
    const said = await runAsNewUser(path.join(folder, 'app'), 'npx', 'akb', '--version');
    expect(said.trim()).toBe(version);
  },
  2 * minutes,
);

test(
  'the installed product makes its demo and reports on it',
  async () => {
    const app = path.join(folder, 'app');
    await runAsNewUser(app, 'npx', 'akb', 'demo', '--lines', '30k');
    const report = JSON.parse(await runAsNewUser(app, 'npx', 'akb', 'report', '--json'));
    expect(report.figures.activeBase).toBeGreaterThan(0);
  },
  5 * minutes,
);
