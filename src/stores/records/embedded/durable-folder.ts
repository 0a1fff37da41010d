import { closeSync, fsyncSync, openSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { NodeFS } from '@electric-sql/pglite/nodefs';

interface NodeStream {
  readonly nfd: number;
}

/** Emscripten's file system as PGlite exposes it to `preRun`: only what is changed here. */
interface EmscriptenModule {
  readonly FS: { readonly filesystems: { readonly NODEFS: { readonly stream_ops: StreamOperations } } };
}

interface StreamOperations {
  fsync?: (stream: NodeStream) => number;
}

/** Emscripten's NODEFS answers every fsync with "done" and does nothing. This one does it. */
class DurableFolder extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const prepared = await super.init(...args);
    const { emscriptenOpts } = prepared;
    const syncToDisk = (module: unknown): void => {
      const operations = (module as EmscriptenModule).FS.filesystems.NODEFS.stream_ops;
      operations.fsync = (stream) => {
        fsyncSync(stream.nfd);
        return 0;
      };
    };
    emscriptenOpts.preRun = [...(emscriptenOpts.preRun ?? []), syncToDisk];
    return prepared;
  }
}

/**
 * PGlite's own start parameters without `-F` (fsync off). Its fdatasync is a no-op inside the WASM library and
 * cannot be replaced from outside; fsync can, hence the method.
 */
const startParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  '-c',
  'wal_sync_method=fsync',
];

export function pgliteOptions(folder: string): PGliteOptions {
  return { fs: new DurableFolder(folder), extensions: { pg_trgm }, startParams };
}

/** Makes everything under `folder` safe against a power cut. */
export async function syncTree(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (entry.isFile() || entry.isDirectory()) syncPath(join(entry.parentPath, entry.name));
  }
  syncPath(folder);
}

function syncPath(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
