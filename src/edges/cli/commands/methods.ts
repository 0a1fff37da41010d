import { z } from 'zod';
import { methodDocument } from '../../../domain/method.ts';
import { Refusal } from '../../../domain/problem.ts';
import type { Application } from '../../../facade.ts';
import { methodRules } from '../../../messages/method-reading.ts';
import type { Column } from '../../output/columns.ts';
import { type CommandSpec, onlyOneOf } from '../command-spec.ts';
import { readDocument } from '../documents/read-document.ts';
import { exitCodes } from '../exit.ts';
import { printJson } from '../output/print.ts';
import { printList } from '../output/print-list.ts';
import { wrap } from '../output/text.ts';
import { existingDataFolder, isForPeople, type Session, withApplication } from '../session.ts';

interface Options {
  readonly save?: string;
  readonly keep?: readonly string[];
}

type ListedMethod = Awaited<ReturnType<Application['methods']>>[number];

/** As `--json` shows a method. Its version is given anew, and what is kept ready is `--keep`'s business. */
const editedMethod = methodDocument
  .omit({ version: true })
  .extend({ version: z.unknown().optional(), kept: z.unknown().optional() });

export const methodsCommand: CommandSpec<Options> = {
  name: 'methods',
  args: [{ name: '[id]', label: 'arg.method', help: 'arg.methodId' }],
  options: [
    { flag: '--save', value: 'arg.document', help: 'option.saveMethod' },
    { flag: '--keep', value: 'arg.method', help: 'option.keep', repeat: true },
  ],
  formats: ['json', 'csv', 'xlsx'],
  run: async (session, { save, keep }, [id]) => {
    const { say, remark } = session;
    onlyOneOf({ '--save': save, '--keep': keep });
    if (id !== undefined && (save ?? keep) !== undefined) throw new Refusal({ code: 'argumentsTooMany' });
    const document = save === undefined ? undefined : await readDocument(session, save, editedMethod);
    const kept = keep && namedToKeep(keep);
    await withApplication(session, { dataDir: existingDataFolder(session) }, async (application) => {
      if (document !== undefined) {
        const { version: _, kept: __, ...said } = document;
        const saved = await application.saveMethod(said);
        remark(say('methods.saved', { id: saved.id, version: saved.version }));
        const listed = (await application.methods()).filter((method) => method.id === saved.id);
        await printChanged(session, listed);
        return;
      }
      if (kept !== undefined) {
        await application.keepMethods(kept);
        remark(say('methods.keeping', { count: kept.length, ids: kept.join(', ') }));
      }
      const methods = await application.methods();
      if (id === undefined) return printMethods(session, methods);
      await printMethod(session, methodUnder(methods, String(id)));
    });
    return exitCodes.done;
  },
};

function namedToKeep(keep: readonly string[]): readonly string[] {
  const other = keep.find((id) => id !== 'none');
  if (!keep.includes('none')) return keep;
  if (other === undefined) return [];
  throw new Refusal({
    code: 'optionsExclude',
    params: { first: '--keep none', second: `--keep ${other}` },
  });
}

function methodUnder(methods: readonly ListedMethod[], id: string): ListedMethod {
  const found = methods.find((method) => method.id === id);
  if (found !== undefined) return found;
  const known = methods.map((method) => method.id).join(', ');
  throw new Refusal({ code: 'methodUnknown', params: { method: id, methods: known } });
}

async function printMethods(session: Session, methods: readonly ListedMethod[]): Promise<void> {
  await printList(session, methods, {
    sheet: session.say('methods.sheet'),
    columns: methodColumns(session),
    toJson: (method) => method,
    none: '',
  });
}

/** People have been told; programs get what was stored. */
async function printChanged(session: Session, methods: readonly ListedMethod[]): Promise<void> {
  if (session.format.json) await printJson(session, methods[0]);
  else if (!isForPeople(session.format)) await printMethods(session, methods);
}

/** A whole method: for people every rule in words, those unlike the main one marked. */
async function printMethod(session: Session, method: ListedMethod): Promise<void> {
  const { format, language, screen, say, paint, print } = session;
  if (format.json) return printJson(session, method);
  if (!isForPeople(format)) return printMethods(session, [method]);
  const { id, version, name, kept } = method;
  const rules = methodRules(method, { say, language }).flatMap(({ words, own }) =>
    wrap(words, screen.width, own ? '* ' : '  ').map((line) => (own ? paint('strong', line) : line)),
  );
  await print(
    [
      paint('title', say('methods.title', { name: name[language], id, version })),
      ...rules,
      paint('faint', say(kept ? 'methods.isKept' : 'methods.notKept')),
    ].join('\n'),
  );
}

const methodColumns = ({ language, say }: Session): readonly Column<ListedMethod>[] => [
  { title: say('methods.id'), kind: 'code', value: ({ id }) => id },
  { title: say('methods.version'), kind: 'count', value: ({ version }) => version },
  { title: say('definition.name'), kind: 'text', value: ({ name }) => name[language] },
  {
    title: say('methods.rules'),
    kind: 'text',
    value: (method) =>
      methodRules(method, { say, language })
        .filter(({ own }) => own)
        .map(({ words }) => words)
        .join('; '),
  },
  {
    title: say('methods.kept'),
    kind: 'code',
    value: ({ kept }) => say(kept ? 'definition.yes' : 'definition.no'),
  },
];
