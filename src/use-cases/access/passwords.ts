import { hash, verify } from '@node-rs/argon2';
import { preparedPassword } from '../../domain/password.ts';

/** What is done with passwords; each takes one run of Argon2. */
export interface Passwords {
  readonly hash: (password: string) => Promise<string>;
  readonly verify: (stored: string, password: string) => Promise<boolean>;
}

/** OWASP Password Storage Cheat Sheet, Argon2id: 19 MiB (in KiB here), 2 passes, 1 lane. */
const work = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** `Algorithm.Argon2id`: the library's own name is an ambient enum, which exists at no run time of ours. */
const argon2id = 2;
const present = `$argon2id$v=19$m=${work.memoryCost},t=${work.timeCost},p=${work.parallelism}$`;

export const argon2Passwords: Passwords = {
  hash: (password) => hash(preparedPassword(password), { ...work, algorithm: argon2id }),
  verify: (stored, password) => verify(stored, preparedPassword(password)),
};

/** Made with other parameters than today's. */
export const isOutdated = (stored: string): boolean => !stored.startsWith(present);

/** Nobody's password: whoever names an unknown user waits as long as for a known one. */
export const nobodysPassword = `${present}${'A'.repeat(22)}$${'A'.repeat(43)}`;
