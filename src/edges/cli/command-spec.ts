import { Refusal } from '../../domain/problem.ts';
import type { MessageCode } from '../../messages/index.ts';
import { nearest } from './nearest.ts';
import type { Session } from './session.ts';

/** One option of a command, as data: the program, its help and its completion are made from it. */
export interface OptionSpec {
  /** `--period`, or `-p, --period`. */
  readonly flag: string;
  /** Name of its value in the help; absent: a switch. */
  readonly value?: MessageCode;
  readonly help: MessageCode;
  readonly helpParams?: Readonly<Record<string, string>>;
  /** May be given several times; then its value is an array. */
  readonly repeat?: boolean;
}

/** A command of the command line. `Options` are the values by camel-cased flag. */
export interface CommandSpec<Options = Record<string, unknown>> {
  readonly name: CommandName;
  /** Arguments in the notation of commander: `<file...>`, `[id]`. */
  readonly args: readonly {
    readonly name: string;
    readonly label: MessageCode;
    readonly help: MessageCode;
  }[];
  readonly options: readonly OptionSpec[];
  readonly formats: readonly ('json' | 'csv' | 'xlsx')[];
  /** Returns the exit code. */
  readonly run: (session: Session, options: Options, args: CommandArguments) => Promise<number>;
}

/** Positional arguments: a list where the command takes several. */
export type CommandArguments = readonly (string | readonly string[] | undefined)[];

export const commandNames = [
  'import',
  'imports',
  'undo',
  'report',
  'customers',
  'start',
  'open',
  'demo',
  'backup',
  'restore',
  'doctor',
  'places',
  'methods',
  'bases',
  'sets',
  'touch',
  'timeline',
  'contacts',
  'plan',
  'bonus',
  'calls',
  'terms',
  'status',
  'hand-over',
  'organisation',
  'groups',
  'dealers',
  'remove',
  'removed',
  'destroy',
  'prospects',
  'quality',
  'integrity',
  'search',
  'duplicates',
  'merge',
  'unmerge',
  'audit',
  'users',
  'keys',
] as const;
export type CommandName = (typeof commandNames)[number];

/** One of the words an option takes; another one is refused with the nearest of them. */
export function oneOf<Word extends string>(
  option: string,
  value: string | undefined,
  words: readonly Word[],
): Word | undefined {
  if (value === undefined) return undefined;
  const found = words.find((word) => word.toLowerCase() === value.toLowerCase());
  if (found !== undefined) return found;
  throw new Refusal({
    code: 'optionValueUnknown',
    params: {
      option,
      value,
      allowed: words.join(', '),
      suggestion: nearest(value, words) ?? 'none',
    },
  });
}

/** A whole number; `300k` and `10m` (also in Russian letters) are thousands and millions. */
export function wholeNumber(option: string, value: string): number {
  const match = /^(\d+)\s*([kкmм]?)$/i.exec(value);
  const unit = { k: 1000, к: 1000, m: 1_000_000, м: 1_000_000 }[match?.[2]?.toLowerCase() ?? ''] ?? 1;
  const number = Number(match?.[1]) * unit;
  if (!match || !Number.isSafeInteger(number)) {
    throw new Refusal({ code: 'optionNotNumber', params: { option, value } });
  }
  return number;
}

/** Which of the options was given that each are an errand of their own; two at once are refused. */
export function onlyOneOf(options: Readonly<Record<string, unknown>>): string | undefined {
  const [first, second] = Object.entries(options).flatMap(([option, value]) =>
    value === undefined || value === false ? [] : [option],
  );
  if (first !== undefined && second !== undefined)
    throw new Refusal({ code: 'optionsExclude', params: { first, second } });
  return first;
}
