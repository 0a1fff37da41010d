import { Readable } from 'node:stream';
import { translator } from '../../../messages/index.ts';
import { handOverColumns, handOverHtml, handOverMarkdown } from '../../output/hand-over-report.ts';
import { sheet } from '../../output/xlsx.ts';
import { exportHandOverEndpoint, printTypes } from '../contracts/hand-overs.ts';
import { xlsxDownload } from '../downloads.ts';
import { route } from '../route.ts';

export const exportHandOverRoute = route(
  exportHandOverEndpoint,
  async ({ params, query }, { application }, visit) => {
    const { format, lang: language = visit.language } = query;
    const report = await application.handOver.report(params.id);
    const say = translator(language);
    const name = `akb-hand-over-${params.id}`;
    if (format === 'xlsx')
      return xlsxDownload(
        name,
        [sheet(say('customers.sheet'), handOverColumns(report, { say, language }), report.customers)],
        language,
      );
    const write = format === 'md' ? handOverMarkdown : handOverHtml;
    const content = Readable.from([write(report, { say, language })]);
    return { type: printTypes[format], name: `${name}.${format}`, content };
  },
);
