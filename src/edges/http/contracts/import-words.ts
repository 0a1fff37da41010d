import { z } from 'zod';
import { fields } from '../../../domain/fields.ts';
import { optional, text } from './common.ts';

const word = text(4096);

/** What a person may say of an import. */
export const importWords = {
  source: optional(word),
  /** By header, or number of the column from 1; null leaves the column out. */
  map: optional(z.record(word, z.enum(fields).nullable())),
  /** By the key of a question, or its code. */
  answers: optional(z.record(word, word)),
  acceptShrunk: optional(z.boolean()),
  basis: optional(word),
  purpose: optional(word),
};

/** Of a table as a spreadsheet numbers it, from 1; columns from 0. */
export const row = z.int().positive();
export const column = z.int().nonnegative();
