/** The columns of the bench's file, in order, with what a typed table holds of each. */
export const fileColumns = [
  ['number', 'text'],
  ['day', 'date'],
  ['type', 'text'],
  ['client_code', 'text'],
  ['client', 'text'],
  ['inn', 'text'],
  ['point_code', 'text'],
  ['point', 'text'],
  ['sku_code', 'text'],
  ['article', 'text'],
  ['sku', 'text'],
  ['quantity', 'number'],
  ['price', 'number'],
  ['vat', 'text'],
  ['net', 'number'],
  ['gross', 'number'],
  ['rep', 'text'],
] as const satisfies readonly (readonly [name: string, type: 'text' | 'date' | 'number'])[];

export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
