import type { CustomerSheet } from '../../use-cases/customer-plans/file/customer-sheet.ts';
import type { Column } from './columns.ts';

type Row = CustomerSheet['rows'][number];

/** Headed as files of plans are in Russian companies, in either language: so they are read back. */
export const customerSheetColumns = ({ columns }: CustomerSheet): readonly Column<Row>[] => [
  { title: 'Код контрагента', kind: 'code', value: ({ code }) => code },
  { title: 'Контрагент', kind: 'text', value: ({ name }) => name },
  { title: 'Торговый представитель', kind: 'text', value: ({ rep }) => rep },
  { title: 'Месяц', kind: 'text', value: ({ month }) => `${month.slice(5)}.${month.slice(0, 4)}` },
  ...columns.map(
    ({ header, metric }, at): Column<Row> => ({
      ...{ title: header, kind: metric === 'sales' || metric === 'avgCheck' ? 'money' : 'ratio' },
      value: ({ values }) => values[at] ?? null,
    }),
  ),
];
