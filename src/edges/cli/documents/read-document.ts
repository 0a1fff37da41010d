import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { z } from 'zod';
import { type Problem, Refusal } from '../../../domain/problem.ts';
import { type CustomerSet, foreignSet, readCustomerSet } from '../../../domain/sets/customer-set.ts';
import type { Session } from '../session.ts';
import { documentProblems, unkeepableText } from './document-problems.ts';

/** A JSON document of a file, or of standard input (`-`). Refuses with the file, the place in it and what is wrong. */
export async function readDocument<Schema extends z.ZodType>(
  session: Session,
  named: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  return (await readChecked(session, named, schema)).data;
}

/** A set of customers; what its shape alone does not show is refused with the file too. */
export async function readSetDocument(session: Session, named: string): Promise<CustomerSet> {
  const { data, file } = await readChecked(session, named, foreignSet);
  const set = readCustomerSet(data);
  if ('set' in set) return set;
  throw new Refusal(...set.map((problem) => ({ ...problem, place: { file } })));
}

async function readChecked<Schema extends z.ZodType>(
  session: Session,
  named: string,
  schema: Schema,
): Promise<{ readonly data: z.output<Schema>; readonly file: string }> {
  const file = named === '-' ? session.say('standardInput') : named;
  const document = parsed(textOf(await bytesOf(session, named), file), file);
  const result = schema.safeParse(document);
  const unkeepable = unkeepableText(document, file, session.say);
  const problems =
    result.success || unkeepable.length > 0
      ? unkeepable
      : documentProblems(result.error, document, file, session.say);
  if (!result.success || problems.length > 0) throw new Refusal(...problems);
  return { data: result.data, file };
}

/** A file, or standard input (`-`). */
export async function bytesOf({ io }: Session, named: string): Promise<Buffer> {
  try {
    return named === '-' ? await buffer(io.stdin) : await readFile(path.resolve(io.cwd, named));
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    const reason = String(error.code);
    const problem: Problem =
      reason === 'ENOENT'
        ? { code: 'documentMissing', params: { file: named } }
        : { code: 'documentUnreadable', params: { file: named, reason } };
    throw new Refusal(problem);
  }
}

/** UTF-8 with or without its mark; UTF-16 with its mark is what PowerShell writes. */
function textOf(bytes: Buffer, file: string): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal({ code: 'documentNotText', place: { file } });
  }
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal(notJson(error instanceof Error ? error.message : '', text, file));
  }
}

/** The engine names the line, or quotes what is around; of a text that breaks off it says neither. */
function notJson(message: string, text: string, file: string): Problem {
  const line = /\(line (\d+) column/.exec(message)?.[1];
  if (line !== undefined) {
    const row = Number(line);
    const near =
      text
        .split(/\r\n?|\n/)
        [row - 1]?.trim()
        .slice(0, 60) || 'none';
    return { code: 'documentNotJson', place: { file, row }, params: { near } };
  }
  const near = /token '.*?', (?:\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON/su.exec(message)?.[1]?.trim();
  return { code: 'documentNotJson', place: { file }, params: { near: near || 'none' } };
}
