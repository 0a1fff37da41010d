import { isAscii, isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import { TextDecoder } from 'node:util';
import type { SourceTable } from '../../source-table.ts';
import { type Reading, refusal } from '../reading.ts';
import { CanonicalWriter } from '../table/canonical-writer.ts';
import { guessSingleByte } from '../text/charset.ts';
import { type DbfField, fieldText, isMemo } from './field-text.ts';

interface DbfHeader {
  readonly fields: readonly DbfField[];
  readonly headerBytes: number;
  readonly recordBytes: number;
  readonly records: number;
  readonly languageDriver: number;
}

const recordsAtOnce = 4096;
const deletedMark = 0x2a;

/** Language drivers (byte 29) that say the encoding; Visual FoxPro marks Russian tables with the Western one as well. */
const encodings: Readonly<Record<number, string>> = {
  38: 'ibm866',
  101: 'ibm866',
  201: 'windows-1251',
  87: 'windows-1251',
  3: 'windows-1251',
};

/**
 * A dBase, Clipper or FoxPro table. Row 1 is the names of its fields; deleted records are skipped and counted, memo
 * fields (kept in another file) are empty.
 *
 * @throws Refusal `damagedFile`, `truncatedFile`, `emptyFile`.
 */
export function readDbf(reading: Reading): SourceTable {
  const file = openSync(reading.path, 'r');
  const writer = new CanonicalWriter(reading.newPath(), reading.limits);
  try {
    const header = readHeader(file);
    const { fields, headerBytes, recordBytes, records } = header;
    if (reading.bytes < headerBytes + records * recordBytes) throw refusal('truncatedFile');
    const decoder = chooseDecoder(file, header);
    writer.write(
      1,
      0,
      0,
      fields.map(({ name }) => decoder.decode(name)),
    );
    let deleted = 0;
    let unreadable = 0;
    const buffer = Buffer.alloc(recordsAtOnce * recordBytes);
    for (let from = 0; from < records; from += recordsAtOnce) {
      const count = Math.min(recordsAtOnce, records - from);
      readSync(file, buffer, 0, count * recordBytes, headerBytes + from * recordBytes);
      for (let index = 0; index < count; index++) {
        const record = buffer.subarray(index * recordBytes, (index + 1) * recordBytes);
        if (record[0] === deletedMark) {
          deleted++;
          continue;
        }
        const texts = fields.map((field) => fieldText(record, field, decoder));
        for (const text of texts) if (text === null) unreadable++;
        const cells = texts.map((text) => text ?? '');
        writer.write(from + index + 2, 0, 0, cells);
      }
      reading.progress(headerBytes + (from + count) * recordBytes);
    }
    if (writer.rowCount === 1) throw refusal('emptyFile');
    if (deleted > 0) reading.report('deletedRecordsSkipped', {}, { count: deleted });
    if (unreadable > 0) reading.report('errorCells', {}, { count: unreadable });
    const memos = fields.filter(isMemo).map(({ name }) => decoder.decode(name));
    if (memos.length > 0) reading.report('memoFieldsEmpty', {}, { fields: memos.join(', ') });
    return { file: reading.file, format: 'dbf', merges: [], bytes: reading.bytes, ...writer.finish() };
  } catch (error) {
    writer.discard();
    throw error;
  } finally {
    closeSync(file);
  }
}

function readHeader(file: number): DbfHeader {
  const start = Buffer.alloc(32);
  if (readSync(file, start, 0, 32, 0) < 32) throw refusal('truncatedFile');
  const headerBytes = start.readUInt16LE(8);
  const recordBytes = start.readUInt16LE(10);
  const descriptors = Buffer.alloc(headerBytes);
  if (readSync(file, descriptors, 0, headerBytes, 0) < headerBytes) throw refusal('truncatedFile');
  const isFoxPro = (start[0] ?? 0) >= 0x30 && (start[0] ?? 0) <= 0x32;
  const fields: DbfField[] = [];
  let offset = 1;
  for (let at = 32; at + 32 <= headerBytes && descriptors[at] !== 0x0d; at += 32) {
    const descriptor = descriptors.subarray(at, at + 32);
    const terminator = descriptor.subarray(0, 11).indexOf(0);
    const name = Buffer.from(descriptor.subarray(0, terminator < 0 ? 11 : terminator));
    const type = String.fromCharCode(descriptor[11] ?? 0);
    // Clipper keeps the high byte of a long text's length where others keep decimals.
    const length = (descriptor[16] ?? 0) + (type === 'C' ? 256 * (descriptor[17] ?? 0) : 0);
    // `0`: null flags, a column of FoxPro's own.
    if (type !== '0') fields.push({ name, type, offset, length, isFoxPro });
    offset += length;
  }
  if (fields.length === 0 || offset > recordBytes) throw refusal('damagedFile');
  return { fields, headerBytes, recordBytes, records: start.readUInt32LE(4), languageDriver: start[29] ?? 0 };
}

/** By the language driver; where it is not set (1C does not set it) by the bytes themselves, cp866 if they say nothing. */
function chooseDecoder(
  file: number,
  { languageDriver, headerBytes, recordBytes, records }: DbfHeader,
): TextDecoder {
  const stated = encodings[languageDriver];
  if (stated !== undefined) return new TextDecoder(stated);
  // Names may be cut in the middle of a character, so they are asked only where the records say nothing.
  const content = sampleOf(file, headerBytes, records * recordBytes);
  const sample = isAscii(content) ? sampleOf(file, 32, headerBytes - 32) : content;
  if (isAscii(sample)) return new TextDecoder('ibm866');
  if (isUtf8(sample.subarray(0, sample.lastIndexOf(0x20)))) return new TextDecoder('utf-8');
  return new TextDecoder(guessSingleByte(sample).singleByte === 'cp866' ? 'ibm866' : 'windows-1251');
}

function sampleOf(file: number, position: number, length: number): Buffer {
  const sample = Buffer.alloc(Math.min(1024 * 1024, length));
  return sample.subarray(0, readSync(file, sample, 0, sample.length, position));
}
