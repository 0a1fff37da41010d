import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type CustomerMetric,
  type CustomersNode,
  customerBases,
  customerMetrics,
} from '../../../domain/customer-plan.ts';
import { isDecimal } from '../../../domain/decimal.ts';
import { planLevels } from '../../../domain/plan.ts';
import { Refusal } from '../../../domain/problem.ts';
import type { Application } from '../../../facade.ts';
import { formatDate } from '../../../messages/format.ts';
import { sentence } from '../../../messages/index.ts';
import type { PlannedCustomer } from '../../../use-cases/customer-plans/page.ts';
import type { Column } from '../../output/columns.ts';
import { customerSheetColumns } from '../../output/customer-sheet.ts';
import { oneOf, wholeNumber } from '../command-spec.ts';
import { printJson } from '../output/print.ts';
import { printList } from '../output/print-list.ts';
import type { Session } from '../session.ts';

export interface CustomerPlanOptions {
  readonly of?: string;
  readonly metric?: string;
  readonly behind?: boolean;
  readonly limit?: string;
  readonly propose?: string;
  readonly grow?: string;
  readonly total?: string;
  readonly adopt?: boolean;
  readonly file?: string;
  readonly form?: boolean;
  readonly comment?: string;
  readonly approve?: boolean;
}

/** What is planned of single customers: shown, proposed, taken from a file or written as one. */
export async function planOfCustomers(
  session: Session,
  application: Application,
  month: string,
  options: CustomerPlanOptions,
): Promise<void> {
  const { say, remark, format } = session;
  const { customerPlans } = application;
  const metric = oneOf('--metric', options.metric, customerMetrics) ?? 'sales';
  const node = await nodeOf(application, options.of);
  const latest = async () => (await customerPlans.page({ month, limit: 1 })).latest;
  if (options.file !== undefined) await loadFile(session, application, month, options, await latest());
  if (options.propose !== undefined)
    return await propose(session, application, { month, node, metric }, options, latest);
  if (options.approve === true) {
    const { version } = await customerPlans.approve(month, await latest());
    remark(say('plan.approved', { period: month, version }));
  }
  if (options.form === true) {
    const table = await customerPlans.sheet({ month, node });
    return await printList(session, table.rows, {
      ...{ sheet: say('plan.sheet'), columns: customerSheetColumns(table) },
      ...{ none: say('plan.none', { period: month }), toJson: (row) => row },
    });
  }
  const limit = options.limit === undefined ? 50 : Math.min(500, wholeNumber('--limit', options.limit));
  const page = await customerPlans.page({ month, node, metric, limit, behind: options.behind === true });
  if (format.json) return await printJson(session, page);
  const { plan, total, size, closed } = page;
  if (closed !== null)
    remark(
      say(closed.customerPlanVersion === null ? 'plan.closedWithoutCustomers' : 'plan.customersClosed', {
        ...{ month, by: closed.closedBy || 'none', at: closed.closedAt.slice(0, 10), differ: total.differ },
      }),
    );
  if (plan !== null)
    remark(
      say('plan.ofCustomers', {
        ...{ month, version: plan.version, author: plan.author || 'none', stated: plan.stated },
        ...{ planned: total.planned, plan: total.plan ?? 'none', fact: total.fact ?? 'none' },
        ...{ behind: total.behind, shown: page.rows.length, size },
      }),
    );
  await printList(session, page.rows, {
    ...{ sheet: say('plan.sheet'), none: say('plan.none', { period: month }), toJson: (row) => row },
    columns: columns(session),
  });
}

/** `rep:Петров П.П.`; nothing: everybody. */
async function nodeOf(application: Application, said: string | undefined): Promise<CustomersNode> {
  if (said === undefined) return { level: 'company', member: 0 };
  const [, levelSaid = '', name = ''] = /^([a-z]+):(.+)$/i.exec(said) ?? [];
  const level = oneOf('--of', levelSaid, planLevels.slice(1));
  const { members } = await application.organisation();
  const found = members.filter((one) => one.kind === level && (one.name === name || one.code === name));
  const [one, ...others] = found;
  if (level === undefined || one === undefined || others.length > 0)
    throw new Refusal({ code: 'planNameUnknown', params: { name, found: found.length } });
  return { level, member: one.id };
}

