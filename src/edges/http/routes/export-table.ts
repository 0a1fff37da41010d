import { drillOf } from '../../../domain/figure-query.ts';
import { formatPeriod } from '../../../domain/period.ts';
import { formatDate } from '../../../messages/format.ts';
import { translator } from '../../../messages/index.ts';
import { pivotColumns, pivotRows } from '../../output/pivot.ts';
import { sheet } from '../../output/xlsx.ts';
import { exportTableEndpoint } from '../contracts/exports.ts';
import { periodOf } from '../counting.ts';
import { csvDownload, xlsxDownload } from '../downloads.ts';
import { route } from '../route.ts';

export const exportTableRoute = route(
  exportTableEndpoint,
  async ({ body: { query, rows: order, format, lang } }, { application }, { signal, ...visit }) => {
    const language = lang ?? visit.language;
    const say = translator(language);
    const [answer, methods] = await Promise.all([application.table(query, signal), application.methods()]);
    const periodName = (label: string) => formatPeriod(periodOf(label), language);
    const methodName = (id: string) => methods.find((method) => method.id === id)?.name[language] ?? id;
    const rows = pivotRows(answer, order);
    const columns = pivotColumns(answer, { say, periodName, methodName });
    const name = `akb-table-${answer.periods[0]?.label}`;
    if (format === 'csv') return csvDownload(name, columns, rows, language);
    const [first] = answer.periods;
    const last = answer.periods.at(-1);
    const days = [first?.from, last?.to].map((day) => formatDate(day ?? '', language)).join(' – ');
    const asOf = answer.asOf === null ? '—' : formatDate(answer.asOf, language);
    const counted = [
      say(`unit.${query.unit}`),
      ...answer.methods.map((method) => say('report.method', { ...method, name: methodName(method.id) })),
      days,
      `${say('how.asOf')} ${asOf}`,
    ].join(' · ');
    const [metric] = query.metrics;
    const whole = answer.cells.find((cell) => cell.rows.length + cell.columns.length === 0);
    // Conditions are said in words, as the set behind the total.
    const reading =
      query.slice.length > 0 && metric !== undefined && whole !== undefined
        ? [await application.readSet(drillOf(answer, whole, metric), language)]
        : [];
    const title = query.metrics.map((one) => say(`metric.${one}.name`)).join(', ');
    const table = sheet(say('report.sheet'), columns, rows, ({ total }) => total);
    return xlsxDownload(name, [{ ...table, caption: [title, counted, ...reading] }], language);
  },
);
