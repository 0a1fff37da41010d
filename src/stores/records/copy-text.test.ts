import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cell, copyLine, linesOf, parseCopyLine } from './copy-text.ts';

test('a row looks as COPY writes it', () => {
  expect(copyLine(['1', null, '', 'ООО «Ромашка»\tи\\N\r\nдругие'])).toBe(
    '1\t\\N\t\tООО «Ромашка»\\tи\\\\N\\r\\nдругие\n',
  );
});

test('any row survives being written and read, wherever the text is cut', async () => {
  const cell = fc.option(fc.string({ unit: 'binary' }), { nil: null });
  const row = fc.array(cell, { minLength: 1, maxLength: 4 });
  const property = fc.asyncProperty(fc.array(row), fc.integer({ min: 1, max: 9 }), async (rows, size) => {
    const text = rows.map(copyLine).join('');
    async function* pieces(): AsyncGenerator<string> {
      for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
    }
    const read: Cell[][] = [];
    for await (const line of linesOf(pieces())) read.push(parseCopyLine(line));
    expect(read).toEqual(rows);
  });
  await fc.assert(property, { numRuns: 100 });
});
