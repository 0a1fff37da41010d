import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../../domain/problem.ts';

const keptFor = 60 * 60_000;

/** Files on their way to an import. They lie in the intake folder under names of ours; the user's is never a path. */
export interface Uploads {
  receive(content: NodeJS.ReadableStream): Promise<{ uploadId: string; bytes: number }>;
  /** The path of an upload, which is its taker's from now on. */
  take(uploadId: string): string;
  /** The same for one user, or for whoever holds the data folder: the uploads of others are unknown to him. */
  of(user: number | null): Uploads;
  close(): Promise<void>;
}

/** Inside `<data>/intake`, whose start-up cleaning removes what a crash has left. */
export function createUploads(dataDir: string): Uploads {
  const folder = join(dataDir, 'intake', `uploads-${randomUUID().slice(0, 8)}`);
  const waiting = new Map<string, { readonly timer: NodeJS.Timeout; readonly user: number | null }>();
  const of = (user: number | null): Uploads => ({
    of,
    async receive(content) {
      const uploadId = randomUUID();
      const path = join(folder, uploadId);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      try {
        await pipeline(content, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      } catch (error) {
        await rm(path, { force: true });
        const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
        throw full ? new Refusal({ code: 'diskFull' }) : error;
      }
      const expire = () => {
        waiting.delete(uploadId);
        rm(path, { force: true }).catch(() => undefined);
      };
      waiting.set(uploadId, { timer: setTimeout(expire, keptFor).unref(), user });
      return { uploadId, bytes: (await stat(path)).size };
    },
    take(uploadId) {
      const found = waiting.get(uploadId);
      if (found === undefined || found.user !== user) throw new Refusal({ code: 'uploadUnknown' });
      clearTimeout(found.timer);
      waiting.delete(uploadId);
      return join(folder, uploadId);
    },
    async close() {
      for (const { timer } of waiting.values()) clearTimeout(timer);
      await rm(folder, { recursive: true, force: true });
    },
  });
  return of(null);
}
