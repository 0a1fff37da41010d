import { formatPeriod } from '../../domain/period.ts';
import { plannedPeriod } from '../../domain/plan-period.ts';
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

const isOfMonth = ({ period }: Pick<Row, 'period'>): boolean => plannedPeriod(period).grain === 'month';

/** 10.2026, IV кв. 2026. */
const periodText = (label: string): string =>
  isOfMonth({ period: label })
    ? `${label.slice(5)}.${label.slice(0, 4)}`
    : formatPeriod(plannedPeriod(label), 'ru');

export const planSheetColumns = ({ columns, rows }: PlanSheet): readonly Column<Row>[] => [
  ...memberHeads
    .filter(([level]) => level === 'rep' || rows.some((row) => row.level === level))
    .map(
      ([of, title]): Column<Row> => ({
        ...{ title, kind: 'text' },
        value: ({ level, name }) => (level === of ? name : ''),
      }),
    ),
  {
    ...{ title: rows.every(isOfMonth) ? 'Месяц' : 'Период', kind: 'text' },
    value: ({ period }) => periodText(period),
  },
  ...columns.map(
    ({ header, metric }, at): Column<Row> => ({
      ...{ title: header, kind: metric === 'sales' || metric === 'avgCheck' ? 'money' : 'ratio' },
      value: ({ values }) => values[at] ?? null,
    }),
  ),
];
