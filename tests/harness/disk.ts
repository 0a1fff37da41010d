import files from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { vi } from 'vitest';

/** What `work` gives while the disk has this much room left, in MB. */
export async function withRoom<Result>(megabytes: number, work: () => Promise<Result>): Promise<Result> {
  const disk = { bavail: megabytes, bsize: 1_000_000 } as Awaited<ReturnType<typeof files.statfs>>;
  const asked = vi.spyOn(files, 'statfs').mockResolvedValue(disk);
  syncBuiltinESMExports();
  try {
    return await work();
  } finally {
    asked.mockRestore();
    syncBuiltinESMExports();
  }
}
