import { Refusal } from '../../../domain/problem.ts';
import { translator } from '../../../messages/index.ts';
import { customerColumns, customerJson } from '../../output/customer-columns.ts';
import { sheet } from '../../output/xlsx.ts';
import { exportCustomersEndpoint } from '../contracts/exports.ts';
import { countingOf, periodOf } from '../counting.ts';
import { csvDownload, jsonLinesDownload, xlsxDownload } from '../downloads.ts';
import { route } from '../route.ts';
import { begun } from '../streams.ts';

export const exportCustomersRoute = route(
  exportCustomersEndpoint,
  async ({ query }, { application }, { signal, ...visit }) => {
    const { format, lang: language = visit.language, set = 'active', by, key, report = 'akb' } = query;
    const { sort, order } = query;
    if (by !== undefined && key === undefined)
      throw new Refusal({ code: 'requestWrong', params: { where: 'query.key' } });
    if (by === undefined && key !== undefined)
      throw new Refusal({ code: 'requestWrong', params: { where: 'query.by' } });
    const period = periodOf(query.period);
    const asked = {
      ...countingOf(query),
      period,
      set,
      ...(by !== undefined && key !== undefined && { by: { dimension: by, code: key } }),
      ...(sort !== undefined && { sort }),
      ...(order !== undefined && { order }),
    };
    const customers = await begun(application.customers(asked, signal));
    const name = `akb-${set}-${period.label}`;
    const say = translator(language);
    const columns = customerColumns(report, say);
    if (format === 'csv') return csvDownload(name, columns, customers, language);
    if (format === 'jsonl') return jsonLinesDownload(name, customers, customerJson);
    return xlsxDownload(name, [sheet(say('customers.sheet'), columns, customers)], language);
  },
);
