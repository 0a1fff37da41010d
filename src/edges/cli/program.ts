import { type Argument, Command, CommanderError, Option } from 'commander';
import { Refusal } from '../../domain/problem.ts';
import type { OpenApplication } from '../../facade.ts';
import { translator } from '../../messages/index.ts';
import type { Language } from '../../messages/message.ts';
import { type CommandArguments, type CommandSpec, commandNames } from './command-spec.ts';
import { auditCommand } from './commands/audit.ts';
import { backupCommand } from './commands/backup.ts';
import { basesCommand } from './commands/bases.ts';
import { bonusCommand } from './commands/bonus.ts';
import { callsCommand } from './commands/calls.ts';
import { contactsCommand } from './commands/contacts.ts';
import { customersCommand } from './commands/customers.ts';
import { dealersCommand } from './commands/dealers.ts';
import { demoCommand } from './commands/demo.ts';
import { destroyCommand } from './commands/destroy.ts';
import { doctorCommand } from './commands/doctor.ts';
import { duplicatesCommand } from './commands/duplicates.ts';
import { groupsCommand } from './commands/groups.ts';
import { handOverCommand } from './commands/hand-over.ts';
import { importCommand } from './commands/import.ts';
import { importsCommand } from './commands/imports.ts';
import { integrityCommand } from './commands/integrity.ts';
import { keysCommand } from './commands/keys.ts';
import { mergeCommand } from './commands/merge.ts';
import { methodsCommand } from './commands/methods.ts';
import { openCommand } from './commands/open.ts';
import { organisationCommand } from './commands/organisation.ts';
import { placesCommand } from './commands/places.ts';
import { planCommand } from './commands/plan.ts';
import { prospectsCommand } from './commands/prospects.ts';
import { qualityCommand } from './commands/quality.ts';
import { removeCommand } from './commands/remove.ts';
import { removedCommand } from './commands/removed.ts';
import { reportCommand } from './commands/report.ts';
import { restoreCommand } from './commands/restore.ts';
import { searchCommand } from './commands/search.ts';
import { setsCommand } from './commands/sets.ts';
import { startCommand } from './commands/start.ts';
import { statusCommand } from './commands/status.ts';
import { termsCommand } from './commands/terms.ts';
import { timelineCommand } from './commands/timeline.ts';
import { touchCommand } from './commands/touch.ts';
import { undoCommand } from './commands/undo.ts';
import { unmergeCommand } from './commands/unmerge.ts';
import { usersCommand } from './commands/users.ts';
import { exitCodes } from './exit.ts';
import type { CliIo } from './io.ts';
import { nearest } from './nearest.ts';
import { painter, wantsColour } from './output/style.ts';
import { createSession } from './session.ts';

/** Options that every command takes. */
interface GlobalOptions {
  readonly data?: string;
  readonly viewAs?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly xlsx?: string;
}

const specs = [
  importCommand,
  importsCommand,
  undoCommand,
  reportCommand,
  customersCommand,
  startCommand,
  openCommand,
  demoCommand,
  backupCommand,
  restoreCommand,
  doctorCommand,
  placesCommand,
  methodsCommand,
  basesCommand,
  setsCommand,
  touchCommand,
  timelineCommand,
  contactsCommand,
  planCommand,
  bonusCommand,
  callsCommand,
  termsCommand,
  statusCommand,
  handOverCommand,
  organisationCommand,
  groupsCommand,
  dealersCommand,
  removeCommand,
  removedCommand,
  destroyCommand,
  prospectsCommand,
  qualityCommand,
  integrityCommand,
  searchCommand,
  duplicatesCommand,
  mergeCommand,
  unmergeCommand,
  auditCommand,
  usersCommand,
  keysCommand,
] as unknown as readonly CommandSpec[];

/** What they do is not looked at with anybody's eyes. */
const ownEyes: readonly CommandSpec['name'][] = ['start', 'open', 'users', 'keys'];

