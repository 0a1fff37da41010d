import { isUtf8 } from 'node:buffer';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Problem } from '../../src/domain/problem.ts';
import { defaultLimits, type ReadLimits } from '../../src/services/intake/read/limits.ts';
import type { Reading } from '../../src/services/intake/read/reading.ts';
import { parseCanonicalLine } from '../../src/services/intake/read/table/tab-separated.ts';
import type { DirectData, SourceRow, SourceTable } from '../../src/services/intake/source-table.ts';

/** A folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'akb-reading-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface ReadingFixture extends Reading {
  readonly problems: Problem[];
}

/** What a reader is given for a file with these bytes; its findings are gathered in `problems`. */
export function readingOf(
  content: string | Buffer,
  options: { limits?: Partial<ReadLimits>; canonical?: boolean } = {},
): ReadingFixture {
  const folder = temporaryFolder();
  const path = join(folder, 'source');
  const bytes = Buffer.from(content);
  writeFileSync(path, bytes);
  const problems: Problem[] = [];
  let files = 0;
  return {
    path,
    file: 'file',
    bytes: bytes.length,
    limits: { ...defaultLimits, ...options.limits },
    canonical: options.canonical ?? false,
    problems,
    report: (code, place = {}, params = {}) => void problems.push({ code, place, params }),
    progress: () => {},
    newPath: () => join(folder, String(++files)),
  };
}

/** All rows of a table, read from its data file as the contract of `SourceTable` describes it. */
export function rowsOf(table: SourceTable): SourceRow[] {
  const { data } = table;
  const bytes = readFileSync(data.path);
  if (data.layout === 'direct') {
    return directRows(bytes, data).map((cells, index) => ({ row: index + 1, indent: 0, outline: 0, cells }));
  }
  const lines = bytes.toString('utf8').split('\n');
  return lines.slice(0, -1).map(parseCanonicalLine);
}

/** The cells of all rows, short rows filled up with empty ones. */
export function cellsOf(table: SourceTable): string[][] {
  return rowsOf(table).map(({ cells }) =>
    Array.from({ length: table.columnCount }, (_, index) => cells[index] ?? ''),
  );
}

function directRows(bytes: Buffer, { delimiter, encoding, quoted }: DirectData): string[][] {
  const content = bytes.toString('latin1').replace(/\n$/, '');
  return content.split('\n').map((line) => {
    const fields = quoted
      ? quotedFields(line.replace(/\r$/, ''), delimiter)
      : line.replace(/\r$/, '').split(delimiter);
    return fields.map((field) => decoded(Buffer.from(field, 'latin1'), encoding));
  });
}

function quotedFields(line: string, delimiter: string): string[] {
  const fields: string[] = [];
  let rest = `${delimiter}${line}`;
  while (rest !== '') {
    const quoted = /^.("(?:[^"]|"")*")/s.exec(rest)?.[1];
    const field = quoted ?? rest.slice(1).split(delimiter, 1)[0] ?? '';
    fields.push(quoted === undefined ? field : quoted.slice(1, -1).replaceAll('""', '"'));
    rest = rest.slice(1 + field.length);
  }
  return fields;
}

function decoded(bytes: Buffer, encoding: DirectData['encoding']): string {
  const single = encoding === 'cp866' ? 'ibm866' : 'windows-1251';
  const label = encoding === 'utf-8' || (encoding === 'mixed' && isUtf8(bytes)) ? 'utf-8' : single;
  return new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
}

const encoders = new Map<string, Map<string, number>>();

/** Text in one of the encodings of Russian programs. */
export function encode(
  text: string,
  encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'cp866',
): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-8-bom') return Buffer.from(`\u{FEFF}${text}`);
  if (encoding === 'utf-16le') return Buffer.from(`\u{FEFF}${text}`, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(`\u{FEFF}${text}`, 'utf16le').swap16();
  const label = encoding === 'cp866' ? 'ibm866' : encoding;
  const known = encoders.get(label);
  const table =
    known ??
    new Map(
      Array.from({ length: 256 }, (_, byte) => [new TextDecoder(label).decode(Uint8Array.of(byte)), byte]),
    );
  encoders.set(label, table);
  return Buffer.from(
    Array.from(text, (char) => {
      const byte = table.get(char);
      if (byte === undefined) throw new Error(`no ${char} in ${encoding}`);
      return byte;
    }),
  );
}
