import { describe, expect, test } from 'vitest';
import { encode, readingOf, rowsOf } from '../../../../../tests/reading/reading-fixture.ts';
import { readSpreadsheetMl } from './read-spreadsheetml.ts';

const book = (sheets: string, encoding = 'UTF-8') => `<?xml version="1.0" encoding="${encoding}"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="s1"><Alignment ss:Horizontal="Left" ss:Indent="2"/></Style></Styles>${sheets}</Workbook>`;
const read = async (xml: string | Buffer) => {
  const reading = readingOf(xml);
  return { tables: await readSpreadsheetMl(reading), problems: reading.problems };
};

describe('an XML workbook of 2003', () => {
  test('has texts, exact numbers, dates, booleans, levels, gaps and merges', async () => {
    const { tables, problems } = await read(
      book(`<Worksheet ss:Name="Продажи"><Table>
        <Row><Cell ss:MergeAcross="1"><Data ss:Type="String">Валовая прибыль</Data></Cell><Cell><Data ss:Type="String">x</Data></Cell></Row>
        <Row ss:Index="4"><Cell ss:StyleID="s1"><Data ss:Type="String">Молоко</Data></Cell><Cell ss:Index="4"><Data ss:Type="Number">7.7070838930000000E+09</Data></Cell></Row>
        <Row ss:Hidden="1"><Cell><Data ss:Type="DateTime">2026-10-05T00:00:00.000</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell></Row>
      </Table></Worksheet>`),
    );
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({ sheet: 'Продажи', format: 'xls' });
    expect(tables.flatMap(rowsOf)).toEqual([
      { row: 1, indent: 0, outline: 0, cells: ['Валовая прибыль', '', 'x', ''] },
      { row: 4, indent: 2, outline: 0, cells: ['Молоко', '', '', '7707083893'] },
      { row: 5, indent: 0, outline: 0, cells: ['2026-10-05', 'Истина', '', ''] },
    ]);
    expect(tables[0]?.merges).toEqual([{ fromRow: 1, toRow: 1, fromColumn: 0, toColumn: 1 }]);
    expect(problems).toEqual([
      { code: 'hiddenRows', place: { sheet: 'Продажи', row: 5 }, params: { count: 1 } },
      { code: 'errorCells', place: { sheet: 'Продажи', row: 5, column: 'C' }, params: { count: 1 } },
    ]);
  });

  test('in windows-1251, with a hidden sheet', async () => {
    const sheet = (name: string, options = '') =>
      `<Worksheet ss:Name="${name}"><Table><Row><Cell><Data ss:Type="String">Ромашка</Data></Cell></Row></Table>${options}</Worksheet>`;
    const hidden = sheet('Черновик', '<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>');
    const xml = book(sheet('Лист1') + hidden, 'windows-1251');
    const { tables, problems } = await read(encode(xml, 'windows-1251'));
    expect(tables.map(({ sheet: name, head }) => [name, head[0]?.cells])).toEqual([['Лист1', ['Ромашка']]]);
    expect(problems).toEqual([{ code: 'sheetHidden', place: { sheet: 'Черновик' }, params: {} }]);
  });

  test('that breaks off is refused', async () => {
    await expect(
      read(book('<Worksheet ss:Name="a"><Table><Row>').replace('</Workbook>', '')),
    ).rejects.toThrow('damagedFile');
  });
});
