/** Counts a byte between two positions, four bytes at a time (https://graphics.stanford.edu/~seander/bithacks.html). */
export function byteCounter(bytes: Buffer, byte: number): (from: number, to: number) => number {
  // The block begins at a multiple of four in its memory, which goes on behind its end.
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, (bytes.length + 3) >> 2);
  const pattern = Math.imul(byte, 0x01010101);
  /** 0x80 in every byte of the word that is the one looked for, without carries between bytes. */
  const hits = (word: number): number => {
    const differing = (words[word] ?? 0) ^ pattern;
    return ~(((differing & 0x7f7f7f7f) + 0x7f7f7f7f) | differing | 0x7f7f7f7f);
  };
  const sum = (found: number): number => Math.imul(found >>> 7, 0x01010101) >>> 24;
  return (from, to) => {
    if (from === to) return 0;
    const first = from >> 2;
    const last = (to - 1) >> 2;
    const afterFrom = -1 << ((from & 3) * 8);
    const beforeTo = -1 >>> (24 - ((to - 1) & 3) * 8);
    if (first === last) return sum(hits(first) & afterFrom & beforeTo);
    let count = sum(hits(first) & afterFrom) + sum(hits(last) & beforeTo);
    for (let word = first + 1; word < last; word++) count += sum(hits(word));
    return count;
  };
}
