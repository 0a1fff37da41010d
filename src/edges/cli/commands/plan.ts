import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { customerBases, customerMetrics } from '../../../domain/customer-plan.ts';
import { isDecimal } from '../../../domain/decimal.ts';
import { type PlanLevel, type PlanTarget, planLevels, planMetrics, targetKey } from '../../../domain/plan.ts';
import { planMonth } from '../../../domain/plan-month.ts';
import { Refusal } from '../../../domain/problem.ts';
import type { Application } from '../../../facade.ts';
import { sentence } from '../../../messages/index.ts';
import type { PlanFact, PlanFactRow } from '../../../use-cases/plans/plan-fact.ts';
import type { Plan } from '../../../use-cases/plans/read-plan.ts';
import type { CellKind, Column } from '../../output/columns.ts';
import { extrapolationSheet } from '../../output/extrapolation-sheet.ts';
import { planSheetColumns } from '../../output/plan-sheet.ts';
import { type CommandSpec, oneOf } from '../command-spec.ts';
import { exitCodes } from '../exit.ts';
import { printJson } from '../output/print.ts';
import { printList } from '../output/print-list.ts';
import { dataFolder, type Session, withApplication } from '../session.ts';
import { type CustomerPlanOptions, planOfCustomers } from './plan-customers.ts';
import { periodAsked, printForecast } from './plan-forecast.ts';

interface Options extends CustomerPlanOptions {
  readonly customers?: boolean;
  readonly set?: readonly string[];
  readonly compare?: string;
  readonly close?: boolean;
  readonly askReopening?: string;
  readonly reopen?: boolean;
}

export const planCommand: CommandSpec<Options> = {
  name: 'plan',
  args: [
    { name: '[period]', label: 'arg.planWhat', help: 'arg.planWhatHelp' },
    { name: '[of]', label: 'arg.planOf', help: 'arg.forecastPeriodHelp' },
    { name: '[who]', label: 'arg.name', help: 'arg.forecastWhoHelp' },
  ],
  options: [
    {
      ...{ flag: '--set', value: 'arg.target', help: 'option.planSet', repeat: true },
      helpParams: { levels: planLevels.join(', '), metrics: planMetrics.join(', ') },
    },
    { flag: '--file', value: 'arg.file', help: 'option.planFile' },
    { flag: '--form', help: 'option.planForm' },
    { flag: '--compare', value: 'arg.versions', help: 'option.planCompare' },
    { flag: '--comment', value: 'arg.text', help: 'option.planComment' },
    { flag: '--approve', help: 'option.planApprove' },
    { flag: '--close', help: 'option.planClose' },
    { flag: '--ask-reopening', value: 'arg.text', help: 'option.planAskReopening' },
    { flag: '--reopen', help: 'option.planReopen' },
    { flag: '--customers', help: 'option.planCustomers' },
    { flag: '--of', value: 'arg.name', help: 'option.planOf' },
    {
      ...{ flag: '--metric', value: 'arg.kind', help: 'option.planMetric' },
      helpParams: { metrics: customerMetrics.join(', ') },
    },
    { flag: '--behind', help: 'option.planBehind' },
    { flag: '--limit', value: 'arg.number', help: 'option.callLimit' },
    {
      ...{ flag: '--propose', value: 'arg.kind', help: 'option.planPropose' },
      helpParams: { bases: customerBases.join(', ') },
    },
    { flag: '--grow', value: 'arg.number', help: 'option.planGrow' },
    { flag: '--total', value: 'arg.number', help: 'option.planTotal' },
    { flag: '--adopt', help: 'option.planAdopt' },
  ],
  formats: ['json', 'csv', 'xlsx'],
  run: async (session, options, [asked, of, who]) => {
    const { set = [], comment = '', approve = false } = options;
    const { say, remark, format } = session;
    if (asked === 'forecast') {
      await printForecast(session, of?.toString(), who?.toString());
      return exitCodes.done;
    }
    const period = periodAsked(session, asked?.toString());
    const { customers = false, close, askReopening, reopen } = options;
    // Plans of customers are of months, and so are closings.
    if ((customers || close || askReopening !== undefined || reopen) && !planMonth.safeParse(period).success)
      throw new Refusal({ code: 'optionNeeds', params: { option: say('arg.month'), needs: '2026-11' } });
    await withApplication(session, { dataDir: dataFolder(session) }, async (application) => {
      if (customers) return await planOfCustomers(session, application, period, options);
      if (options.file !== undefined) await savePlanFile(session, application, period, options);
      let latest = await latestPlan(application, period);
      if (set.length > 0) {
        const targets = await changedTargets(application, latest?.targets ?? [], set);
        latest = await application.plans.save(period, { version: latest?.version ?? 0, comment, targets });
        remark(say('plan.saved', { period, version: latest.version }));
      }
      if (latest !== null && approve) {
        await application.plans.approve(period, latest.version);
        remark(say('plan.approved', { period, version: latest.version }));
      }
      await changeClosing(session, application, period, options);
      if (latest === null) return remark(say('plan.none', { period }));
      if (options.compare !== undefined)
        return await printChanges(session, application, period, options.compare);
      if (options.form === true) {
        const table = await application.plans.sheet(period);
        return await printList(session, table.rows, {
          ...{
            sheet: say('plan.sheet'),
            columns: planSheetColumns(table),
            none: say('plan.none', { period }),
          },
          toJson: (row) => row,
        });
      }
      const found = await application.plans.fact(period);
      if (format.json) return await printJson(session, found);
      remarkOn(session, found, latest);
      if (format.xlsx !== undefined) return await writeWorkbook(session, format.xlsx, found);
      await printList(session, found.rows, {
        ...{ sheet: say('plan.sheet'), columns: columns(session), none: say('plan.none', { period }) },
        toJson: (row) => row,
      });
    });
    return exitCodes.done;
  },
};

