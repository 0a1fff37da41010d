import { asyncBufferFromFile, type FileMetaData, parquetMetadataAsync, parquetRead } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { Refusal } from '../../../../domain/problem.ts';
import type { SourceTable } from '../../source-table.ts';
import { type Reading, refusal } from '../reading.ts';
import { CanonicalWriter } from '../table/canonical-writer.ts';
import { columnKinds, exactParsers, parquetText, plainColumns } from './parquet-text.ts';

const rowsAtOnce = 50_000;

/** A Parquet file. Row 1 is the names of its columns; decimals and dates are exact, nested values are JSON. */
export async function readParquet(reading: Reading): Promise<SourceTable> {
  const { limits } = reading;
  const writer = new CanonicalWriter(reading.newPath(), limits);
  try {
    await decode(reading, writer);
    if (writer.rowCount === 1) throw refusal('emptyFile');
    return { file: reading.file, format: 'parquet', merges: [], bytes: reading.bytes, ...writer.finish() };
  } catch (error) {
    writer.discard();
    if (error instanceof Refusal || (error instanceof Error && 'syscall' in error)) throw error;
    const cut = error instanceof Error && /footer|metadata|too short/i.test(error.message);
    throw refusal(cut ? 'truncatedFile' : 'damagedFile');
  }
}

async function decode(reading: Reading, writer: CanonicalWriter): Promise<void> {
  const { limits } = reading;
  const file = await asyncBufferFromFile(reading.path);
  const metadata = await parquetMetadataAsync(file, { parsers: exactParsers, geoparquet: false });
  if (unpackedBytes(metadata) > limits.uncompressedBytes) {
    throw refusal('zipBomb', {}, { limit: limits.uncompressedBytes });
  }
  const columns = columnKinds(metadata);
  if (columns.length > limits.columns) {
    throw refusal('tooManyColumns', {}, { columns: columns.length, limit: limits.columns });
  }
  const raw = plainColumns(metadata);
  writer.write(
    1,
    0,
    0,
    columns.map(({ name }) => name),
  );
  const rowCount = Number(metadata.num_rows);
  for (let rowStart = 0; rowStart < rowCount; rowStart += rowsAtOnce) {
    const rowEnd = Math.min(rowCount, rowStart + rowsAtOnce);
    await parquetRead({
      file,
      metadata: raw,
      rowStart,
      rowEnd,
      compressors,
      utf8: false,
      geoparquet: false,
      parsers: exactParsers,
      onComplete(rows: readonly (readonly unknown[])[]) {
        for (const [index, row] of rows.entries()) {
          writer.write(
            rowStart + index + 2,
            0,
            0,
            columns.map((column, at) => parquetText(row[at], column)),
          );
        }
      },
    });
    reading.progress((reading.bytes * rowEnd) / rowCount);
  }
}

function unpackedBytes(metadata: FileMetaData): number {
  return metadata.row_groups.reduce((sum, group) => sum + Number(group.total_byte_size), 0);
}
