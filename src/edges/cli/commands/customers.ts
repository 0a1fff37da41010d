import { dimensions } from '../../../domain/dimensions.ts';
import { Refusal } from '../../../domain/problem.ts';
import { customerSets } from '../../../domain/report-words.ts';
import type { CustomerQuery } from '../../../facade.ts';
import { type CommandSpec, oneOf } from '../command-spec.ts';
import { exitCodes } from '../exit.ts';
import { chosenList, type ListFlags, listOptions, printCustomers } from '../report/customer-list.ts';
import {
  type CountingFlags,
  chosenMethod,
  chosenPeriod,
  chosenUnit,
  loadedState,
} from '../report/report-question.ts';
import { existingDataFolder, withApplication } from '../session.ts';

interface Options extends CountingFlags, ListFlags {
  readonly set?: string;
  readonly by?: string;
  readonly key?: string;
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
    ...listOptions,
  ],
  formats: ['json', 'csv', 'xlsx'],
  run: async (session, options) => {
    const set = oneOf('--set', options.set, customerSets) ?? 'active';
    const { list, report } = chosenList(options);
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
        ...list,
      };
      await printCustomers(session, application, query, report);
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
