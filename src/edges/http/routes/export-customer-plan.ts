import { translator } from '../../../messages/index.ts';
import { customerSheetColumns } from '../../output/customer-sheet.ts';
import { sheet } from '../../output/xlsx.ts';
import { exportCustomerPlanEndpoint } from '../contracts/customer-plans.ts';
import { csvDownload, xlsxDownload } from '../downloads.ts';
import { route } from '../route.ts';
import { sheetWanted } from './customer-sheet.ts';

export const exportCustomerPlanRoute = route(
  exportCustomerPlanEndpoint,
  async ({ params, query }, { application }, visit) => {
    const { format, lang: language = visit.language, ...wanted } = query;
    const table = await application.customerPlans.sheet({ ...params, ...sheetWanted(wanted) });
    const [name, columns] = [`akb-customers-plan-${params.month}`, customerSheetColumns(table)];
    return format === 'csv'
      ? csvDownload(name, columns, table.rows, language)
      : xlsxDownload(name, [sheet(translator(language)('plan.sheet'), columns, table.rows)], language);
  },
);
