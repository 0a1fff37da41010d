import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Refusal } from '../../../../domain/problem.ts';
import { type Reading, refusal } from '../reading.ts';
import type { ZipArchive, ZipEntry } from './zip-archive.ts';

/** A file that came out of an archive. */
export interface Unpacked {
  readonly path: string;
  readonly file: string;
}

/**
 * Unpacks the members of a zip in the order of their names. A member that cannot be unpacked is reported under its own
 * name and the others are kept; a bomb or a cut archive is refused whole.
 */
export async function unpackZip(reading: Reading, zip: ZipArchive): Promise<Unpacked[]> {
  const unpacked: Unpacked[] = [];
  const members = zip.entries.filter(({ name }) => !name.endsWith('/')).sort(byName);
  for (const member of members) {
    const file = `${reading.file}/${member.name}`;
    if (isHidden(member.name)) {
      reading.report('hiddenFileSkipped', { file });
      continue;
    }
    const path = reading.newPath();
    try {
      await pipeline(zip.read(member), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      unpacked.push({ path, file });
    } catch (error) {
      if (!(error instanceof Refusal) || error.problems.some(({ code }) => code === 'zipBomb')) throw error;
      for (const { code, place, params } of error.problems) reading.report(code, { ...place, file }, params);
    }
  }
  if (members.length === 0) throw refusal('emptyFile');
  return unpacked;
}

/** @throws Refusal `truncatedFile`, `damagedFile`, `zipBomb`. */
export async function unpackGzip(reading: Reading): Promise<Unpacked> {
  const { limits } = reading;
  const path = reading.newPath();
  const source = createReadStream(reading.path);
  async function* guarded(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let size = 0;
    for await (const chunk of chunks) {
      size += chunk.length;
      const swollen = size > limits.compressionFloorBytes && size > limits.compressionRatio * reading.bytes;
      if (swollen || size > limits.uncompressedBytes) {
        throw refusal(
          'zipBomb',
          {},
          { limit: swollen ? limits.compressionFloorBytes : limits.uncompressedBytes },
        );
      }
      yield chunk;
      reading.progress(source.bytesRead);
    }
  }
  const target = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  await pipeline(source, createGunzip(), guarded, target).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'Z_BUF_ERROR') throw refusal('truncatedFile');
    if (typeof code === 'string' && code.startsWith('Z_')) throw refusal('damagedFile');
    throw error;
  });
  return { path, file: reading.file };
}

/** Hidden by its name: `.DS_Store`, Apple's shadow files, the lock files of Excel (`~$книга.xlsx`). */
export function isHidden(path: string): boolean {
  return path
    .split('/')
    .some(
      (name) =>
        /^(?:\.|~\$|__MACOSX$|thumbs\.db$|desktop\.ini$)/i.test(name) && name !== '.' && name !== '..',
    );
}

function byName(left: ZipEntry, right: ZipEntry): number {
  return left.name < right.name ? -1 : left.name > right.name ? 1 : 0;
}
