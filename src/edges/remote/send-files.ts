import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import process from 'node:process';
import { PassThrough } from 'node:stream';
import { type Problem, Refusal } from '../../domain/problem.ts';
import type { OnProgress } from '../../facade.ts';
import { findInputs, type Input } from '../../services/intake/read/find-inputs.ts';
import { readRefusal } from '../../services/intake/read/private-copy.ts';
import { uploadEndpoint } from '../http/contracts/imports.ts';
import type { Connection } from './connection.ts';

export interface SentFiles {
  readonly files: readonly { readonly uploadId: string; readonly name: string }[];
  readonly problems: readonly Problem[];
}

/** Hands the files over one after another. One that cannot be read is a problem; the others are sent. */
export async function sendFiles(
  connection: Connection,
  named: readonly string[],
  onProgress: OnProgress,
  signal: AbortSignal | undefined,
): Promise<SentFiles> {
  const { found, problems } = await findInputs(named);
  const files: { uploadId: string; name: string }[] = [];
  let done = 0;
  for (const input of found) {
    signal?.throwIfAborted();
    try {
      const { uploadId, bytes } = await sendFile(connection, input, signal);
      done += bytes;
      onProgress({ stage: 'read', file: input.file, done, unit: 'bytes' });
      files.push({ uploadId, name: input.file });
    } catch (error) {
      if (!(error instanceof Refusal) || error.problems.some(({ code }) => code === 'serverGone'))
        throw error;
      for (const { code, params = {} } of error.problems) {
        problems.push({ code, place: { file: input.file }, params });
      }
    }
  }
  return { files, problems };
}

async function sendFile(connection: Connection, { path, once }: Input, signal: AbortSignal | undefined) {
  try {
    const before = once ? undefined : await stat(path);
    const body = path === '' ? process.stdin.pipe(new PassThrough()) : createReadStream(path);
    const sent = await connection.call(uploadEndpoint, { body }, signal);
    const after = once ? undefined : await stat(path);
    if (before?.size !== after?.size || before?.mtimeMs !== after?.mtimeMs) {
      throw new Refusal({ code: 'fileChangesWhileRead' });
    }
    return sent;
  } catch (error) {
    throw readRefusal(error);
  }
}
