/** Bounds that keep one hostile or mistaken file from taking the machine; every refusal names its limit. */
export interface ReadLimits {
  /** Bytes of one line, row or cell. */
  readonly recordBytes: number;
  readonly columns: number;
  /** A quoted field that is longer, or spans more lines, is taken for a stray quote. */
  readonly quotedFieldChars: number;
  readonly quotedFieldLines: number;
  /** Bytes that one archive or workbook may unpack to, and that empty cells may add to one table. */
  readonly uncompressedBytes: number;
  /** Unpacked to packed bytes of one archive member… */
  readonly compressionRatio: number;
  /** …looked at only beyond this many unpacked bytes. */
  readonly compressionFloorBytes: number;
  readonly archiveEntries: number;
  /** Bytes of an `.xls`, which has to be read into memory whole. */
  readonly xlsBytes: number;
  /** Bytes of the distinct texts of one workbook. */
  readonly sharedStringBytes: number;
  /** Heap of the reader process, MiB. */
  readonly processMemory: number;
}

const kib = 1024;
const mib = 1024 * kib;
const gib = 1024 * mib;

export const defaultLimits: ReadLimits = {
  recordBytes: 16 * mib,
  columns: 16_384,
  quotedFieldChars: 64 * kib,
  quotedFieldLines: 50,
  uncompressedBytes: 4 * gib,
  compressionRatio: 200,
  compressionFloorBytes: 100 * mib,
  archiveEntries: 10_000,
  xlsBytes: 64 * mib,
  sharedStringBytes: 512 * mib,
  processMemory: 1024,
};