/** Reads the command line, runs its command and returns the exit code. */
export async function runProgram(
  argv: readonly string[],
  io: CliIo,
  open: OpenApplication,
  language: Language,
  version: string,
): Promise<number> {
  const say = translator(language);
  const paint = painter(wantsColour(io.env, io.isTTY.stdout));
  let exitCode: number = exitCodes.done;

  const program = new Command('akb')
    .description(say('help.program'))
    .usage(say('help.usage'))
    .version(version, '-V, --version', say('help.version'))
    .helpOption('-h, --help', say('help.help'))
    .helpCommand(false)
    .addOption(new Option(`--data <${say('arg.folder')}>`, say('option.data')))
    .addOption(new Option('--lang <ru|en>', say('option.lang')))
    .addOption(new Option(`--view-as <${say('arg.login')}>`, say('option.viewAs')))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      // What is wrong with the command line is said by `commandLineProblem`, in the user's language.
      outputError: () => {},
      getOutHelpWidth: () => Math.min(io.columns ?? 100, 110),
      getOutHasColors: () => wantsColour(io.env, io.isTTY.stdout),
    })
    .configureHelp({
      showGlobalOptions: true,
      subcommandTerm: (command) =>
        [command.name(), ...command.registeredArguments.map(argumentTerm)].join(' '),
      styleTitle: (title) => paint('title', helpTitles[language][title] ?? title),
      styleCommandText: (text) => paint('strong', text),
      styleOptionText: (text) => paint('active', text),
      styleSubcommandText: (text) => paint('active', text),
    })
    .addHelpText('after', `\n${say('help.epilogue')}`);

  for (const spec of specs) {
    const command = program.command(spec.name).description(say(`help.${spec.name}`));
    for (const { name, label, help } of spec.args) {
      command.argument(name.replace(/[\w-]+/, say(label)), say(help));
    }
    command.usage([say('help.usageOptions'), ...command.registeredArguments.map(argumentTerm)].join(' '));
    for (const { flag, value, help, helpParams, repeat } of spec.options) {
      const option = new Option(
        value === undefined ? flag : `${flag} <${say(value)}>`,
        say(help, helpParams),
      );
      if (repeat) option.argParser((given: string, before: string[] = []) => [...before, given]);
      command.addOption(option);
    }
    if (spec.formats.includes('json')) command.option('--json', say('option.json'));
    if (spec.formats.includes('csv')) command.option('--csv', say('option.csv'));
    if (spec.formats.includes('xlsx')) command.option(`--xlsx <${say('arg.file')}>`, say('option.xlsx'));
    command.addHelpText('after', `\n${say('help.examples')}\n${say(`examples.${spec.name}`)}`);
    command.action(async (...received: unknown[]) => {
      const given = received.slice(0, spec.args.length) as CommandArguments;
      const { data, viewAs, json = false, csv = false, xlsx } = command.optsWithGlobals<GlobalOptions>();
      const chosen = [json && '--json', csv && '--csv', xlsx !== undefined && '--xlsx'].filter(
        (flag) => flag !== false,
      );
      const [first, second] = chosen;
      if (first && second) throw new Refusal({ code: 'optionsExclude', params: { first, second } });
      if (viewAs !== undefined && ownEyes.includes(spec.name))
        throw new Refusal({ code: 'notViewedAs', params: { command: spec.name } });
      const format = { json, csv, xlsx };
      const session = createSession(io, open, language, { data, viewAs, version, format });
      exitCode = await spec.run(session, command.opts(), given);
    });
  }

  program
    .command('help')
    .argument(`[${say('arg.command')}]`)
    .description(say('help.help'))
    .action((name: string | undefined) => {
      const asked =
        name === undefined ? program : program.commands.find((command) => command.name() === name);
      if (!asked) throw commandUnknown(name ?? '');
      asked.outputHelp();
    });

  if (argv.length === 0) {
    program.outputHelp();
    return exitCodes.done;
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw commandLineProblem(error, argv);
  }
  return exitCode;
}

function commandUnknown(command: string): Refusal {
  const suggestion = nearest(command, commandNames) ?? 'none';
  return new Refusal({ code: 'commandUnknown', params: { command, suggestion } });
}

function argumentTerm(argument: Argument): string {
  const name = argument.name() + (argument.variadic ? '...' : '');
  return argument.required ? `<${name}>` : `[${name}]`;
}

const helpTitles: Record<Language, Record<string, string>> = {
  ru: {
    'Usage:': 'Использование:',
    'Arguments:': 'Аргументы:',
    'Options:': 'Параметры:',
    'Global Options:': 'Общие параметры:',
    'Commands:': 'Команды:',
  },
  en: {},
};

/** Commander says its errors in English: only the names in them are kept. */
function commandLineProblem(error: CommanderError, argv: readonly string[]): Refusal {
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const suggested = /Did you mean (?:one of )?([^,?]+)/.exec(error.message)?.[1];
  switch (error.code) {
    case 'commander.unknownCommand':
    case 'commander.help': {
      const command = named || (argv.find((arg) => !arg.startsWith('-')) ?? '');
      return command === '' ? new Refusal({ code: 'commandMissing' }) : commandUnknown(command);
    }
    case 'commander.unknownOption':
      return new Refusal({
        code: 'optionUnknown',
        params: { option: named, suggestion: suggested ?? 'none' },
      });
    case 'commander.optionMissingArgument':
      return new Refusal({ code: 'optionWithoutValue', params: { option: named.split(/[ ,]/)[0] ?? named } });
    case 'commander.missingArgument':
      return new Refusal({ code: 'argumentMissing' });
    case 'commander.excessArguments':
      return new Refusal({ code: 'argumentsTooMany' });
    default:
      return new Refusal({ code: 'commandLineWrong', params: { detail: error.message } });
  }
}
