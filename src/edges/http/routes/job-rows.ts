import { sentence } from '../../../messages/index.ts';
import { jobRowsEndpoint } from '../contracts/jobs.ts';
import { route } from '../route.ts';
import { rejectText } from '../said.ts';

export const jobRowsRoute = route(jobRowsEndpoint, async ({ params, query }, { jobs }, { language }) => {
  const { table = 0, show = 'first', offset = 0, limit = 100 } = query;
  const { rows, ...rest } = await jobs.find(params.jobId).prepared().rows({ table, show, offset, limit });
  const inWords = rows.map((row) => ({
    ...row,
    faults: row.faults.map((fault) => ({
      ...fault,
      text: fault.severity === 'rejected' ? rejectText(fault.code, language) : sentence(fault, language),
    })),
  }));
  return { ...rest, rows: inWords };
});
