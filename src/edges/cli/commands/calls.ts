import {
  callGroups,
  callOutcomes,
  callRules,
  callSorts,
  type NewCall,
  refusalReasons,
} from '../../../domain/calls.ts';
import { calendarPeriod } from '../../../domain/period.ts';
import { planMonth } from '../../../domain/plan-month.ts';
import { Refusal } from '../../../domain/problem.ts';
import type { CallPage, CallRow } from '../../../use-cases/calls/call-page.ts';
import type { RepResults } from '../../../use-cases/calls/call-results.ts';
import type { CellKind, Column } from '../../output/columns.ts';
import { type CommandSpec, oneOf, onlyOneOf, wholeNumber } from '../command-spec.ts';
import { chosenCustomer } from '../customers/chosen-customer.ts';
import { readDocument } from '../documents/read-document.ts';
import { exitCodes } from '../exit.ts';
import { printJson } from '../output/print.ts';
import { printList } from '../output/print-list.ts';
import { dataFolder, type Session, withApplication } from '../session.ts';

interface Options {
  readonly rep?: string;
  readonly group?: string;
  readonly by?: string;
  readonly limit?: string;
  readonly result?: string;
  readonly reason?: string;
  readonly next?: string;
  readonly undo?: string;
  readonly results?: string;
  readonly rules?: boolean;
  readonly set?: string;
}

export const callsCommand: CommandSpec<Options> = {
  name: 'calls',
  args: [{ name: '[customer]', label: 'arg.customer', help: 'arg.customerHelp' }],
  options: [
    { flag: '--rep', value: 'arg.name', help: 'option.callRep' },
    {
      ...{ flag: '--group', value: 'arg.kind', help: 'option.callGroup' },
      helpParams: { groups: callGroups.join(', ') },
    },
    {
      ...{ flag: '--by', value: 'arg.kind', help: 'option.callBy' },
      helpParams: { sorts: callSorts.join(', ') },
    },
    { flag: '--limit', value: 'arg.number', help: 'option.callLimit' },
    {
      ...{ flag: '--result', value: 'arg.kind', help: 'option.callResult' },
      helpParams: { outcomes: callOutcomes.join(', ') },
    },
    {
      ...{ flag: '--reason', value: 'arg.kind', help: 'option.callReason' },
      helpParams: { reasons: refusalReasons.join(', ') },
    },
    { flag: '--next', value: 'arg.day', help: 'option.callNext' },
    { flag: '--undo', value: 'arg.number', help: 'option.callUndo' },
    { flag: '--results', value: 'arg.month', help: 'option.callResults' },
    { flag: '--rules', help: 'option.callRules' },
    { flag: '--set', value: 'arg.document', help: 'option.setCallRules' },
  ],
  formats: ['json', 'csv', 'xlsx'],
  run: async (session, options, [customer]) => {
    const { result, undo, results, rules, set } = options;
    onlyOneOf({ '--result': result, '--undo': undo, '--results': results, '--rules': rules, '--set': set });
    if (result !== undefined) await record(session, options, customer);
    else if (undo !== undefined) await takeBack(session, wholeNumber('--undo', undo));
    else if (results !== undefined) await printResults(session, results);
    else if (rules === true || set !== undefined) await rulesOf(session, set);
    else await printCalls(session, options);
    return exitCodes.done;
  },
};

async function record(session: Session, options: Options, customer: unknown): Promise<void> {
  const outcome = oneOf('--result', options.result ?? '', callOutcomes) ?? 'order';
  const reason = options.reason === undefined ? undefined : oneOf('--reason', options.reason, refusalReasons);
  if (typeof customer !== 'string') throw new Refusal({ code: 'argumentMissing' });
  await withApplication(session, { dataDir: dataFolder(session) }, async (application) => {
    const { id, name } = await chosenCustomer(session, application, customer);
    const call: NewCall = {
      ...{ id, outcome },
      ...(reason !== undefined && { reason }),
      ...(options.next !== undefined && { next: options.next }),
    };
    const recorded = await application.calls.record(call);
    if (session.format.json) await printJson(session, recorded);
    else session.remark(session.say('calls.recorded', { id: recorded.id, name, next: recorded.next }));
  });
}

async function takeBack(session: Session, id: number): Promise<void> {
  await withApplication(session, { dataDir: dataFolder(session) }, async ({ calls }) => {
    const undone = await calls.undo(id);
    if (session.format.json) await printJson(session, undone);
    else session.remark(session.say('calls.undone', { id }));
  });
}

async function rulesOf(session: Session, file: string | undefined): Promise<void> {
  const said = file === undefined ? undefined : await readDocument(session, file, callRules);
  await withApplication(session, { dataDir: dataFolder(session) }, async ({ calls }) => {
    const { version, ...rules } = await calls.rules();
    if (said === undefined) return await printJson(session, rules);
    await calls.setRules({ version, ...said });
    session.remark(session.say('calls.rulesSet', { count: said.rules.length }));
  });
}

