import { today } from '../../../domain/clock.ts';
import { isIsoDate } from '../../../domain/iso-date.ts';
import type { Metric } from '../../../domain/metrics.ts';
import { type NamedBase, namedBaseDocument } from '../../../domain/named-base.ts';
import { formatPeriod, parsePeriod } from '../../../domain/period.ts';
import { Refusal } from '../../../domain/problem.ts';
import type { CustomerSet } from '../../../domain/sets/customer-set.ts';
import type { IsoDate } from '../../../domain/units.ts';
import type { Application, NamedBaseAnswer } from '../../../facade.ts';
import type { BaseQuestion } from '../../../services/definitions/named-bases.ts';
import { type CellValue, type Column, plainNumber } from '../../output/columns.ts';
import { figureKinds } from '../../output/figure-columns.ts';
import { type CommandSpec, onlyOneOf, wholeNumber } from '../command-spec.ts';
import { readDocument } from '../documents/read-document.ts';
import { exitCodes } from '../exit.ts';
import { printJson } from '../output/print.ts';
import { printList } from '../output/print-list.ts';
import { warningLines } from '../output/screen.ts';
import { loadedState } from '../report/report-question.ts';
import { existingDataFolder, isForPeople, type Session, withApplication } from '../session.ts';

interface Options {
  readonly on?: string;
  readonly add?: string;
  readonly remove?: boolean;
}

const shown = ['activeBase', 'totalBase', 'coverage', 'sales'] as const satisfies readonly Metric[];
const question: BaseQuestion = {
  metrics: [...shown],
  ...{ rows: [], columns: [], slice: [], compare: [], history: 'slice' },
};

export const basesCommand: CommandSpec<Options> = {
  name: 'bases',
  args: [{ name: '[id]', label: 'arg.id', help: 'arg.baseId' }],
  options: [
    { flag: '--on', value: 'arg.day', help: 'option.on' },
    { flag: '--add', value: 'arg.document', help: 'option.addBase' },
    { flag: '--remove', help: 'option.removeBase' },
  ],
  formats: ['json', 'csv', 'xlsx'],
  run: async (session, { on, add, remove }, [given]) => {
    const { format, say, remark } = session;
    onlyOneOf({ '--add': add, '--remove': remove, '--on': on });
    const id = given === undefined ? undefined : wholeNumber(say('arg.id'), String(given));
    if (remove && id === undefined) throw new Refusal({ code: 'argumentMissing' });
    if (add !== undefined && id !== undefined) throw new Refusal({ code: 'argumentsTooMany' });
    if (on !== undefined && !isIsoDate(on))
      throw new Refusal({ code: 'optionNotDay', params: { option: '--on', value: on } });
    const document = add === undefined ? undefined : await readDocument(session, add, namedBaseDocument);
    await withApplication(session, { dataDir: existingDataFolder(session) }, async (application) => {
      if (document !== undefined) {
        const base = await application.addNamedBase(document);
        remark(say('bases.added', { id: base.id, name: base.name }));
        if (format.json) await printJson(session, base);
      } else if (remove && id !== undefined) {
        const { name } = await baseUnder(application, id);
        await application.removeNamedBase(id);
        remark(say('bases.removed', { id, name }));
        if (format.json) await printJson(session, { id });
      } else await printBases(session, application, id, on);
    });
    return exitCodes.done;
  },
};

async function baseUnder(application: Application, id: number): Promise<NamedBase> {
  const found = (await application.namedBases()).find((base) => base.id === id);
  if (found === undefined) throw new Refusal({ code: 'namedBaseUnknown', params: { id } });
  return found;
}

/** All of them, or one, with the figures of their own periods as of a day. */
async function printBases(
  session: Session,
  application: Application,
  id: number | undefined,
  on: IsoDate | undefined,
): Promise<void> {
  const { say, remark, screen, format } = session;
  if (id !== undefined) await baseUnder(application, id);
  const rows: BaseRow[] = [];
  if ((await application.namedBases()).length > 0) {
    await loadedState(application);
    const answers = await application.namedBaseFigures({ ...question, ...(on !== undefined && { on }) });
    for (const answer of answers)
      if (id === undefined || answer.base.id === id)
        rows.push({ ...answer, reading: await application.readSet(countedIn(answer), session.language) });
  }
  await printList(session, rows, {
    sheet: say('bases.sheet'),
    columns: baseColumns(session),
    toJson: baseJson,
    none: say('bases.none'),
  });
  const short = rows.filter((row) => periodOf(row)?.shortHistory).length;
  if (short === 0 || !isForPeople(format)) return;
  const words = say('report.shortHistory', { periods: short, of: rows.length });
  remark(['', ...warningLines(words, screen)].join('\n'));
}

interface BaseRow extends NamedBaseAnswer {
  readonly reading: string;
}

const periodOf = ({ answer }: NamedBaseAnswer) => answer.periods[0];

/** Who is counted in a base as it was asked. */
const countedIn = ({ base, answer }: NamedBaseAnswer): CustomerSet => ({
  language: 1,
  unit: base.unit,
  method: { ...base.method, version: answer.methods[0]?.version },
  set: { kind: 'state', state: 'active', period: answer.query.period, slice: base.products },
});

const figureOf = ({ answer }: NamedBaseAnswer, metric: (typeof shown)[number]): CellValue =>
  answer.cells[0]?.figures[metric] ?? null;

/** One base of `akb bases --json`, documented in docs/cli.md. */
function baseJson(row: BaseRow): Record<string, unknown> {
  const { base, answer, reading } = row;
  const { from, to, label, open, shortHistory } = answer.periods[0] ?? {};
  const figures = shown.map((metric) => {
    const value = figureOf(row, metric);
    return [metric, typeof value === 'string' ? plainNumber(value, figureKinds[metric]) : value];
  });
  const { id, name, method, products, period, unit } = base;
  return {
    base: { id, name, method, products, period, unit },
    period: { from, to, label, open, shortHistory },
    method: answer.methods[0],
    dataVersion: answer.dataVersion,
    historySince: answer.historySince,
    figures: Object.fromEntries(figures),
    reading,
  };
}

function baseColumns({ say, language, format }: Session): readonly Column<BaseRow>[] {
  return [
    { title: say('definition.id'), kind: 'count', value: ({ base }) => base.id },
    { title: say('definition.name'), kind: 'text', value: ({ base }) => base.name },
    {
      title: say('bases.period'),
      kind: 'code',
      value: ({ answer }) => {
        const [asked] = answer.periods;
        const period = parsePeriod(answer.query.period, { today: answer.asOf ?? today() });
        const name = 'code' in period ? answer.query.period : formatPeriod(period, language);
        return asked?.shortHistory && isForPeople(format) ? `${name} *` : name;
      },
    },
    {
      title: say('definition.unit'),
      kind: 'code',
      value: ({ base }) => say(`unit.${base.unit}`),
      spare: 1,
    },
    {
      title: say('bases.method'),
      kind: 'code',
      value: ({ answer: { methods } }) => (methods[0] ? say('bases.methodVersion', methods[0]) : null),
      spare: 2,
    },
    ...shown.map((metric) => ({
      title: say(`figure.${metric}`),
      kind: figureKinds[metric],
      value: (row: BaseRow) => figureOf(row, metric),
    })),
    { title: say('bases.reading'), kind: 'text', value: ({ reading }) => reading, spare: 3 },
  ];
}
