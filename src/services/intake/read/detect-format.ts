import { closeSync, openSync, readSync } from 'node:fs';

/** What a file is, by its first bytes; its name is never asked. */
export type FileFormat =
  | {
      readonly kind: 'empty' | 'zip' | 'gzip' | 'xls' | 'html' | 'spreadsheetml' | 'dbf' | 'parquet' | 'text';
    }
  /** Something known that is read by nobody here; `name` as users call it. */
  | { readonly kind: 'unsupportedFormat' | 'unsupportedArchive'; readonly name: string };

/** Enough for every signature and for the beginning of a page. */
const signatureBytes = 4096;

interface Signature {
  readonly kind: FileFormat['kind'];
  readonly name?: string;
  /** latin1 */
  readonly bytes: string;
  readonly at?: number;
}

const signatures: readonly Signature[] = [
  { kind: 'zip', bytes: 'PK\x03\x04' },
  { kind: 'zip', bytes: 'PK\x05\x06' },
  { kind: 'zip', bytes: 'PK\x07\x08' },
  { kind: 'gzip', bytes: '\x1f\x8b\x08' },
  { kind: 'xls', bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
  // BIFF 2 to 5 without the compound file around it: record BOF with its length.
  { kind: 'xls', bytes: '\x09\x00\x04\x00' },
  { kind: 'xls', bytes: '\x09\x02\x06\x00' },
  { kind: 'xls', bytes: '\x09\x04\x06\x00' },
  { kind: 'xls', bytes: '\x09\x08\x08\x00' },
  { kind: 'parquet', bytes: 'PAR1' },
  { kind: 'unsupportedArchive', name: 'RAR', bytes: 'Rar!\x1a\x07' },
  { kind: 'unsupportedArchive', name: '7z', bytes: '7z\xbc\xaf\x27\x1c' },
  { kind: 'unsupportedArchive', name: 'xz', bytes: '\xfd7zXZ\x00' },
  { kind: 'unsupportedArchive', name: 'Zstandard', bytes: '\x28\xb5\x2f\xfd' },
  { kind: 'unsupportedArchive', name: 'bzip2', bytes: '1AY&SY', at: 4 },
  { kind: 'unsupportedArchive', name: 'tar', bytes: 'ustar', at: 257 },
  { kind: 'unsupportedFormat', name: 'PDF', bytes: '%PDF-' },
  { kind: 'unsupportedFormat', name: 'PNG', bytes: '\x89PNG\r\n\x1a\n' },
  { kind: 'unsupportedFormat', name: 'JPEG', bytes: '\xff\xd8\xff' },
  { kind: 'unsupportedFormat', name: 'GIF', bytes: 'GIF8' },
  { kind: 'unsupportedFormat', name: 'RTF', bytes: '{\\rtf' },
  { kind: 'unsupportedFormat', name: 'MXL (1С)', bytes: 'MOXCEL' },
  { kind: 'unsupportedFormat', name: 'MHTML', bytes: 'MIME-Version:' },
  { kind: 'unsupportedFormat', name: 'SQLite', bytes: 'SQLite format 3\x00' },
  { kind: 'unsupportedFormat', name: 'Access', bytes: 'Standard Jet DB', at: 4 },
  { kind: 'unsupportedFormat', name: 'Access', bytes: 'Standard ACE DB', at: 4 },
  { kind: 'unsupportedFormat', name: 'Arrow', bytes: 'ARROW1' },
];

const htmlStart =
  /^(?:<!--[\s\S]*?-->|\s)*<(?:!doctype\s+html|html|head|meta|body|style|title|table|div|font|center)\b/i;
const xmlStart = /^\s*<\?xml\b/i;

export function formatOfFile(path: string, size: number): FileFormat {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(signatureBytes);
    return detectFormat(buffer.subarray(0, readSync(file, buffer, 0, signatureBytes, 0)), size);
  } finally {
    closeSync(file);
  }
}

/** @param head the first `signatureBytes` of the file, or all of it */
export function detectFormat(head: Buffer, size: number): FileFormat {
  if (size === 0) return { kind: 'empty' };
  const start = head.toString('latin1', 0, 512);
  for (const { kind, name, bytes, at = 0 } of signatures) {
    if (start.startsWith(bytes, at)) return { kind, name: name ?? '' } as FileFormat;
  }
  if (isDbf(head)) return { kind: 'dbf' };
  const text = beginningOfText(head);
  if (htmlStart.test(text)) return { kind: 'html' };
  if (xmlStart.test(text)) return detectXml(text);
  return { kind: 'text' };
}

function detectXml(text: string): FileFormat {
  if (text.includes('urn:schemas-microsoft-com:office:spreadsheet')) return { kind: 'spreadsheetml' };
  if (/<html\b/i.test(text)) return { kind: 'html' };
  return { kind: 'unsupportedFormat', name: 'XML' };
}

function beginningOfText(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return head.toString('utf16le', 2);
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return head.toString('latin1', 3);
  return head.toString('latin1');
}

const dbfVersions = new Set([
  0x02, 0x03, 0x04, 0x05, 0x30, 0x31, 0x32, 0x43, 0x83, 0x8b, 0x8e, 0xcb, 0xf5, 0xfb,
]);
const dbfFieldTypes = 'CNFDLTIBYMGPVQO+@0W';

/** A known version, a plausible header and a first field descriptor that makes sense. */
function isDbf(head: Buffer): boolean {
  if (head.length < 33 || !dbfVersions.has(head[0] ?? 0)) return false;
  const month = head[2] ?? 0;
  const day = head[3] ?? 0;
  const headerBytes = head.readUInt16LE(8);
  const recordBytes = head.readUInt16LE(10);
  if (month > 12 || day > 31 || headerBytes < 33 || recordBytes < 1) return false;
  if (head[32] === 0x0d) return true;
  return head.length >= 44 && dbfFieldTypes.includes(String.fromCharCode(head[43] ?? 1));
}
