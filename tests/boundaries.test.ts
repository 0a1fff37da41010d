import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import configuration from '../dependency-cruiser.config.mjs';

let tree: string;

beforeEach(() => {
  tree = mkdtempSync(path.join(tmpdir(), 'akb-boundaries-'));
});

afterEach(() => {
  rmSync(tree, { recursive: true });
});

/** Writes modules that import each other and returns the names of the rules they break. */
async function rulesBrokenBy(modules: Record<string, readonly string[]>): Promise<string[]> {
  for (const name of [...Object.keys(modules), ...Object.values(modules).flat()]) {
    if (!/^(src|bin|tests)\//.test(name)) continue;
    const file = path.join(tree, name);
    const imports = (modules[name] ?? []).map((target) => `export * from '${specifier(name, target)}';\n`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `${imports.join('')}export const name = '${name}';\n`);
  }
  const { forbidden = [], options = {} } = configuration;
  const folders = ['src', 'bin'].filter((folder) =>
    Object.keys(modules).some((name) => name.startsWith(folder)),
  );
  const { output } = await cruise(folders, {
    ...options,
    baseDir: tree,
    validate: true,
    ruleSet: { forbidden },
  });
  const { violations } = (output as ICruiseResult).summary;
  const resolvable = violations.filter((violation) => violation.rule.name !== 'resolvable');
  return [...new Set(resolvable.map((violation) => violation.rule.name))].sort();
}

function specifier(from: string, to: string): string {
  if (!/^(src|bin|tests)\//.test(to)) return to;
  const relative = path.relative(path.dirname(from), to);
  return relative.startsWith('.') ? relative : `./${relative}`;
}

describe('the floors', () => {
  test('imports that go downwards break nothing', async () => {
    const broken = await rulesBrokenBy({
      'src/edges/cli/entry.ts': ['src/application.ts', 'src/messages/cli.ts'],
      'src/application.ts': ['src/use-cases/undo/undo.ts', 'src/stores/records/open.ts'],
      'src/use-cases/undo/undo.ts': ['src/services/ledger/replay.ts', 'src/use-cases/imports/read.ts'],
      'src/services/ledger/replay.ts': ['src/stores/records/open.ts', 'src/domain/units.ts'],
      'src/messages/cli.ts': ['src/domain/units.ts'],
    });
    expect(broken).toEqual([]);
  });

  test.each([
    ['src/domain/units.ts', 'src/stores/records/open.ts', 'domain-imports-downwards'],
    ['src/stores/records/open.ts', 'src/services/intake/read.ts', 'stores-imports-downwards'],
    ['src/services/intake/read.ts', 'src/use-cases/imports/apply.ts', 'services-imports-downwards'],
    ['src/use-cases/imports/apply.ts', 'src/edges/cli/entry.ts', 'use-cases-imports-downwards'],
    ['src/use-cases/imports/apply.ts', 'src/application.ts', 'use-cases-imports-downwards'],
    ['src/application.ts', 'src/edges/cli/entry.ts', 'application-below-the-edges'],
    ['src/messages/cli.ts', 'src/services/intake/read.ts', 'messages-are-a-leaf'],
    ['src/domain/units.ts', 'src/messages/cli.ts', 'domain-without-messages'],
    ['src/services/intake/read.ts', 'src/helpers/text.ts', 'known-floor'],
    ['src/helpers/text.ts', 'src/domain/units.ts', 'known-floor'],
    ['src/stores/records/open.ts', 'bin/bootstrap.js', 'no-import-of-the-bootstrap'],
    ['src/stores/records/open.ts', 'tests/harness/server.ts', 'product-without-tests'],
    ['bin/akb.js', 'src/edges/cli/entry.ts', 'bootstrap-stands-alone'],
    ['src/edges/http/contracts/figures.ts', 'src/services/intake/read.ts', 'contracts-are-shared'],
    ['src/edges/http/client/api.ts', 'src/domain/units.ts', 'client-runs-in-browsers'],
  ])('%s may not import %s', async (from, to, rule) => {
    expect(await rulesBrokenBy({ [from]: [to] })).toEqual([rule]);
  });

  test('an import of a type alone counts', async () => {
    mkdirSync(path.join(tree, 'src/domain'), { recursive: true });
    writeFileSync(
      path.join(tree, 'src/domain/figure.ts'),
      `import type { Row } from '../stores/row.ts';\nexport const row: Row = 1;\n`,
    );
    expect(await rulesBrokenBy({ 'src/stores/row.ts': [] })).toEqual(['domain-imports-downwards']);
  });
});

describe('use cases', () => {
  test('one may not reach into another', async () => {
    const modules = { 'src/use-cases/undo/undo.ts': ['src/use-cases/imports/apply.ts'] };
    expect(await rulesBrokenBy(modules)).toEqual(['use-case-reads-through-read']);
  });

  test('two may not read each other in a circle', async () => {
    const broken = await rulesBrokenBy({
      'src/use-cases/undo/read.ts': ['src/use-cases/imports/read.ts'],
      'src/use-cases/imports/read.ts': ['src/use-cases/undo/read.ts'],
    });
    expect(broken).toEqual(['no-circle']);
  });
});

describe('libraries', () => {
  test.each(['pg', 'chdb', '@clickhouse/client', '@electric-sql/pglite'])(
    '%s belongs to the stores',
    async (client) => {
      expect(await rulesBrokenBy({ 'src/stores/records/open.ts': [client] })).toEqual([]);
      expect(await rulesBrokenBy({ 'src/services/intake/read.ts': [client] })).toEqual([
        'sql-clients-in-stores',
      ]);
    },
  );

  test.each([
    ['node:fs', 'domain-is-pure'],
    ['kysely', 'domain-libraries'],
  ])('the domain may not use %s', async (library, rule) => {
    expect(await rulesBrokenBy({ 'src/domain/units.ts': [library] })).toEqual([rule]);
  });
});