async function propose(
  session: Session,
  { customerPlans }: Application,
  of: { readonly month: string; readonly node: CustomersNode; readonly metric: CustomerMetric },
  { propose: said, grow, total, adopt = false, comment = '' }: CustomerPlanOptions,
  latest: () => Promise<number>,
): Promise<void> {
  const { say, remark } = session;
  const { month, ...whom } = of;
  const number = (option: string, value: string): string => {
    if (!isDecimal(value)) throw new Refusal({ code: 'optionNotNumber', params: { option, value } });
    return value;
  };
  const goal =
    grow === undefined
      ? ({ kind: 'maintain' } as const)
      : ({ kind: 'growByPercent', percent: number('--grow', grow) } as const);
  const question = {
    ...{ ...whom, base: oneOf('--propose', said, customerBases) ?? 'rhythm' },
    by: total === undefined ? { goal } : { total: number('--total', total) },
  };
  const found = await customerPlans.propose({ month, ...question });
  remark(say('plan.proposedOf', { n: found.size, total: found.total, withdrawn: found.withdrawn }));
  if (adopt) {
    const { dataVersion } = found;
    const saved = await customerPlans.adopt(month, {
      ...{ question, dataVersion, version: await latest(), comment },
    });
    remark(say('plan.saved', { period: month, version: saved.version }));
  }
  await printList(session, found.first, {
    ...{ sheet: say('plan.sheet'), none: say('plan.none', { period: month }), toJson: (row) => row },
    columns: [
      { title: say('plan.customer'), kind: 'text', value: ({ name }) => name },
      { title: say('plan.expectedOf'), kind: 'money', value: ({ base }) => base },
      { title: say('plan.plan'), kind: 'money', value: ({ value }) => value },
    ],
  });
}

async function loadFile(
  { io, say, remark, language }: Session,
  { customerPlans }: Application,
  month: string,
  { file = '', comment = '' }: CustomerPlanOptions,
  version: number,
): Promise<void> {
  const content = await readFile(path.resolve(io.cwd, file)).catch(() => {
    throw new Refusal({ code: 'fileMissing', place: { file } });
  });
  const given = { content, name: path.basename(file), month };
  const { size, findings } = await customerPlans.read(given);
  for (const finding of findings) remark(sentence(finding, language));
  const saved = await customerPlans.load(given, { version, comment });
  remark(say('plan.savedFile', { period: month, version: saved.version, targets: size }));
}

/** Of a closed month as he was then, and who he is by now. */
const nameThen = ({ id, name, became }: PlannedCustomer, say: Session['say']): string =>
  became === null
    ? name
    : became.id === null
      ? say('plan.customerGone', { id })
      : say('plan.customerBecame', { name, now: became.name });

const columns = ({ say, language }: Session): readonly Column<PlannedCustomer>[] => [
  { title: say('plan.customer'), kind: 'text', value: (row) => nameThen(row, say) },
  { title: say('plan.plan'), kind: 'money', value: ({ plan }) => plan },
  { title: say('plan.fact'), kind: 'money', value: ({ fact }) => fact },
  { title: say('plan.live'), kind: 'money', value: ({ drifted }) => drifted?.live ?? null },
  { title: say('plan.deviation'), kind: 'money', value: ({ compared }) => compared?.deviation ?? null },
  {
    ...{ title: say('plan.deviationShare'), kind: 'percent' },
    value: ({ compared }) => compared?.deviationShare ?? null,
  },
  {
    ...{ title: say('plan.fulfilment'), kind: 'percent' },
    value: ({ compared }) => compared?.fulfilment ?? null,
  },
  { title: say('plan.pace'), kind: 'ratio', value: ({ requiredPace }) => requiredPace, spare: 5 },
  { title: say('plan.forecast'), kind: 'ratio', value: ({ forecast }) => forecast.value },
  { title: say('plan.probability'), kind: 'percent', value: ({ forecast }) => forecast.probability },
  { title: say('plan.lastPurchase'), kind: 'date', value: ({ lastPurchase }) => lastPurchase, spare: 2 },
  { title: say('plan.expectedOn'), kind: 'date', value: ({ expected }) => expected, spare: 1 },
  {
    ...{ title: say('plan.statedOn'), kind: 'text', spare: 3 },
    value: ({ stated }) =>
      stated && say('plan.statedWhen', { day: formatDate(stated.on, language), stated: stated.stated }),
  },
  { title: say('plan.rep'), kind: 'text', value: ({ rep }) => rep, spare: 4 },
];
