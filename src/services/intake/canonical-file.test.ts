import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalRows } from './canonical-file.ts';
import { defaultLimits } from './read/limits.ts';
import { CanonicalWriter } from './read/table/canonical-writer.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'akb-canonical-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a canonical file gives back every cell as it was written, whatever stands in it', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('', 'a\tb', 'a\nb', 'a\r\nb', '\\N', '\\', '\0', 'строка\u2028другая'),
  );
  const table = fc.array(fc.tuple(fc.nat(40), fc.nat(7), fc.array(cell, { minLength: 3, maxLength: 3 })), {
    maxLength: 30,
  });
  let files = 0;
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const path = join(folder, `${files++}.tsv`);
      const writer = new CanonicalWriter(path, defaultLimits);
      for (const [index, [indent, outline, cells]] of rows.entries())
        writer.write(index + 1, indent, outline, cells);
      writer.finish();
      expect(await Array.fromAsync(canonicalRows(path))).toEqual(
        rows.map(([indent, outline, cells], index) => ({ row: index + 1, indent, outline, cells })),
      );
    }),
    { numRuns: 50 },
  );
});
