import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Dimension, dimensions } from '../../../domain/dimensions.ts';
import type { Method } from '../../../domain/method.ts';
import { Refusal } from '../../../domain/problem.ts';
import { countUnits } from '../../../domain/units.ts';
import type { Application, CustomerQuery, FigureQuery } from '../../../facade.ts';
import { sentence } from '../../../messages/index.ts';
import type { FigureReport } from '../../../services/activity/report.ts';
import { customerJson } from '../../output/customer-columns.ts';
import { exportColumns, figureTableRows } from '../../output/figure-columns.ts';
import { reportJson } from '../../output/report-json.ts';
import { type CommandSpec, oneOf } from '../command-spec.ts';
import { exitCodes, untilInterrupted } from '../exit.ts';
import { canAsk } from '../import/ask.ts';
import { type ImportFlags, importOptions } from '../import/import-options.ts';
import { applyImport, prepareImport } from '../import/prepare-import.ts';
import { printCsv, printJson, printJsonWithRows } from '../output/print.ts';
import { warningLines } from '../output/screen.ts';
import { printCustomers } from '../report/customer-list.ts';
import {
  type CountingFlags,
  chosenAttribution,
  chosenMethod,
  chosenPeriod,
  chosenSeries,
  chosenTotalBase,
  chosenUnit,
  loadedState,
} from '../report/report-question.ts';
import { screenReport, screenSeries } from '../report/screen-report.ts';
import { existingDataFolder, type Session, withApplication } from '../session.ts';

interface Options extends CountingFlags, ImportFlags {
  readonly periods?: string;
  readonly by?: string;
  readonly totalBase?: string;
  readonly attribution?: string;
  readonly scope?: string;
  readonly customers?: boolean;
  readonly yes?: boolean;
}

