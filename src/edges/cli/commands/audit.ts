import {
  type AuditEntry,
  type AuditQuery,
  type AuditVerification,
  auditActions,
} from '../../../domain/audit.ts';
import { isIsoDate } from '../../../domain/iso-date.ts';
import { Refusal } from '../../../domain/problem.ts';
import type { Application } from '../../../facade.ts';
import { formatInstant } from '../../../messages/format.ts';
import { lookUp } from '../../../messages/index.ts';
import type { Column } from '../../output/columns.ts';
import { type CommandSpec, oneOf, wholeNumber } from '../command-spec.ts';
import { exitCodes } from '../exit.ts';
import { printCsv, printJson, printJsonRows, printTable } from '../output/print.ts';
import { wrap } from '../output/text.ts';
import { existingDataFolder, type Session, withApplication } from '../session.ts';

interface Options {
  readonly who?: string;
  readonly action?: string;
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  readonly limit?: string;
  readonly after?: string;
  readonly head?: string;
}

export const auditCommand: CommandSpec<Options> = {
  name: 'audit',
  args: [{ name: '[errand]', label: 'arg.auditErrand', help: 'arg.auditVerify' }],
  options: [
    { flag: '--who', value: 'arg.who', help: 'option.who' },
    {
      flag: '--action',
      value: 'arg.action',
      help: 'option.action',
      helpParams: { actions: auditActions.join(', ') },
    },
    { flag: '--from', value: 'arg.day', help: 'option.auditFrom' },
    { flag: '--to', value: 'arg.day', help: 'option.auditTo' },
    { flag: '--subject', value: 'arg.subject', help: 'option.subject' },
    { flag: '--limit', value: 'arg.number', help: 'option.auditLimit' },
    { flag: '--after', value: 'arg.cursor', help: 'option.auditAfter' },
    { flag: '--head', value: 'arg.hash', help: 'option.head' },
  ],
  formats: ['json', 'csv'],
  run: async (session, { head, ...search }, [errand]) => {
    const config = { dataDir: existingDataFolder(session) };
    if (errand === undefined) {
      if (head !== undefined) throw needs('--head', 'verify');
      const query = queryOf(search);
      await withApplication(session, config, (application) => printTrail(session, application, query));
      return exitCodes.done;
    }
    oneOf('audit', String(errand), ['verify']);
    const idle = searching.find((name) => search[name] !== undefined);
    if (idle !== undefined)
      throw new Refusal({ code: 'optionsExclude', params: { first: `--${idle}`, second: 'verify' } });
    if (head !== undefined && !/^[\da-f]{64}$/i.test(head))
      throw new Refusal({ code: 'auditHead', params: { value: head } });
    return await withApplication(session, config, async (application) => {
      const found = await application.verifyAudit(head);
      await printVerification(session, found);
      return found.whole ? exitCodes.done : exitCodes.refused;
    });
  },
};

const searching = ['who', 'action', 'from', 'to', 'subject', 'limit', 'after'] as const;

const needs = (option: string, needed: string) =>
  new Refusal({ code: 'optionNeeds', params: { option, needs: needed } });

const usualLimit = '50';
const programPage = 1000;

type Question = Omit<AuditQuery, 'limit'> & { readonly limit: number | undefined };

function queryOf({ who, action: asked, from, to, subject, limit, after }: Omit<Options, 'head'>): Question {
  const action = oneOf('--action', asked, auditActions);
  return {
    ...(who !== undefined && { user: userOf(who) }),
    ...(action && { action }),
    ...(from !== undefined && { from: startOf('--from', from, 0) }),
    ...(to !== undefined && { to: startOf('--to', to, 1) }),
    ...(subject !== undefined && { subject: subjectOf(subject) }),
    ...(after !== undefined && { cursor: after }),
    limit: limit === undefined ? undefined : wholeNumber('--limit', limit),
  };
}

function userOf(value: string): number | null {
  if (value === 'holder') return null;
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new Refusal({ code: 'auditWho', params: { value } });
  return Number(value);
}

/** The moment when a day begins here, or the one so many days later. */
function startOf(option: string, value: string, later: number): string {
  if (!isIsoDate(value)) throw new Refusal({ code: 'auditDay', params: { option, value } });
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number);
  return new Date(year, month - 1, day + later).toISOString();
}

function subjectOf(value: string): { kind: string; id?: string } {
  const [, kind, id] = /^([A-Za-z]+)(?::(.+))?$/.exec(value) ?? [];
  if (kind === undefined) throw new Refusal({ code: 'auditSubject', params: { value } });
  return { kind, ...(id !== undefined && { id }) };
}

