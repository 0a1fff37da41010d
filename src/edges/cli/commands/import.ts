import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../../../domain/problem.ts';
import type { Application } from '../../../facade.ts';
import type { ImportOptions, ImportSummary } from '../../../services/intake/import-summary.ts';
import type { CommandSpec } from '../command-spec.ts';
import { exitCodes, NeedsAnswer } from '../exit.ts';
import { canAsk, choose } from '../import/ask.ts';
import { type ImportFlags, importOptions } from '../import/import-options.ts';
import { type AnsweredImport, applyImport, prepareImport } from '../import/prepare-import.ts';
import { screenImport, tableColumns } from '../import/screen-import.ts';
import { watchFolder } from '../import/watch.ts';
import { printCsv, printJson } from '../output/print.ts';
import { dataFolder, type Session, withApplication } from '../session.ts';

interface Options extends ImportFlags {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly watch?: boolean;
}

export const importCommand: CommandSpec<Options> = {
  name: 'import',
  args: [{ name: '<file...>', label: 'arg.file', help: 'arg.importFiles' }],
  options: [
    { flag: '--source', value: 'arg.name', help: 'option.source' },
    { flag: '--map', value: 'arg.mapping', help: 'option.map', repeat: true },
    { flag: '--answer', value: 'arg.answer', help: 'option.answer', repeat: true },
    { flag: '--basis', value: 'arg.text', help: 'option.basis' },
    { flag: '--purpose', value: 'arg.text', help: 'option.purpose' },
    { flag: '--accept-shrunk', help: 'option.acceptShrunk' },
    { flag: '--dry-run', help: 'option.dryRun' },
    { flag: '-y, --yes', help: 'option.yes' },
    { flag: '--watch', help: 'option.watch' },
  ],
  formats: ['json', 'csv'],
  run: async (session, options, [given]) => {
    const files = given as readonly string[];
    if (options.watch) return watch(session, files, options);
    return withApplication(
      session,
      { dataDir: dataFolder(session) },
      (application) => importFiles(session, application, files, options),
      'leaveToWork',
    );
  },
};

async function watch(session: Session, files: readonly string[], flags: Options): Promise<number> {
  const [given, second] = files;
  if (flags.dryRun)
    throw new Refusal({ code: 'optionsExclude', params: { first: '--watch', second: '--dry-run' } });
  if (given === undefined || second !== undefined) throw new Refusal({ code: 'watchOneFolder' });
  const folder = path.resolve(session.io.cwd, given);
  const status = await stat(folder).catch(() => undefined);
  if (!status?.isDirectory()) throw new Refusal({ code: 'watchNotFolder', params: { folder } });
  return watchFolder(session, folder, importOptions(flags, session.language));
}

async function importFiles(
  session: Session,
  application: Application,
  files: readonly string[],
  flags: Options,
): Promise<number> {
  const { say, remark } = session;
  const mayAsk = !flags.yes && canAsk(session.io);
  const prepare = (options: ImportOptions) => prepareImport(session, application, files, options, mayAsk);
  const options = importOptions(flags, session.language);
  let prepared = await prepare(options);
  const { summary, answers } = prepared;
  await showDryRun(session, summary);

  const nothingNew = summary.tables.every(({ loaded }) => loaded === 0);
  if (flags.dryRun || nothingNew) {
    await prepared.cancel();
    await printData(session, summary, null);
    remark(say(nothingNew ? 'import.nothingNew' : 'import.dryRun'));
    return exitCodes.done;
  }
  const decision = await decide(session, prepared, flags, mayAsk);
  if (decision !== 'apply') await prepared.cancel();
  if (decision === 'cancel') {
    remark(say('import.cancelled'));
    return exitCodes.done;
  }
  if (decision === 'acceptShrunk') {
    prepared = await prepare({ ...options, answers: { ...options.answers, ...answers }, acceptShrunk: true });
  }
  const { dataVersion } = await applyImport(session, prepared);
  const { importId, rejectedFile } = prepared.summary;
  await printData(session, prepared.summary, dataVersion);
  remark(say('import.applied', { importId, dataVersion }));
  if (rejectedFile !== null) remark(say('import.rejectedFile', { file: rejectedFile }));
  return exitCodes.done;
}

type Decision = 'apply' | 'acceptShrunk' | 'cancel';

/** Who may not ask refuses where there is something to decide, and says with which option it can be decided. */
async function decide(
  session: Session,
  prepared: AnsweredImport,
  { yes, acceptShrunk }: Options,
  mayAsk: boolean,
): Promise<Decision> {
  const { say } = session;
  const { summary } = prepared;
  const shrunk = acceptShrunk ? 0 : summary.documents.shrunk;
  try {
    if (!mayAsk) {
      if (shrunk > 0) {
        const first = summary.shrunk[0]?.document ?? '';
        throw new NeedsAnswer({ code: 'shrunkDocuments', params: { documents: shrunk, first } });
      }
      if (!yes) throw new NeedsAnswer({ code: 'applyNotAnswered' });
      return 'apply';
    }
    const values: readonly Decision[] = [shrunk > 0 ? 'acceptShrunk' : 'apply', 'cancel'];
    const choices = values.map((value) => ({ value, label: say(`decision.${value}`) }));
    return (await choose(session, say('decision.question'), choices)) as Decision;
  } catch (error) {
    await prepared.cancel();
    throw error;
  }
}

async function showDryRun(session: Session, summary: ImportSummary): Promise<void> {
  const { json, csv } = session.format;
  if (json || csv) return;
  await session.print([...screenImport(summary, session.screen), ''].join('\n'));
}

async function printData(
  session: Session,
  summary: ImportSummary,
  dataVersion: number | null,
): Promise<void> {
  if (session.format.json) {
    const applied = dataVersion !== null;
    const rejectedFile = applied ? summary.rejectedFile : null;
    await printJson(session, { applied, dataVersion, summary: { ...summary, rejectedFile } });
  } else if (session.format.csv) {
    await printCsv(session, tableColumns(session), summary.tables);
  }
}