/** Every period that the file plans: its targets over those that there are. */
async function savePlanFile(
  { io, say, remark, language }: Session,
  { plans, ...application }: Pick<Application, 'plans' | 'organisation'>,
  period: string,
  { file = '', comment = '' }: Options,
): Promise<void> {
  const content = await readFile(path.resolve(io.cwd, file)).catch(() => {
    throw new Refusal({ code: 'fileMissing', place: { file } });
  });
  const { periods, findings } = await plans.read({ content, name: path.basename(file), period });
  for (const finding of findings) remark(sentence(finding, language));
  for (const { period: of, targets } of periods) {
    const latest = await latestPlan({ plans, ...application }, of);
    const plain = (all: readonly PlanTarget[]) =>
      all.map(({ level, member, metric, product, value }) => ({ level, member, metric, product, value }));
    const merged = new Map(
      plain([...(latest?.targets ?? []), ...targets]).map((target) => [targetKey(target), target]),
    );
    const version = latest?.version ?? 0;
    const saved = await plans.save(of, { version, comment, targets: [...merged.values()] });
    remark(say('plan.savedFile', { period: of, version: saved.version, targets: targets.length }));
  }
}

async function printChanges(
  session: Session,
  { plans }: Application,
  period: string,
  said: string,
): Promise<void> {
  const { say } = session;
  const [, from, to] = /^(\d{1,6})\.\.(\d{1,6})$/.exec(said) ?? [];
  if (from === undefined || to === undefined)
    throw new Refusal({ code: 'optionNeeds', params: { option: '--compare', needs: '1..2' } });
  const changes = await plans.compare(period, Number(from), Number(to));
  await printList(session, changes, {
    ...{ sheet: say('plan.sheet'), none: say('plan.unchanged', { from, to }), toJson: (row) => row },
    columns: [
      { title: say('plan.who'), kind: 'text', value: ({ name }) => name || say('plan.company') },
      { title: say('plan.metric'), kind: 'text', value: ({ metric }) => say(`figure.${metric}`) },
      { title: say('plan.goods'), kind: 'text', value: ({ product }) => product?.member ?? '' },
      { title: say('plan.versionOf', { version: from }), kind: 'ratio', value: ({ from: was }) => was },
      { title: say('plan.versionOf', { version: to }), kind: 'ratio', value: ({ to: is }) => is },
    ],
  });
}

async function changeClosing(
  { say, remark }: Session,
  { closing }: Application,
  month: string,
  { close = false, askReopening, reopen = false }: Options,
): Promise<void> {
  if (close) {
    await closing.close(month);
    remark(say('plan.didClose', { month }));
  }
  if (askReopening !== undefined) {
    await closing.askReopening(month, askReopening);
    remark(say('plan.didAskReopening', { month }));
  }
  if (reopen) {
    await closing.reopen(month);
    remark(say('plan.didReopen', { month }));
  }
}

/** The table, and what a period will reach as a sheet that goes on counting. */
async function writeWorkbook(session: Session, named: string, found: PlanFact): Promise<void> {
  const { io, language, say, print } = session;
  const { sheet, writeXlsx } = await import('../../output/xlsx.ts');
  const file = path.resolve(io.cwd, named);
  const sheets = [sheet(say('plan.sheet'), columns(session), found.rows), extrapolationSheet(found, say)];
  await writeXlsx(file, sheets, { language });
  await print(say('file.written', { file, rows: say('counted.row', { count: found.rows.length }) }));
}

