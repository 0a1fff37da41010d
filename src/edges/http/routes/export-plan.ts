import { translator } from '../../../messages/index.ts';
import { planSheetColumns } from '../../output/plan-sheet.ts';
import { sheet } from '../../output/xlsx.ts';
import { exportPlanEndpoint } from '../contracts/plans.ts';
import { csvDownload, xlsxDownload } from '../downloads.ts';
import { route } from '../route.ts';

export const exportPlanRoute = route(
  exportPlanEndpoint,
  async ({ params, query }, { application }, visit) => {
    const { format, version, lang: language = visit.language } = query;
    const table = await application.plans.sheet(params.period, version);
    const say = translator(language);
    const [name, columns] = [`akb-plan-${params.period}`, planSheetColumns(table)];
    return format === 'csv'
      ? csvDownload(name, columns, table.rows, language)
      : xlsxDownload(name, [sheet(say('plan.sheet'), columns, table.rows)], language);
  },
);
