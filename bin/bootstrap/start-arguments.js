// @ts-check

/** Options of `akb import` and `akb report` that take no value: what follows them may be a file. */
const flags = ['--yes', '--accept-shrunk', '--dry-run', '--json', '--csv', '--help'];

/**
 * @param {readonly string[]} args of `npm start -- …`
 * @returns {{ files: string[], common: string[] }} `common`: the options that both import and report understand
 */
export function splitArguments(args) {
  /** @type {string[]} */ const files = [];
  /** @type {string[]} */ const common = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '-' || !arg.startsWith('-')) {
      files.push(arg);
      continue;
    }
    const takesValue = arg.startsWith('--') && !arg.includes('=') && !flags.includes(arg);
    const option = takesValue ? args.slice(at, at + 2) : [arg];
    if (/^--(lang|data)(=|$)/.test(arg)) common.push(...option);
    if (takesValue) at += 1;
  }
  return { files, common };
}
