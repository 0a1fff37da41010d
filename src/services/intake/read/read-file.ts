import type { SourceTable } from '../source-table.ts';
import { type Unpacked, unpackGzip, unpackZip } from './archive/unpack.ts';
import { ZipArchive } from './archive/zip-archive.ts';
import { type FileFormat, formatOfFile } from './detect-format.ts';
import { readXlsx } from './excel/read-xlsx.ts';
import { findWorkbook } from './excel/workbook.ts';
import { type Reading, refusal } from './reading.ts';
import { readText } from './text/read-text.ts';

/** A file is tables, or an archive of files. */
export interface FileContent {
  readonly tables: readonly SourceTable[];
  readonly members: readonly Unpacked[];
}

/**
 * Reads one private copy of a file, whatever it is. `packed`: it came out of an archive, so it may not be one itself.
 *
 * @throws Refusal when nothing of the file can be used.
 */
export async function readFile(reading: Reading, packed: boolean): Promise<FileContent> {
  const format = formatOfFile(reading.path, reading.bytes);
  if (format.kind === 'zip') return readZip(reading, packed);
  if (format.kind === 'gzip') {
    if (packed) throw refusal('nestedArchive');
    return { tables: [], members: [await unpackGzip(reading)] };
  }
  return { tables: await readTables(reading, format), members: [] };
}

/** Libraries are loaded with the first file that needs them: the reader starts in a tenth of the time. */
async function readTables(reading: Reading, format: FileFormat): Promise<readonly SourceTable[]> {
  switch (format.kind) {
    case 'xls':
      return (await import('./excel/read-xls.ts')).readXls(reading);
    case 'html':
      return (await import('./markup/read-html.ts')).readHtml(reading);
    case 'spreadsheetml':
      return (await import('./markup/read-spreadsheetml.ts')).readSpreadsheetMl(reading);
    case 'dbf':
      return [(await import('./dbf/read-dbf.ts')).readDbf(reading)];
    case 'parquet':
      return [await (await import('./parquet/read-parquet.ts')).readParquet(reading)];
    case 'text':
      return [readText(reading)];
    case 'unsupportedFormat':
    case 'unsupportedArchive':
      throw refusal(format.kind, {}, { format: format.name });
    default:
      throw refusal('emptyFile');
  }
}

async function readZip(reading: Reading, packed: boolean): Promise<FileContent> {
  const zip = await ZipArchive.open(reading);
  try {
    if (findWorkbook(zip)) return { tables: await readXlsx(reading, zip), members: [] };
    const document = otherDocument(zip);
    if (document) throw refusal('unsupportedFormat', {}, { format: document });
    if (packed) throw refusal('nestedArchive');
    return { tables: [], members: await unpackZip(reading, zip) };
  } finally {
    zip.close();
  }
}

/** Documents that are zip files inside. */
function otherDocument(zip: ZipArchive): string | null {
  const has = (name: string) => zip.entries.some((entry) => entry.name.toLowerCase() === name);
  if (has('xl/workbook.bin')) return 'XLSB';
  if (has('mimetype') && has('content.xml')) return 'ODS';
  if (has('index/document.iwa')) return 'Numbers';
  if (has('[content_types].xml')) return 'DOCX, PPTX…';
  return null;
}
