import { type SignalState, signalStates, verdicts } from '../../../domain/integrity/review.ts';
import { type CaseKey, caseOf, schemes } from '../../../domain/integrity/scheme.ts';
import { Refusal } from '../../../domain/problem.ts';
import type { Application } from '../../../facade.ts';
import type { Signal } from '../../../use-cases/integrity/read-signals.ts';
import type { Evidence, SignalDetail } from '../../../use-cases/integrity/signal-detail.ts';
import type { Column } from '../../output/columns.ts';
import { type CommandSpec, oneOf, onlyOneOf } from '../command-spec.ts';
import { chosenMember } from '../customers/chosen-member.ts';
import { exitCodes } from '../exit.ts';
import { printJson } from '../output/print.ts';
import { printList } from '../output/print-list.ts';
import { existingDataFolder, type Session, withApplication } from '../session.ts';

interface Options {
  readonly scheme?: string;
  readonly rep?: string;
  readonly month?: string;
  readonly state?: string;
  readonly verdict?: string;
  readonly comment?: string;
  readonly agree?: boolean;
}

export const integrityCommand: CommandSpec<Options> = {
  name: 'integrity',
  args: [{ name: '[signal]', label: 'arg.signal', help: 'arg.signalHelp' }],
  options: [
    {
      ...{ flag: '--scheme', value: 'arg.scheme', help: 'option.signalScheme' },
      helpParams: { schemes: schemes.join(', ') },
    },
    { flag: '--rep', value: 'arg.name', help: 'option.signalRep' },
    { flag: '--month', value: 'arg.month', help: 'option.signalMonth' },
    {
      ...{ flag: '--state', value: 'arg.state', help: 'option.signalState' },
      helpParams: { states: signalStates.join(', ') },
    },
    {
      ...{ flag: '--verdict', value: 'arg.verdict', help: 'option.verdict' },
      helpParams: { verdicts: verdicts.join(', ') },
    },
    { flag: '--comment', value: 'arg.text', help: 'option.verdictComment' },
    { flag: '--agree', help: 'option.agree' },
  ],
  formats: ['json', 'csv', 'xlsx'],
  run: async (session, options, [asked]) => {
    onlyOneOf({ '--verdict': options.verdict, '--agree': options.agree });
    await withApplication(session, { dataDir: existingDataFolder(session) }, (application) =>
      asked === undefined
        ? list(session, application, options)
        : show(session, application, keyOf(String(asked)), options),
    );
    return exitCodes.done;
  },
};

function keyOf(id: string): CaseKey {
  const key = caseOf(id);
  if (key === null) throw new Refusal({ code: 'signalUnknown', params: { signal: id } });
  return key;
}

async function list(session: Session, application: Application, options: Options): Promise<void> {
  const { say } = session;
  const scheme = oneOf('--scheme', options.scheme, schemes);
  const state = oneOf<SignalState>('--state', options.state, signalStates);
  const { month, rep } = options;
  const query = {
    ...(scheme !== undefined && { scheme }),
    ...(state !== undefined && { state }),
    ...(month !== undefined && { month }),
    ...(rep !== undefined && {
      rep: chosenMember((await application.organisation()).members, rep, 'rep').id,
    }),
  };
  const limit = 500;
  const all: Signal[] = [];
  for (let more = true; more; ) {
    const { signals } = await application.integrity.signals({ ...query, limit, skip: all.length });
    all.push(...signals);
    more = signals.length === limit;
  }
  await printList(session, all, {
    ...{ sheet: say('integrity.sheet'), none: say('integrity.none'), columns: signalColumns(session) },
    toJson: (signal) => signal,
  });
}

async function show(
  session: Session,
  { integrity }: Application,
  key: CaseKey,
  { verdict: said, comment, agree }: Options,
): Promise<void> {
  const { say } = session;
  const verdict = oneOf('--verdict', said, verdicts);
  if (verdict !== undefined && !comment?.trim()) throw new Refusal({ code: 'signalCommentMissing' });
  let detail = await integrity.signal(key);
  const version = detail.reviews[0]?.version ?? 0;
  if (verdict !== undefined)
    detail = await integrity.review(key, { version, verdict, comment: comment?.trim() ?? '' });
  if (agree === true) detail = await integrity.agree(key, version);
  if (session.format.json) return await printJson(session, detail);
  remarkOn(session, detail);
  await printList(session, detail.evidence, {
    ...{ sheet: say('integrity.sheet'), none: say('signal.gone'), columns: evidenceColumns(session) },
    toJson: (row) => row,
  });
}

function remarkOn({ say, remark }: Session, { signal, reviews }: SignalDetail): void {
  const { scheme, marked, active, peers, own } = signal;
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  remark(`${say('signal.needsLook')}: ${say(`signal.${scheme}`)}, ${signal.repName}, ${signal.month}`);
  remark(say(`signal.says.${scheme}`, { marked }));
  remark(
    say('signal.usual', {
      ...{ share: percent(marked / Math.max(active, marked, 1)), peers: percent(peers) },
      own: own === null ? 'none' : percent(own),
    }),
  );
  if (!signal.found) remark(say('signal.gone'));
  for (const { verdict, by, comment, agreed } of reviews)
    remark(
      say('integrity.reviewed', {
        ...{ verdict: say(`verdict.${verdict}`), by: by || 'none', comment },
        agreed: agreed === null ? 'no' : 'yes',
      }),
    );
}

const signalColumns = ({ say }: Session): readonly Column<Signal>[] => [
  { title: say('integrity.id'), kind: 'code', value: ({ id }) => id },
  { title: say('integrity.severity'), kind: 'text', value: ({ severity }) => say(`severity.${severity}`) },
  { title: say('integrity.what'), kind: 'text', spare: 1, value: ({ scheme }) => say(`signal.${scheme}`) },
  { title: say('integrity.rep'), kind: 'text', value: ({ repName }) => repName },
  { title: say('integrity.month'), kind: 'code', value: ({ month }) => month },
  { title: say('integrity.marked'), kind: 'count', value: ({ marked }) => marked },
  { title: say('integrity.active'), kind: 'count', value: ({ active }) => active },
  { title: say('integrity.state'), kind: 'text', value: ({ state }) => say(`signalState.${state}`) },
];

const evidenceColumns = ({ say }: Session): readonly Column<Evidence>[] => [
  { title: say('integrity.code'), kind: 'code', value: ({ customer }) => customer.code },
  {
    title: say('integrity.customer'),
    kind: 'text',
    value: ({ customer, point }) => (customer.shown ? (point ?? customer.name) : say('integrity.hidden')),
  },
  { title: say('integrity.document'), kind: 'code', value: ({ number }) => number },
  { title: say('integrity.date'), kind: 'date', value: ({ date }) => date },
  { title: say('integrity.amount'), kind: 'money', value: ({ amount }) => amount },
  { title: say('integrity.usual'), kind: 'money', value: ({ usual }) => usual },
  {
    title: say('integrity.more'),
    kind: 'text',
    spare: 1,
    value: ({ product, other, gaps, otherDate }) =>
      [
        product,
        other && (other.shown ? other.name : say('integrity.hidden')),
        ...gaps.map((gap) => say(`gap.${gap}`)),
        otherDate,
      ]
        .filter(Boolean)
        .join(', '),
  },
];
