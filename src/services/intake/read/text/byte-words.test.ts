import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordBuffer } from '../table/blocks.ts';
import { byteCounter, replaceByte } from './byte-words.ts';

const blocks = fc.array(fc.constantFrom(0x3b, 0x3a, 0x3c, 0xbb, 0x00, 0x01, 0x7f, 0x80, 0xff), {
  maxLength: 40,
});

function blockOf(bytes: readonly number[]): Buffer {
  const block = wordBuffer(bytes.length + 5).fill(0x3b);
  block.set(bytes);
  return block.subarray(0, bytes.length);
}

describe('bytes four at a time', () => {
  test('are counted as one by one, between any two positions', () => {
    fc.assert(
      fc.property(blocks, fc.nat(), fc.nat(), (bytes, one, other) => {
        const [from = 0, to = 0] = [one % (bytes.length + 1), other % (bytes.length + 1)].toSorted(
          (a, b) => a - b,
        );
        for (const byte of [0x3b, 0x00, 0x80]) {
          const expected = bytes.slice(from, to).filter((found) => found === byte).length;
          expect(byteCounter(blockOf(bytes), byte)(from, to)).toBe(expected);
        }
      }),
    );
  });

  test('are replaced as one by one', () => {
    fc.assert(
      fc.property(blocks, (bytes) => {
        const block = blockOf(bytes);
        replaceByte(block, 0x3b, 0x09);
        expect([...block]).toEqual(bytes.map((byte) => (byte === 0x3b ? 0x09 : byte)));
      }),
    );
  });
});
