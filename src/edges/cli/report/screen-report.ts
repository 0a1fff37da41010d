import { divide } from '../../../domain/decimal.ts';
import type { Dimension } from '../../../domain/dimensions.ts';
import type { TotalBaseMode } from '../../../domain/method.ts';
import { formatNumber, formatPercent } from '../../../domain/money.ts';
import { formatPeriod, monthsPeriod, type Period, previousPeriod } from '../../../domain/period.ts';
import { formatDate } from '../../../messages/format.ts';
import type { Language } from '../../../messages/message.ts';
import type { FigureReport } from '../../../services/activity/report.ts';
import {
  type FigureName,
  type FigureTableRow,
  figureTableRows,
  memberName,
  screenColumns,
  unitFigures,
} from '../../output/figure-columns.ts';
import { faintly, type Screen, separator, tableLines, warningLines } from '../output/screen.ts';
import { showCell } from '../output/show-cell.ts';
import { displayWidth, pad, wrap } from '../output/text.ts';
import { bridge } from './bridge.ts';

export interface Counting {
  readonly method: string;
  readonly totalBase: TotalBaseMode | undefined;
  /** Rejected rows of all applied imports. */
  readonly rejected: number;
}

const proseWidth = 100;
const prose = (screen: Screen) => ({ ...screen, width: Math.min(screen.width ?? proseWidth, proseWidth) });

function titleLines(period: string, screen: Screen): readonly string[] {
  const { say, paint, width } = screen;
  return wrap(say('report.title', { period }), width).map((line) => paint('title', line));
}

/** How it was counted, in one line: what, by which method, up to which day, since when, without which rows. */
function countingLines(report: FigureReport, counting: Counting, screen: Screen): readonly string[] {
  const { language, say } = screen;
  const date = (value: string | null) => (value === null ? '—' : formatDate(value, language));
  const parts = [
    say('report.counting', { unit: say(`unit.${report.countUnit}`) }),
    say('report.method', { name: counting.method, ...report.method }),
    say('report.asOf', { date: date(report.asOf) }),
    say('report.since', { date: date(report.historySince) }),
  ];
  if (counting.rejected > 0) parts.push(say('report.rejected', { count: counting.rejected }));
  return faintly(parts.join(separator), prose(screen));
}

function warnings(reports: readonly FigureReport[], screen: Screen): readonly string[] {
  const { language, say } = screen;
  const short = reports.filter(({ shortHistory }) => shortHistory).length;
  const open = reports.find((report) => report.open);
  const lines = [
    ...(short === 0
      ? []
      : warningLines(say('report.shortHistory', { periods: short, of: reports.length }), prose(screen))),
    ...(open === undefined
      ? []
      : warningLines(
          say('report.open', { date: open.asOf === null ? '—' : formatDate(open.asOf, language) }),
          prose(screen),
        )),
  ];
  return lines.length === 0 ? [] : ['', ...lines];
}

/** The report of one period; `units` are the same figures by each count unit. */
export function screenReport(
  report: FigureReport,
  period: Period,
  units: readonly FigureReport[],
  counting: Counting,
  screen: Screen,
): readonly string[] {
  const { language, say } = screen;
  const { figures } = report;
  const name = formatPeriod(period, language);
  return [
    ...titleLines(name, screen),
    ...countingLines(report, counting, screen),
    '',
    headline(report, screen),
    '',
    ...bridge(
      figures,
      { was: formatPeriod(previousPeriod(period), language), is: name, open: report.open },
      prose(screen),
    ),
    '',
    ...baseLines(report, counting, screen),
    '',
    ...salesLines(report, screen),
    '',
    ...table(
      figureTableRows(units.map(({ rows: _rows, ...whole }) => whole)),
      say('report.units'),
      ({ report }) => say(`unit.${report.countUnit}`),
      screen,
      unitFigures,
    ),
    ...warnings([report], screen),
    ...(report.by === undefined ? [] : ['', ...memberTable(report, report.by, screen)]),
  ];
}

/** Several periods, one line each; with members of a dimension a table for each period. */
export function screenSeries(
  reports: readonly FigureReport[],
  periods: readonly Period[],
  counting: Counting,
  screen: Screen,
): readonly string[] {
  const { language, say, paint } = screen;
  const [first] = reports;
  const [from, to] = [periods[0], periods.at(-1)];
  if (!first || !from || !to) return [];
  const name = (label: string) => {
    const period = periods.find((candidate) => candidate.label === label);
    return period ? formatPeriod(period, language) : label;
  };
  return [
    ...titleLines(seriesName(from, to, language), screen),
    ...countingLines(first, counting, screen),
    '',
    ...table(
      figureTableRows(reports.map(({ rows: _rows, ...whole }) => whole)),
      say('column.period'),
      ({ report }) => name(report.period.label) + (report.shortHistory ? ' *' : ''),
      screen,
    ),
    ...warnings(reports, screen),
    ...reports.flatMap((report) =>
      report.by === undefined
        ? []
        : ['', paint('title', name(report.period.label)), ...memberTable(report, report.by, screen)],
    ),
  ];
}

