import { TextDecoder } from 'node:util';
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { Refusal } from '../../../../domain/problem.ts';
import type { ReadLimits } from '../limits.ts';
import { refusal } from '../reading.ts';

export interface ZipEntry {
  /** With `/` between folders. Never used as a path of ours. */
  readonly name: string;
  readonly entry: Entry;
}

export interface ZipSource {
  readonly path: string;
  readonly limits: ReadLimits;
  progress(packedBytes: number): void;
}

/**
 * A zip file whose members can be read one after another. Takes the central directory's word for nothing: sizes,
 * ratios and checksums are compared with what comes out.
 */
export class ZipArchive {
  readonly entries: readonly ZipEntry[];
  readonly #zip: ZipFile;
  readonly #limits: ReadLimits;
  readonly #progress: (packedBytes: number) => void;
  #unpacked = 0;
  #packed = 0;

  private constructor(
    zip: ZipFile,
    entries: readonly ZipEntry[],
    limits: ReadLimits,
    progress: (packedBytes: number) => void,
  ) {
    this.#zip = zip;
    this.entries = entries;
    this.#limits = limits;
    this.#progress = progress;
  }

  /** @throws Refusal `truncatedFile`, `encryptedArchive`, `tooManyEntries`. */
  static async open({ path, limits, progress }: ZipSource): Promise<ZipArchive> {
    // Names stay bytes: yauzl would refuse a whole archive for one odd name, and it knows no cp866.
    const options = { autoClose: false, decodeStrings: false, lazyEntries: true };
    const zip = await openPromise(path, options).catch((error: unknown) => {
      throw asRefusal(error);
    });
    try {
      if (zip.entryCount > limits.archiveEntries) {
        throw refusal('tooManyEntries', {}, { entries: zip.entryCount, limit: limits.archiveEntries });
      }
      const entries: ZipEntry[] = [];
      for await (const entry of zip.eachEntry()) entries.push({ name: nameOf(entry), entry });
      return new ZipArchive(zip, entries, limits, progress);
    } catch (error) {
      zip.close();
      throw asRefusal(error);
    }
  }

  /** @throws Refusal `encryptedArchive`, `unsupportedArchive`, `zipBomb`, `damagedFile`, `truncatedFile`. */
  async *read({ entry }: ZipEntry): AsyncGenerator<Buffer> {
    const { uncompressedBytes, compressionRatio, compressionFloorBytes } = this.#limits;
    if (entry.isEncrypted()) throw refusal('encryptedArchive');
    if (!entry.canDecodeFileData()) {
      throw refusal('unsupportedArchive', {}, { format: `ZIP (${entry.compressionMethod})` });
    }
    let size = 0;
    let checksum = 0;
    try {
      for await (const chunk of await this.#zip.openReadStreamPromise(entry)) {
        const bytes = chunk as Buffer;
        size += bytes.length;
        this.#unpacked += bytes.length;
        // Members may share their packed bytes, so the whole is compared as well.
        const swollen =
          (size > compressionFloorBytes && size > compressionRatio * entry.compressedSize) ||
          (this.#unpacked > compressionFloorBytes && this.#unpacked > compressionRatio * this.#zip.fileSize);
        if (swollen || this.#unpacked > uncompressedBytes) {
          throw refusal('zipBomb', {}, { limit: swollen ? compressionFloorBytes : uncompressedBytes });
        }
        checksum = crc32(bytes, checksum);
        yield bytes;
        this.#progress(this.#packed + entry.compressedSize * Math.min(1, size / entry.uncompressedSize));
      }
    } catch (error) {
      throw asRefusal(error);
    }
    if (checksum !== entry.crc32) throw refusal('damagedFile');
    this.#packed += entry.compressedSize;
  }

  close(): void {
    this.#zip.close();
  }
}

function asRefusal(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Refusal || 'syscall' in error) return error;
  if (/encrypt/i.test(error.message)) return refusal('encryptedArchive');
  const cut = /not found|truncated|overflows|EOF|unexpected end|not enough bytes|multi-disk/i.test(
    error.message,
  );
  return refusal(cut ? 'truncatedFile' : 'damagedFile');
}

const utf8Flag = 0x800;
const unicodePathField = 0x7075;

/** Archivers of Russian Windows write cp866 where they do not mark UTF-8. */
function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw;
  const unicode = entry.extraFields.find((field) => field.id === unicodePathField)?.data.subarray(5);
  const text =
    unicode !== undefined
      ? unicode.toString('utf8')
      : entry.generalPurposeBitFlag & utf8Flag
        ? raw.toString('utf8')
        : new TextDecoder('ibm866').decode(raw);
  return printable(text.replaceAll('\\', '/'));
}

/** Control characters could move the cursor of a terminal that shows the name. */
function printable(name: string): string {
  return name.replace(/\p{Cc}|\p{Cf}/gu, '\u{FFFD}');
}
