import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { splitQuoted, tableOfRows } from '../../../../tests/support/sample-tables.ts';
import { recognise } from './recognise.ts';

// The public data sets lie beside the repository, not in it; without them there is nothing to read here.
const data = join(import.meta.dirname, '../../../../../shared/data');
const resellers = join(data, 'adventureworks-reseller');
const retail = join(data, 'online-retail/online_retail_2010_2011.csv.gz');

function first(path: string, delimiter: string) {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return tableOfRows(splitQuoted(text.split(/\r?\n/, 400).join('\n'), delimiter), { file: path });
}

const fields = (path: string, delimiter: string) => {
  const { kind, columns, questions } = recognise(first(path, delimiter));
  expect(questions).toEqual([]);
  return [kind, ...columns.map(({ field }) => field)];
};

describe.skipIf(!existsSync(resellers))('AdventureWorks', () => {
  test('its sales', () => {
    expect(fields(join(resellers, 'FactResellerSales.csv'), ',')).toEqual([
      'shipments',
      'documentNumber',
      'orderDate',
      'skuCode',
      'clientCode',
      'salesRepCode',
      'territoryCode',
      'quantity',
      'price',
      'costAmount',
      'amountGross',
      null,
    ]);
  });

  test('its lists of customers and products', () => {
    expect(fields(join(resellers, 'Resellers.csv'), ',')).toEqual([
      'customers',
      'clientCode',
      'clientType',
      'clientName',
      'city',
      'region',
      'country',
    ]);
    expect(fields(join(resellers, 'Product.csv'), ',')).toEqual([
      'products',
      'skuCode',
      'skuName',
      null,
      null,
      'subcategory',
      'category',
    ]);
  });

  test.each(['SalesPerson.tsv', 'SalesTerritory.tsv'])('%s has no header and fits nothing', (name) => {
    const recognition = recognise(first(join(resellers, name), '\t'));
    expect(recognition).toMatchObject({ kind: 'unknown', headerRows: [], firstDataRow: 1, questions: [] });
    expect(recognition.findings).toMatchObject([{ code: 'noHeader' }]);
  });

  test('a table of codes alone fits nothing', () => {
    const recognition = recognise(first(join(resellers, 'DimEmployeeSalesTerritory.csv'), ','));
    expect(recognition).toMatchObject({
      kind: 'unknown',
      findings: [{ code: 'tableDoesNotFit', params: { missing: 'name' } }],
    });
  });
});

describe.skipIf(!existsSync(retail))('Online Retail', () => {
  test('its invoice lines: «Description» is the product', () => {
    expect(fields(retail, ',')).toEqual([
      'shipments',
      'documentNumber',
      'skuCode',
      'skuName',
      'quantity',
      'shipmentDate',
      'price',
      'clientCode',
      'country',
    ]);
  });
});