function seriesName(from: Period, to: Period, language: Language): string {
  if (from.grain === 'month' && to.grain === 'month') {
    return formatPeriod(monthsPeriod(from.label, to.label), language);
  }
  const [first, last] = [formatPeriod(from, language), formatPeriod(to, language)];
  return first === last ? first : `${first} – ${last}`;
}

function headline({ countUnit, figures }: FigureReport, { language, say, paint }: Screen): string {
  const before = figures.retained + figures.lost;
  const difference = figures.activeBase - before;
  const share = divide(String(difference), String(before), 6);
  const change = [
    say('report.change', { difference: formatNumber(difference, language, { signed: true }) }),
    ...(share === null ? [] : [`(${formatPercent(share, language, { signed: true })})`]),
  ].join(' ');
  return `  ${paint('active', paint('strong', say(`counted.${countUnit}`, { count: figures.activeBase })))}   ${paint('faint', change)}`;
}

function baseLines({ figures }: FigureReport, { totalBase }: Counting, screen: Screen): readonly string[] {
  const { language, say, paint } = screen;
  const show = (value: number | null) => showCell(value, 'count', language);
  const total = say(`base.${totalBase ?? 'everBought'}`);
  const coverage = say('base.coverage');
  const width = Math.max(displayWidth(total), displayWidth(coverage));
  const values = [show(figures.totalBase), showCell(figures.coverage, 'percent', language)];
  const valueWidth = Math.max(...values.map(displayWidth));
  const line = (label: string, value = '', note = '') => {
    const start = `  ${pad(label, width, 'left')}  ${pad(value, valueWidth, 'right')}`;
    const fits = displayWidth(start) + 3 + displayWidth(note) <= prose(screen).width;
    return fits ? [`${start}   ${paint('faint', note)}`] : [start, ...faintly(note, prose(screen), '  ')];
  };
  const rest = say('base.rest', { inactive: show(figures.inactive), prospects: show(figures.prospects) });
  return [...line(total, values[0], rest), ...line(coverage, values[1], say('base.formula'))];
}

function salesLines({ figures }: FigureReport, screen: Screen): readonly string[] {
  const { language, say, paint } = screen;
  const money = (value: string | null) => showCell(value, 'money', language);
  const factors = [
    [say('figure.sales'), money(figures.sales)],
    [say('figure.activeBase'), showCell(figures.activeBase, 'count', language)],
    [say('figure.frequency'), showCell(figures.frequency, 'ratio', language)],
    [say('figure.avgCheck'), money(figures.avgCheck)],
  ] as const;
  const operators = [' = ', ' × ', ' × '];
  const join = (row: 0 | 1) =>
    factors
      .map((factor, index) => {
        const width = Math.max(...factor.map(displayWidth));
        return pad(factor[row], width, 'right') + (operators[index] ?? '');
      })
      .join('');
  const beside = [
    say('sales.exVat', { amount: money(figures.salesExVat) }),
    say('sales.documents', { count: showCell(figures.documents, 'count', language) }),
    say('sales.perClient', { amount: money(figures.avgPerClient) }),
    say('sales.sku', { count: showCell(figures.avgSkuPerClient, 'ratio', language) }),
  ].join(separator);
  return [
    paint('faint', `  ${join(0)}`),
    `  ${join(1)}`,
    ...faintly(beside, prose(screen), '  '),
    ...(figures.documents === null ? faintly(say('sales.noDocuments'), prose(screen), '  ') : []),
  ];
}

function memberTable(report: FigureReport, by: Dimension, screen: Screen): readonly string[] {
  const { language, say } = screen;
  const rows = figureTableRows([report]);
  const sum = (report.rows ?? []).reduce((total, { figures }) => total + figures.activeBase, 0);
  const total = (report.total ?? report.figures).activeBase;
  const number = (value: number) => formatNumber(value, language);
  return [
    ...table(rows, say(`dimension.${by}`), (row) => memberName(row, say), screen),
    ...(sum === total
      ? []
      : wrap(say('report.notAdditive', { sum: number(sum), total: number(total) }), prose(screen).width)),
  ];
}

function table(
  rows: readonly FigureTableRow[],
  title: string,
  label: (row: FigureTableRow) => string,
  screen: Screen,
  wanted?: readonly FigureName[],
): readonly string[] {
  const columns = screenColumns(rows, title, label, screen.say, wanted);
  return tableLines(columns, rows, screen, ({ total }) => total);
}
