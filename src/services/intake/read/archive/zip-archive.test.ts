import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { readingOf } from '../../../../../tests/reading/reading-fixture.ts';
import { encrypted, zipOf } from '../../../../../tests/reading/zip-fixture.ts';
import { ZipArchive } from './zip-archive.ts';

async function unpack(bytes: Buffer, limits = {}): Promise<[name: string, text: string][]> {
  const zip = await ZipArchive.open(readingOf(bytes, { limits }));
  try {
    const members: [string, string][] = [];
    for (const entry of zip.entries) {
      members.push([entry.name, await text(zip.read(entry))]);
    }
    return members;
  } finally {
    zip.close();
  }
}
const replaced = (zip: Buffer, from: string | Buffer, to: Buffer) => {
  const copy = Buffer.from(zip);
  for (let at = copy.indexOf(from); at >= 0; at = copy.indexOf(from, at + 1)) to.copy(copy, at);
  return copy;
};

describe('a zip archive', () => {
  test('gives its members and their names as they are, whatever paths they pretend', async () => {
    const harmless = await zipOf({ 'a/Продажи.csv': 'x', 'bb/bb/etc.csv': 'y' });
    const tricky = replaced(harmless, 'bb/bb/etc.csv', Buffer.from('../../etc.csv'));
    expect(await unpack(tricky)).toEqual([
      ['a/Продажи.csv', 'x'],
      ['../../etc.csv', 'y'],
    ]);
  });

  test('of a Russian Windows has names in cp866, and control characters in names are made visible', async () => {
    const zip = await zipOf({ 'AAAA.csv': 'x' });
    const named = replaced(zip, 'AAAA', Buffer.from([0x8f, 0xe0, 0xae, 0x1b]));
    const marked = Buffer.from(named);
    for (const [signature, at] of [
      ['PK\x03\x04', 6],
      ['PK\x01\x02', 8],
    ] as const) {
      marked.writeUInt16LE(
        marked.readUInt16LE(marked.indexOf(signature) + at) & ~0x800,
        marked.indexOf(signature) + at,
      );
    }
    expect(await unpack(marked)).toEqual([['Про\u{FFFD}.csv', 'x']]);
  });

  test('that breaks off, at any place, is refused', async () => {
    const zip = await zipOf({ 'a.csv': 'Дата;Сумма\n'.repeat(5000) });
    for (const part of [0.2, 0.5, 0.99]) {
      await expect(unpack(zip.subarray(0, Math.floor(zip.length * part)))).rejects.toThrow('truncatedFile');
    }
  });

  test('whose bytes changed is refused by its checksum', async () => {
    const numbers = Array.from({ length: 5000 }, (_, at) => Math.imul(at + 1, 2_654_435_761));
    const zip = await zipOf({ 'a.csv': numbers.join(';') });
    const dataAt = zip.indexOf('a.csv') + 5;
    zip.writeUInt8((zip.readUInt8(dataAt + 2000) + 1) % 256, dataAt + 2000);
    await expect(unpack(zip)).rejects.toThrow(/damagedFile|truncatedFile/);
  });

  test('with a password is refused as such', async () => {
    await expect(unpack(encrypted(await zipOf({ 'a.csv': 'x' })))).rejects.toThrow('encryptedArchive');
  });

  test('that swells beyond all measure is a bomb', async () => {
    const zip = await zipOf({ 'a.csv': Buffer.alloc(3_000_000) });
    await expect(unpack(zip, { compressionFloorBytes: 1_000_000 })).rejects.toThrow('zipBomb');
    await expect(unpack(zip, { uncompressedBytes: 2_000_000 })).rejects.toThrow('zipBomb');
    expect(await unpack(zip)).toHaveLength(1);
  });

  test('with more members than anybody reads is refused', async () => {
    await expect(unpack(await zipOf({ a: '1', b: '2', c: '3' }), { archiveEntries: 2 })).rejects.toThrow(
      'tooManyEntries',
    );
  });
});