export const reportCommand: CommandSpec<Options> = {
  name: 'report',
  args: [{ name: '[file...]', label: 'arg.file', help: 'arg.reportFiles' }],
  options: [
    { flag: '--period', value: 'arg.period', help: 'option.period' },
    { flag: '--periods', value: 'arg.range', help: 'option.periods' },
    {
      flag: '--by',
      value: 'arg.dimension',
      help: 'option.by',
      helpParams: { dimensions: dimensions.join(', ') },
    },
    { flag: '--unit', value: 'arg.unit', help: 'option.unit' },
    { flag: '--method', value: 'arg.method', help: 'option.method' },
    { flag: '--total-base', value: 'arg.mode', help: 'option.totalBase' },
    { flag: '--attribution', value: 'arg.mode', help: 'option.attribution' },
    { flag: '--scope', value: 'arg.scope', help: 'option.scope' },
    { flag: '--customers', help: 'option.customers' },
    { flag: '--source', value: 'arg.name', help: 'option.source' },
    { flag: '--map', value: 'arg.mapping', help: 'option.map', repeat: true },
    { flag: '--answer', value: 'arg.answer', help: 'option.answer', repeat: true },
    { flag: '-y, --yes', help: 'option.yes' },
  ],
  formats: ['json', 'csv', 'xlsx'],
  run: async (session, options, [files]) => {
    const { io } = session;
    const question = readQuestion(options);
    if (!Array.isArray(files) || files.length === 0) {
      const dataDir = existingDataFolder(session);
      await withApplication(session, { dataDir }, (application) => report(session, application, question));
      return exitCodes.done;
    }
    const dataDir = await mkdtemp(path.join(tmpdir(), 'akb-'));
    try {
      await withApplication(
        session,
        { dataDir, temporary: true },
        async (application) => {
          await importForNow(session, application, files, options);
          await untilInterrupted(report(session, application, question), io.interrupt);
        },
        'leaveToWork',
      );
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
    return exitCodes.done;
  },
};

/** Options that do not depend on the data; whatever is wrong with them is said before anything is opened. */
function readQuestion(options: Options) {
  const { period, periods, unit, method, by, totalBase, attribution, scope, customers = false } = options;
  if (period !== undefined && periods !== undefined) {
    throw new Refusal({ code: 'optionsExclude', params: { first: '--period', second: '--periods' } });
  }
  if (customers && periods !== undefined) {
    throw new Refusal({ code: 'optionsExclude', params: { first: '--periods', second: '--customers' } });
  }
  return {
    period,
    series: periods === undefined ? undefined : chosenSeries(periods),
    unit: chosenUnit(unit),
    method,
    by: oneOf('--by', by, dimensions),
    totalBase: chosenTotalBase(totalBase),
    attribution: chosenAttribution(attribution),
    scope: oneOf('--scope', scope, ['slice', 'company'] as const),
    customers,
  };
}

/** Loads files into a folder that goes away with the report. */
async function importForNow(
  session: Session,
  application: Application,
  files: readonly string[],
  options: Options,
): Promise<void> {
  const mayAsk = !options.yes && canAsk(session.io);
  const prepared = await prepareImport(
    session,
    application,
    files,
    importOptions(options, session.language),
    mayAsk,
  );
  const { summary } = prepared;
  await applyImport(session, prepared);
  for (const finding of [...summary.findings, ...summary.tables.flatMap(({ findings }) => findings)]) {
    session.remark(warningLines(sentence(finding, session.language), session.screen).join('\n'));
  }
  const rejected = summary.tables.reduce((sum, table) => sum + table.rejected, 0);
  if (rejected > 0) session.remark(session.say('report.rejectedNow', { count: rejected }));
}

/** Only lines say who belongs to a member of these: a customer without any belongs to none. */
const byLines: ReadonlySet<Dimension> = new Set([
  ...(['branch', 'department', 'team', 'rep', 'ownCompany', 'territory'] as const),
  ...(['category', 'subcategory', 'brand', 'sku'] as const),
]);

async function report(
  session: Session,
  application: Application,
  question: ReturnType<typeof readQuestion>,
): Promise<void> {
  const { format, say } = session;
  const state = await loadedState(application);
  const method = await chosenMethod(application, question.method);
  const { unit = method.unit, by, totalBase, attribution, scope, series } = question;
  const periods = series ?? [chosenPeriod(session, question.period, method, state)];
  const query: FigureQuery = {
    periods,
    unit,
    method: method.id,
    ...(by && { by }),
    ...(totalBase && { totalBase }),
    ...(attribution && { attribution }),
    ...(scope && { scope }),
  };
  const [period] = periods;
  if (totalBase === 'allRegistered' && by && byLines.has(by)) session.remark(say('report.everBoughtByLines'));
  const reports = await application.figures(query);
  const [first] = reports;
  if (!period || !first) throw new Error('no report came back for the periods asked for');
  const customers: CustomerQuery = { period, unit, method: method.id, set: 'active' };

  if (format.json) {
    if (question.customers) {
      await printJsonWithRows(
        session,
        reportJson(first),
        'customers',
        application.customers(customers),
        customerJson,
      );
    } else await printJson(session, series ? reports.map(reportJson) : reportJson(first));
    return;
  }
  if (format.csv) {
    if (question.customers) return printCustomers(session, application, customers, 'akb');
    const rows = figureTableRows(reports);
    return printCsv(session, exportColumns(rows, by, say), rows);
  }
  if (format.xlsx !== undefined) {
    const list = question.customers ? application.customers(customers) : undefined;
    const file = path.resolve(session.io.cwd, format.xlsx);
    const { reportSheets } = await import('../../output/report-sheets.ts');
    const { writeXlsx } = await import('../../output/xlsx.ts');
    const sheets = reportSheets(session, reports, periods, method.name[session.language], list);
    await writeXlsx(file, sheets, { language: session.language });
    const count = figureTableRows(reports).length;
    return session.print(say('file.written', { file, rows: say('counted.row', { count }) }));
  }
  await printReport(session, application, query, reports, method);
  if (question.customers) {
    await session.print('');
    await printCustomers(session, application, customers, 'akb');
  }
}

async function printReport(
  session: Session,
  application: Application,
  query: FigureQuery,
  reports: readonly FigureReport[],
  method: Method,
): Promise<void> {
  const { screen, print } = session;
  const imports = await application.imports();
  const rejected = imports
    .filter(({ status }) => status === 'applied')
    .reduce((sum, { rejected }) => sum + rejected, 0);
  const counting = { method: method.name[session.language], totalBase: query.totalBase, rejected };
  const [period] = query.periods;
  const [first] = reports;
  if (query.periods.length > 1 || !period || !first) {
    return print(screenSeries(reports, query.periods, counting, screen).join('\n'));
  }
  const { by: _by, ...whole } = query;
  const units = await Promise.all(
    countUnits.map(async (unit) => (unit === query.unit ? [first] : application.figures({ ...whole, unit }))),
  );
  await print(screenReport(first, period, units.flat(), counting, screen).join('\n'));
}
