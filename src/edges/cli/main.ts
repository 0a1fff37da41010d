import { Refusal } from '../../domain/problem.ts';
import type { OpenApplication } from '../../facade.ts';
import { sentence, translator } from '../../messages/index.ts';
import type { Language } from '../../messages/message.ts';
import { exitCodeOf, Interrupted, NeedsAnswer } from './exit.ts';
import type { CliIo } from './io.ts';
import { painter, wantsColour } from './output/style.ts';
import { wrap } from './output/text.ts';
import { runProgram } from './program.ts';

/** Runs one command line against an application and returns the exit code (`exitCodes`). Never throws. */
export async function runCli(
  argv: readonly string[],
  io: CliIo,
  open: OpenApplication,
  version = '0.0.0',
): Promise<number> {
  const language = languageOf(argv, io.env);
  try {
    const asked = option(argv, '--lang');
    if (asked !== undefined && asked !== 'ru' && asked !== 'en') {
      throw new Refusal({ code: 'languageUnknown', params: { value: asked } });
    }
    return await runProgram(argv, io, open, language, version);
  } catch (error) {
    for (const line of describe(error, io, language)) io.stderr.write(`${line}\n`);
    return exitCodeOf(error);
  }
}

function describe(error: unknown, io: CliIo, language: Language): readonly string[] {
  const paint = painter(wantsColour(io.env, io.isTTY.stderr));
  const say = translator(language);
  const width = io.isTTY.stderr ? (io.columns ?? 80) : undefined;
  if (error instanceof Interrupted) {
    return wrap(say(error.nothingChanged ? 'interruptedImport' : 'interrupted'), width);
  }
  if (error instanceof Refusal) {
    return error.problems.flatMap((problem) =>
      wrap(`${error instanceof NeedsAnswer ? '?' : '×'} ${sentence(problem, language)}`, width).map((line) =>
        paint(error instanceof NeedsAnswer ? 'warning' : 'error', line),
      ),
    );
  }
  const message = error instanceof Error ? error.message : String(error);
  const lines = wrap(say('internalError', { message }), width).map((line) => paint('error', line));
  return io.env.AKB_DEBUG && error instanceof Error && error.stack ? [...lines, error.stack] : lines;
}

/** `--lang`, else the locale; Russian where neither says anything. */
export function languageOf(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const asked = option(argv, '--lang');
  if (asked === 'ru' || asked === 'en') return asked;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale === '' || /^(ru|c|posix)([._@-]|$)/i.test(locale) ? 'ru' : 'en';
}

/** Read before the command line is parsed: its mistakes are to be told in the right language. */
function option(argv: readonly string[], name: string): string | undefined {
  const joined = argv.find((arg) => arg.startsWith(`${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 1);
  const at = argv.indexOf(name);
  return at < 0 ? undefined : argv[at + 1];
}
