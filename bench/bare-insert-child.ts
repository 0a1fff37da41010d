import { openWarehouse } from '../src/stores/warehouse/warehouse.ts';
import { answerParent, measured, type Usage } from './child-process.ts';
import { headLines } from './shipments-file.ts';
import { fileColumns, sqlText } from './shipments-table.ts';

export interface LoadTask {
  readonly dataDir: string;
  readonly file: string;
}

export interface MeasuredLoad {
  readonly usage: Usage;
  readonly lines: number;
}

// The least that the engine can do with the file: every cell typed, nothing checked, nobody recognised.
answerParent(async ({ dataDir, file }: LoadTask): Promise<MeasuredLoad> => {
  const warehouse = await openWarehouse({ dataDir });
  const types = { text: 'String', date: 'Date', number: 'Decimal(18, 4)' };
  await warehouse.run(
    `CREATE TABLE bare (${fileColumns.map(([name, type]) => `${name} ${types[type]}`).join(', ')}) ENGINE = MergeTree ORDER BY tuple()`,
  );
  const read = {
    text: (name: string) => name,
    date: (name: string) =>
      `toDate(concat(substring(${name}, 7, 4), '-', substring(${name}, 4, 2), '-', substring(${name}, 1, 2)))`,
    number: (name: string) => `toDecimal64(replaceOne(replaceAll(${name}, '\u00a0', ''), ',', '.'), 4)`,
  };
  const { usage } = await measured(() =>
    warehouse.run(`
      INSERT INTO bare SELECT ${fileColumns.map(([name, type]) => read[type](name)).join(', ')}
      FROM file(${sqlText(file)}, 'CSV', ${sqlText(fileColumns.map(([name]) => `${name} String`).join(', '))})
      SETTINGS format_csv_delimiter = ';', input_format_csv_skip_first_lines = ${headLines}`),
  );
  const [row] = await warehouse.rows<{ lines: string }>('SELECT count() AS lines FROM bare');
  await warehouse.close();
  return { usage, lines: Number(row?.lines) };
});
