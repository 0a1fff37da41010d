import { styleText } from 'node:util';

const roles = {
  title: ['bold'],
  strong: ['bold'],
  faint: ['dim'],
  active: ['cyan'],
  new: ['blue'],
  retained: ['dim'],
  reactivated: ['magenta'],
  lost: ['red'],
  warning: ['yellow'],
  error: ['red'],
  ok: ['green'],
} as const;

/** Colour says what a thing is; it never says it alone: a word or a shape stands beside it. */
export type Role = keyof typeof roles;
export type Paint = (role: Role, text: string) => string;

export function painter(coloured: boolean): Paint {
  return (role, text) =>
    coloured && text !== '' ? styleText([...roles[role]], text, { validateStream: false }) : text;
}

/** https://no-color.org and https://force-color.org; as in Node, FORCE_COLOR is the stronger of the two. */
export function wantsColour(env: Readonly<Record<string, string | undefined>>, isTTY: boolean): boolean {
  const { FORCE_COLOR: force, NO_COLOR: none, TERM: terminal } = env;
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (none !== undefined && none !== '') return false;
  return isTTY && terminal !== 'dumb';
}
