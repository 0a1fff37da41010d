import type { Problem } from './problem.ts';

/** Length is what counts, no rules of composition: NIST SP 800-63B (revision 3) §5.1.1.2. */
export const shortestPassword = 12;
export const longestPassword = 200;

/** The same password whatever keyboard composed it (NIST SP 800-63B, revision 3, §5.1.1.2). */
export const preparedPassword = (typed: string): string => typed.normalize('NFKC');

/** Why a password will not do; undefined: it will. */
export function passwordProblem(typed: string, login: string): Problem | undefined {
  const password = preparedPassword(typed);
  const characters = [...password];
  if (!typed.isWellFormed() || characters.length < shortestPassword || characters.length > longestPassword)
    return {
      code: 'passwordLength',
      params: { shortest: shortestPassword, longest: longestPassword },
    };
  const guessable = new Set(characters).size < 5 || password.toLowerCase().includes(login.toLowerCase());
  return guessable ? { code: 'passwordGuessable' } : undefined;
}
