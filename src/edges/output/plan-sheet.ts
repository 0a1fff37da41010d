import type { PlanSheet } from '../../use-cases/plans/file/plan-sheet.ts';
import type { Column } from './columns.ts';

type Row = PlanSheet['rows'][number];

/** Headed as files of plans are in Russian companies, in either language: so they are read back. */
const memberHeads = [
  ['branch', 'Филиал'],
  ['department', 'Отдел'],
  ['team', 'Команда'],
  ['rep', 'Торговый представитель'],
] as const;

export const planSheetColumns = ({ columns, rows }: PlanSheet): readonly Column<Row>[] => [
  ...memberHeads
    .filter(([level]) => level === 'rep' || rows.some((row) => row.level === level))
    .map(
      ([of, title]): Column<Row> => ({
        ...{ title, kind: 'text' },
        value: ({ level, name }) => (level === of ? name : ''),
      }),
    ),
  { title: 'Месяц', kind: 'text', value: ({ month }) => `${month.slice(5)}.${month.slice(0, 4)}` },
  ...columns.map(
    ({ header, metric }, at): Column<Row> => ({
      ...{ title: header, kind: metric === 'sales' || metric === 'avgCheck' ? 'money' : 'ratio' },
      value: ({ values }) => values[at] ?? null,
    }),
  ),
];