async function printCalls(session: Session, options: Options): Promise<void> {
  const group = options.group === undefined ? undefined : oneOf('--group', options.group, callGroups);
  const sort = options.by === undefined ? undefined : oneOf('--by', options.by, callSorts);
  const limit = options.limit === undefined ? 20 : wholeNumber('--limit', options.limit);
  await withApplication(session, { dataDir: dataFolder(session) }, async ({ calls }) => {
    const asked = {
      ...(group && { group }),
      ...(sort && { sort }),
      limit: Math.min(200, Math.max(1, limit)),
    };
    const rep = options.rep === undefined ? undefined : await repNamed(calls, options.rep);
    const page = await calls.page({ ...asked, ...(rep !== undefined && { rep }) });
    if (session.format.json) return await printJson(session, page);
    remarkOn(session, page);
    await printList(session, page.rows, {
      ...{ sheet: session.say('calls.sheet'), columns: callColumns(session) },
      ...{ none: session.say('calls.none'), toJson: (row) => row },
    });
  });
}

async function repNamed(
  calls: { page(question: { limit: number }): Promise<CallPage> },
  name: string,
): Promise<number> {
  const { reps } = await calls.page({ limit: 1 });
  const found = reps.filter((one) => one.name === name);
  const [one, ...others] = found;
  if (one === undefined || others.length > 0)
    throw new Refusal({ code: 'planNameUnknown', params: { name, found: found.length } });
  return one.id;
}

function remarkOn({ say, remark }: Session, { asOf, groups, done, planned, gap, closes }: CallPage): void {
  const of = (group: 'urgent' | 'winBack') => groups.find((one) => one.group === group);
  const late = (of('urgent')?.size ?? 0) + (of('winBack')?.size ?? 0);
  const expected = Number(of('urgent')?.expected ?? 0) + Number(of('winBack')?.expected ?? 0);
  remark(
    say('calls.head', { asOf: asOf ?? '—', late, expected: Math.round(expected), ...{ done, planned } }),
  );
  if (gap?.sales && closes.sales !== null)
    remark(
      say('calls.closes', {
        ...{ month: gap.month, missing: gap.sales.missing },
        share: `${Math.round(Number(closes.sales) * 100)} %`,
      }),
    );
}

const callColumns = ({ say }: Session): readonly Column<CallRow>[] => {
  const text = (title: string, value: (row: CallRow) => string): Column<CallRow> => ({
    ...{ title, kind: 'text', value },
  });
  const number = (
    title: string,
    kind: CellKind,
    value: (row: CallRow) => number | string | null,
  ): Column<CallRow> => ({ title, kind, value });
  return [
    text(say('calls.customer'), ({ name }) => name),
    text(say('calls.code'), ({ code }) => code),
    text(say('calls.phone'), ({ phone }) => phone ?? ''),
    text(say('calls.rep'), ({ rep }) => rep),
    text(say('calls.expectedOn'), ({ rhythm }) => rhythm.expected ?? ''),
    number(say('calls.interval'), 'count', ({ rhythm }) => rhythm.interval),
    number(say('calls.late'), 'count', ({ rhythm }) => rhythm.late),
    number(say('calls.sum'), 'money', ({ rhythm }) => rhythm.amount),
    number(say('calls.share'), 'percent', ({ shareOfGap }) => shareOfGap),
    number(say('calls.overdue'), 'money', ({ overdue }) => overdue),
  ];
};

async function printResults(session: Session, month: string): Promise<void> {
  const { say } = session;
  if (!planMonth.safeParse(month).success)
    throw new Refusal({ code: 'optionNeeds', params: { option: '--results', needs: '2026-11' } });
  const { from, to } = calendarPeriod('month', month);
  await withApplication(session, { dataDir: dataFolder(session) }, async ({ calls }) => {
    const found = await calls.results(from, to);
    if (session.format.json) return await printJson(session, found);
    await printList(session, found.reps, {
      ...{ sheet: say('calls.resultsSheet'), columns: resultColumns(session), none: say('calls.none') },
      toJson: (row) => row,
    });
  });
}

const resultColumns = ({ say }: Session): readonly Column<RepResults>[] => [
  { title: say('calls.rep'), kind: 'text', value: ({ name }) => name },
  { title: say('calls.calls'), kind: 'count', value: ({ calls }) => calls },
  { title: say('calls.reached'), kind: 'count', value: ({ reached }) => reached },
  ...callOutcomes.map(
    (outcome): Column<RepResults> => ({
      ...{ title: say(`calls.outcome.${outcome}`), kind: 'count' },
      value: ({ outcomes }) => outcomes[outcome],
    }),
  ),
  { title: say('calls.won'), kind: 'count', value: ({ won }) => won },
  { title: say('calls.conversion'), kind: 'percent', value: ({ conversion }) => conversion },
  { title: say('calls.completion'), kind: 'percent', value: ({ completion }) => completion },
];
