import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { LoadTask, MeasuredLoad } from './bare-insert-child.ts';
import { answerParent, measured } from './child-process.ts';
import { headLines } from './shipments-file.ts';
import { fileColumns, sqlText } from './shipments-table.ts';

// Thousands parted by a no-break space (two bytes) are no number to `read_csv`: those columns are cast after reading.
answerParent(async ({ dataDir, file }: LoadTask): Promise<MeasuredLoad> => {
  const instance = await DuckDBInstance.create(join(dataDir, 'bench.duckdb'));
  const connection = await instance.connect();
  const types = { text: 'VARCHAR', date: 'DATE', number: 'VARCHAR' };
  const columns = fileColumns.map(([name, type]) => `${sqlText(name)}: '${types[type]}'`).join(', ');
  const select = fileColumns.map(([name, type]) =>
    type === 'number'
      ? `CAST(replace(replace(${name}, '\u00a0', ''), ',', '.') AS DECIMAL(18, 4)) AS ${name}`
      : name,
  );
  const { usage } = await measured(() =>
    connection.run(`
      CREATE TABLE bench AS SELECT ${select.join(', ')}
      FROM read_csv(${sqlText(file)}, delim = ';', header = false, skip = ${headLines}, auto_detect = false,
        quote = '"', dateformat = '%d.%m.%Y', columns = {${columns}})`),
  );
  const counted = await connection.runAndReadAll('SELECT count(*) FROM bench');
  const lines = Number(counted.getRows()[0]?.[0]);
  connection.closeSync();
  instance.closeSync();
  return { usage, lines };
});
