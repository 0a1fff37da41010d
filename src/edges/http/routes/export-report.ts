import { Refusal } from '../../../domain/problem.ts';
import { translator } from '../../../messages/index.ts';
import { exportColumns, figureTableRows } from '../../output/figure-columns.ts';
import { reportJson } from '../../output/report-json.ts';
import { reportSheets } from '../../output/report-sheets.ts';
import { exportReportEndpoint } from '../contracts/exports.ts';
import { countingOf, seriesOf } from '../counting.ts';
import { csvDownload, jsonLinesDownload, xlsxDownload } from '../downloads.ts';
import { route } from '../route.ts';
import { begun } from '../streams.ts';

export const exportReportRoute = route(
  exportReportEndpoint,
  async ({ query }, { application }, { signal, ...visit }) => {
    const { format, lang: language = visit.language, by, totalBase, attribution, scope } = query;
    const periods = seriesOf(query.periods);
    const [period] = periods;
    const withCustomers = query.customers === 'true';
    if (withCustomers && (format !== 'xlsx' || periods.length !== 1)) {
      throw new Refusal({ code: 'requestWrong', params: { where: 'query.customers' } });
    }
    const counting = countingOf(query);
    const reports = await application.figures(
      {
        ...counting,
        periods,
        ...(by && { by }),
        ...(totalBase && { totalBase }),
        ...(attribution && { attribution }),
        ...(scope && { scope }),
      },
      signal,
    );
    const name = `akb-report-${period?.label}`;
    const say = translator(language);
    const rows = figureTableRows(reports);
    if (format === 'csv') return csvDownload(name, exportColumns(rows, by, say), rows, language);
    if (format === 'jsonl') return jsonLinesDownload(name, reports, reportJson);
    const methods = await application.methods();
    const method = methods.find(({ id }) => id === counting.method)?.name[language] ?? counting.method;
    const customers =
      withCustomers && period
        ? await begun(application.customers({ ...counting, period, set: 'active' }, signal))
        : undefined;
    return xlsxDownload(name, reportSheets({ language, say }, reports, periods, method, customers), language);
  },
);