async function latestPlan({ plans }: Pick<Application, 'plans'>, period: string): Promise<Plan | null> {
  const known = (await plans.list()).some((one) => one.period === period);
  return known ? await plans.plan(period) : null;
}

function remarkOn({ say, remark }: Session, found: PlanFact, { uneven, within }: Plan): void {
  const { period, version, author, stated, approved } = found;
  const yes = (is: boolean): string => (is ? 'yes' : 'no');
  remark(
    say('plan.said', { period, version, author: author || 'none', stated, approved: yes(approved !== null) }),
  );
  if (found.closed !== null)
    remark(
      say('plan.isClosed', {
        ...{ month: period, by: found.closed.closedBy || 'none', at: found.closed.closedAt.slice(0, 10) },
        drifted: found.rows.filter(({ drifted }) => drifted !== null).length,
      }),
    );
  for (const { name, plan, sumOfParts: sum, mayDiffer } of uneven)
    remark(say('plan.uneven', { name: name || say('plan.company'), plan, sum, mayDiffer: yes(mayDiffer) }));
  for (const { target, ...rest } of within) {
    const metric = [say(`figure.${target.metric}`), target.product?.member].filter(Boolean).join(', ');
    remark(
      say('plan.within', { ...rest, metric, name: target.name || say('plan.company'), plan: target.value }),
    );
  }
}

/** The targets as they are to be: those named anew in their places, others as they were. */
async function changedTargets(
  application: Application,
  before: readonly PlanTarget[],
  said: readonly string[],
): Promise<PlanTarget[]> {
  const { members } = await application.organisation();
  const memberOf = (level: PlanLevel, name: string): number => {
    if (level === 'company') return 0;
    const found = members.filter((one) => one.kind === level && (one.name === name || one.code === name));
    const [one, ...others] = found;
    if (one === undefined || others.length > 0)
      throw new Refusal({ code: 'planNameUnknown', params: { name, found: found.length } });
    return one.id;
  };
  const targets = new Map(
    before.map(({ level, member, metric, product, value }) => {
      const target = { level, member, metric, product, value };
      return [targetKey(target), target] as const;
    }),
  );
  for (const text of said) {
    const [, levelSaid = '', name = '', metricSaid = '', value = ''] =
      /^([a-z]+)(?::(.+))?:([a-zA-Z]+)=(.*)$/i.exec(text) ?? [];
    if (levelSaid === '' || (value !== '' && !isDecimal(value)))
      throw new Refusal({ code: 'planTargetUnread', params: { text } });
    const level = oneOf('--set', levelSaid, planLevels) ?? 'company';
    const metric = oneOf('--set', metricSaid, planMetrics) ?? 'sales';
    const about = { level, member: memberOf(level, name), metric, product: null };
    if (value === '') targets.delete(targetKey(about));
    else targets.set(targetKey(about), { ...about, value });
  }
  return [...targets.values()];
}

function columns({ say }: Session): readonly Column<PlanFactRow>[] {
  const number = (
    title: string,
    value: (row: PlanFactRow) => string | null | undefined,
    kind: CellKind = 'ratio',
  ): Column<PlanFactRow> => ({ title, kind, value: (row) => value(row) ?? null });
  return [
    { title: say('plan.who'), kind: 'text', value: ({ name }) => name || say('plan.company') },
    { title: say('plan.metric'), kind: 'text', value: ({ metric }) => say(`figure.${metric}`) },
    number(say('plan.plan'), ({ value }) => value),
    number(say('plan.fact'), ({ fact }) => fact),
    number(say('plan.live'), ({ drifted }) => drifted?.live),
    number(say('plan.qualified'), ({ qualified }) => qualified),
    number(say('plan.deviation'), ({ compared }) => compared?.deviation),
    number(say('plan.deviationShare'), ({ compared }) => compared?.deviationShare, 'percent'),
    number(say('plan.fulfilment'), ({ compared }) => compared?.fulfilment, 'percent'),
    number(say('plan.pace'), ({ requiredPace }) => requiredPace),
    number(say('plan.forecast'), ({ forecast }) => forecast?.value),
    number(say('plan.forecastShare'), ({ forecast }) => forecast?.fulfilment, 'percent'),
    {
      ...{ title: say('plan.interval'), kind: 'text' },
      value: ({ forecast }) => forecast?.interval?.join('–') ?? null,
    },
    number(say('plan.probability'), ({ forecast }) => forecast?.probability, 'percent'),
  ];
}
