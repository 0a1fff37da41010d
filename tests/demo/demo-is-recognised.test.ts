import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readSources } from '../../src/services/intake/read/read-sources.ts';
import { recognise } from '../../src/services/intake/recognise/recognise.ts';
import { fewestLines, writeDemoCompany } from '../../src/use-cases/demo/write-demo-company.ts';

const root = mkdtempSync(join(tmpdir(), 'akb-demo-recognised-'));
afterAll(() => rmSync(root, { recursive: true }));

test('the files of the demo are understood without a hint: every column, no question', async () => {
  const files = await writeDemoCompany({
    lines: fewestLines,
    until: '2026-10-31',
    folder: join(root, 'files'),
  });
  const inputs = [...files.shipments, ...files.companions, ...files.late];
  const { tables, problems } = await readSources(inputs, { workDir: join(root, 'work') });
  expect(problems).toEqual([]);
  const kinds: Record<string, string> = {};
  for (const table of tables) {
    const { kind, columns, questions } = recognise(table);
    expect(questions).toEqual([]);
    expect(columns.filter((column) => column.field === null).map((column) => column.header)).toEqual([]);
    kinds[basename(table.file)] = kind;
  }
  expect(kinds).toEqual({
    'shipments-2023.csv': 'shipments',
    'shipments-2024.csv': 'shipments',
    'shipments-2025.csv': 'shipments',
    'shipments-2026.csv': 'shipments',
    'late-1-corrected.csv': 'shipments',
    'late-2-backdated.csv': 'shipments',
    'customers.csv': 'customers',
    'products.csv': 'products',
  });
});
