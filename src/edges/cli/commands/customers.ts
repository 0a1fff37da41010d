import path from 'node:path';
import { dimensions } from '../../../domain/dimensions.ts';
import { Refusal } from '../../../domain/problem.ts';
import { customerSets, customerSorts, sortOrders } from '../../../domain/report-words.ts';
import type { CustomerQuery } from '../../../facade.ts';
import { customerColumns, customerReports } from '../../output/customer-columns.ts';
import { type CommandSpec, oneOf } from '../command-spec.ts';
import { exitCodes } from '../exit.ts';
import { counted, printCustomers } from '../report/customer-list.ts';
import {
  type CountingFlags,
  chosenMethod,
  chosenPeriod,
  chosenUnit,
  loadedState,
} from '../report/report-question.ts';
import { existingDataFolder, withApplication } from '../session.ts';

interface Options extends CountingFlags {
  readonly report?: string;
  readonly set?: string;
  readonly by?: string;
  readonly key?: string;
  readonly sort?: string;
  readonly order?: string;
  readonly search?: string;
}

export const customersCommand: CommandSpec<Options> = {
  name: 'customers',
  args: [],
  options: [
    { flag: '--period', value: 'arg.period', help: 'option.period' },
    { flag: '--set', value: 'arg.set', help: 'option.set', helpParams: { sets: customerSets.join(', ') } },
    {
      flag: '--by',
      value: 'arg.dimension',
      help: 'option.by',
      helpParams: { dimensions: dimensions.join(', ') },
    },
    { flag: '--key', value: 'arg.code', help: 'option.key' },
    { flag: '--unit', value: 'arg.unit', help: 'option.unit' },
    { flag: '--method', value: 'arg.method', help: 'option.method' },
    {
      flag: '--sort',
      value: 'arg.sort',
      help: 'option.sort',
      helpParams: { sorts: customerSorts.join(', ') },
    },
    { flag: '--order', value: 'arg.direction', help: 'option.order' },
    { flag: '--search', value: 'arg.search', help: 'option.search' },
    { flag: '--report', value: 'arg.listReport', help: 'option.listReport' },
  ],
  formats: ['json', 'csv', 'xlsx'],
  run: async (session, options) => {
    const { format, io, language, say, print } = session;
    const report = oneOf('--report', options.report, customerReports) ?? 'akb';
    const set = oneOf('--set', options.set, customerSets) ?? 'active';
    const sort = oneOf('--sort', options.sort, customerSorts);
    const order = oneOf('--order', options.order, sortOrders);
    const unitAsked = chosenUnit(options.unit);
    const by = memberOf(options);
    await withApplication(session, { dataDir: existingDataFolder(session) }, async (application) => {
      const state = await loadedState(application);
      const method = await chosenMethod(application, options.method);
      const period = chosenPeriod(session, options.period, method, state);
      const query: CustomerQuery = {
        period,
        unit: unitAsked ?? method.unit,
        method: method.id,
        set,
        ...(by && { by }),
        ...(sort && { sort }),
        ...(order && { order }),
        ...(options.search !== undefined && { search: options.search }),
      };
      if (format.xlsx === undefined) return printCustomers(session, application, query, report);
      const { sheet, writeXlsx } = await import('../../output/xlsx.ts');
      const file = path.resolve(io.cwd, format.xlsx);
      const { rows, count } = counted(application.customers(query));
      await writeXlsx(file, [sheet(say('customers.sheet'), customerColumns(report, say), rows)], {
        language,
      });
      await print(say('file.written', { file, rows: say('counted.row', { count: count() }) }));
    });
    return exitCodes.done;
  },
};

/** `--by` and `--key` go together: one member of a dimension. */
function memberOf({ by, key }: { by?: string; key?: string }): CustomerQuery['by'] {
  const dimension = oneOf('--by', by, dimensions);
  if (dimension === undefined) {
    if (key !== undefined) throw new Refusal({ code: 'keyWithoutBy' });
    return undefined;
  }
  if (key === undefined) throw new Refusal({ code: 'byWithoutKey', params: { by: dimension } });
  return { dimension, code: key };
}
