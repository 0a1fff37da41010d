import { createHash, randomBytes } from 'node:crypto';

/** 256 bits: too many to guess, so that one quick digest keeps them. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