/** People get a page and are told of the rest; programs get everything, unless they say how many. */
async function printTrail(session: Session, application: Application, question: Question): Promise<void> {
  const { format, remark, say } = session;
  let next: string | null = null;
  const forPeople = !format.json && !format.csv;
  const most = question.limit ?? (forPeople ? Number(usualLimit) : Number.POSITIVE_INFINITY);
  async function* entries(): AsyncGenerator<AuditEntry> {
    let cursor = question.cursor;
    for (let left = most; left > 0; ) {
      const limit = Math.min(left, programPage);
      const page = await application.audit({ ...question, limit, ...(cursor !== undefined && { cursor }) });
      yield* page.entries;
      left -= page.entries.length;
      next = page.next;
      if (next === null) return;
      cursor = next;
    }
  }
  if (format.json) await printJsonRows(session, entries(), (entry) => entry);
  else if (format.csv) await printCsv(session, columns(session), entries());
  else {
    const rows = await Array.fromAsync(entries());
    if (rows.length === 0) remark(say('audit.none'));
    else await printTable(session, columns(session), rows);
  }
  if (next !== null) remark(say('audit.more', { cursor: next }));
}

function columns({ say, language }: Session): readonly Column<AuditEntry>[] {
  const who = (id: number | null) => (id === null ? say('audit.holder') : say('audit.user', { id }));
  return [
    { title: say('audit.at'), kind: 'code', value: ({ at }) => formatInstant(at, language) },
    { title: say('audit.who'), kind: 'code', value: ({ user }) => who(user) },
    {
      title: say('audit.onBehalfOf'),
      kind: 'code',
      value: ({ onBehalfOf }) => (onBehalfOf === null ? '' : who(onBehalfOf)),
      spare: 3,
    },
    { title: say('audit.key'), kind: 'code', value: ({ key }) => key, spare: 4 },
    { title: say('audit.address'), kind: 'code', value: ({ address }) => address, spare: 2 },
    {
      title: say('audit.action'),
      kind: 'code',
      value: ({ action }) => lookUp(`audit.action.${action}`, language) ?? action,
    },
    {
      title: say('audit.outcome'),
      kind: 'code',
      value: ({ outcome }) => lookUp(`audit.outcome.${outcome}`, language) ?? outcome,
    },
    {
      title: say('audit.subject'),
      kind: 'text',
      value: ({ subject }) => subject && `${subject.kind}:${subject.id}`,
    },
    { title: say('audit.details'), kind: 'text', value: (entry) => detailsOf(entry, say), spare: 1 },
    { title: say('audit.place'), kind: 'code', value: ({ batch, number }) => `${batch}.${number}`, spare: 5 },
  ];
}

/** What is left of an event, short: programs get it whole. */
function detailsOf({ details, changes, personal }: AuditEntry, say: Session['say']): string {
  const parts = Object.entries({ ...details, ...changes }).map(
    ([name, value]) => `${name}: ${JSON.stringify(value)}`,
  );
  if (personal?.state === 'shown') parts.push(JSON.stringify(personal.changes));
  else if (personal) parts.push(`${personal.fields.join(', ')}: ${say(`audit.personal.${personal.state}`)}`);
  return parts.join('; ');
}

async function printVerification(session: Session, found: AuditVerification): Promise<void> {
  const { format, say, print, paint, screen } = session;
  if (format.json) return printJson(session, found);
  if (format.csv) return printCsv(session, verificationColumns(), [found]);
  const { events, batches, head, headFound } = found;
  const said: string[] = [];
  if (found.break !== null) {
    const { batch, number, how } = found.break;
    const what =
      number === null ? say('audit.brokenBatch', { batch }) : say('audit.brokenEvent', { batch, number });
    said.push(paint('error', say('audit.broken', { what, how, events })));
  } else if (headFound === false) said.push(paint('error', say('audit.headGone')));
  else {
    said.push(paint('ok', say('audit.whole', { events, batches })));
    if (headFound) said.push(say('audit.headFound'));
    if (head !== null) said.push(say('audit.head', { head }));
  }
  await print(said.flatMap((text) => wrap(text, screen.width)).join('\n'));
}

/** By their names in JSON: this is for programs. */
const verificationColumns = (): readonly Column<AuditVerification>[] => [
  { title: 'whole', kind: 'code', value: ({ whole }) => String(whole) },
  { title: 'batches', kind: 'count', value: ({ batches }) => batches },
  { title: 'events', kind: 'count', value: ({ events }) => events },
  { title: 'head', kind: 'code', value: ({ head }) => head },
  { title: 'batch', kind: 'count', value: (found) => found.break?.batch ?? null },
  { title: 'number', kind: 'count', value: (found) => found.break?.number ?? null },
  { title: 'how', kind: 'code', value: (found) => found.break?.how ?? null },
];
