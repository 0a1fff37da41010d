import { formatPeriod, type Period } from '../../domain/period.ts';
import { formatDate } from '../../messages/format.ts';
import type { Say } from '../../messages/index.ts';
import type { Language } from '../../messages/message.ts';
import type { CustomerRow, FigureReport } from '../../services/activity/report.ts';
import type { Column } from './columns.ts';
import { customerColumns } from './customer-columns.ts';
import { exportColumns, figureTableRows } from './figure-columns.ts';
import { type Sheet, sheet } from './xlsx.ts';

interface Words {
  readonly language: Language;
  readonly say: Say;
}

/** The report as a workbook: the figures, the customers where asked for, and how it was counted. */
export function reportSheets(
  words: Words,
  reports: readonly FigureReport[],
  periods: readonly Period[],
  method: string,
  customers: AsyncIterable<CustomerRow> | undefined,
): readonly Sheet[] {
  const { say } = words;
  const rows = figureTableRows(reports);
  return [
    sheet(say('report.sheet'), exportColumns(rows, reports[0]?.by, say), rows, ({ total }) => total),
    ...(customers ? [sheet(say('customers.sheet'), customerColumns('akb', say), customers)] : []),
    sheet(say('report.howSheet'), howColumns(say), howCounted(words, reports, periods, method)),
  ];
}

type Fact = readonly [name: string, value: string];

function howColumns(say: Say): readonly Column<Fact>[] {
  return [
    { title: say('how.name'), kind: 'text', value: ([name]) => name },
    { title: say('how.value'), kind: 'text', value: ([, value]) => value },
  ];
}

function howCounted(
  { language, say }: Words,
  reports: readonly FigureReport[],
  periods: readonly Period[],
  method: string,
): readonly Fact[] {
  const [report] = reports;
  if (!report) return [];
  const date = (value: string | null) => (value === null ? '—' : formatDate(value, language));
  const names = (wanted: (report: FigureReport) => boolean) =>
    periods
      .filter(({ label }) => reports.some((report) => report.period.label === label && wanted(report)))
      .map((period) => formatPeriod(period, language))
      .join(', ');
  const facts: Fact[] = [
    [say('how.unit'), say(`unit.${report.countUnit}`)],
    [say('how.method'), say('report.method', { name: method, ...report.method })],
    [say('how.asOf'), date(report.asOf)],
    [say('how.since'), date(report.historySince)],
    [say('how.version'), String(report.dataVersion)],
    [say('how.open'), names(({ open }) => open)],
    [say('how.shortHistory'), names(({ shortHistory }) => shortHistory)],
  ];
  return facts.filter(([, value]) => value !== '');
}
