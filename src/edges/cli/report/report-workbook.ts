import { formatPeriod, type Period } from '../../../domain/period.ts';
import { formatDate } from '../../../messages/format.ts';
import type { CustomerRow, FigureReport } from '../../../services/activity/report.ts';
import type { Column } from '../output/columns.ts';
import type { Sheet } from '../output/xlsx.ts';
import type { Session } from '../session.ts';
import { customerColumns } from './customer-columns.ts';
import { exportColumns, figureTableRows } from './figure-columns.ts';

/** The report as a workbook: the figures, the customers where asked for, and how it was counted. */
export async function writeReportWorkbook(
  session: Session,
  file: string,
  reports: readonly FigureReport[],
  periods: readonly Period[],
  method: string,
  customers: AsyncIterable<CustomerRow> | undefined,
): Promise<void> {
  const { language, say, print } = session;
  const { sheet, writeXlsx } = await import('../output/xlsx.ts');
  const rows = figureTableRows(reports);
  const sheets: Sheet[] = [
    sheet(say('report.sheet'), exportColumns(rows, reports[0]?.by, say), rows, ({ total }) => total),
  ];
  if (customers) sheets.push(sheet(say('customers.sheet'), customerColumns('akb', say), customers));
  sheets.push(
    sheet(say('report.howSheet'), howColumns(session), howCounted(session, reports, periods, method)),
  );
  await writeXlsx(file, sheets, { language });
  await print(say('file.written', { file, rows: say('counted.row', { count: rows.length }) }));
}

type Fact = readonly [name: string, value: string];

function howColumns({ say }: Session): readonly Column<Fact>[] {
  return [
    { title: say('how.name'), kind: 'text', value: ([name]) => name },
    { title: say('how.value'), kind: 'text', value: ([, value]) => value },
  ];
}

function howCounted(
  { language, say }: Session,
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
