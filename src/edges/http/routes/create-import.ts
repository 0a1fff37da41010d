import { rm } from 'node:fs/promises';
import type { Application, PreparedImport } from '../../../facade.ts';
import type { ImportOptions, ReceivedFiles } from '../../../services/intake/import-summary.ts';
import { createImportEndpoint } from '../contracts/imports.ts';
import type { JobDesk } from '../jobs.ts';
import { route } from '../route.ts';

export const createImportRoute = route(
  createImportEndpoint,
  async ({ body }, { application, jobs, uploads }, { language }) => {
    const { files, named = files.map(({ name }) => name), problems = [], options = {} } = body;
    const received: ReceivedFiles = {
      named,
      problems,
      files: files.map(({ uploadId, name }) => ({ path: uploads.take(uploadId), name })),
    };
    const job = jobs.start('import', async (desk) => {
      try {
        return await importFiles(application, received, { language, ...options }, desk);
      } finally {
        for (const { path } of received.files) await rm(path, { force: true });
      }
    });
    return job.snapshot();
  },
);

/** Null: the person did not want it. */
async function importFiles(
  application: Application,
  files: ReceivedFiles,
  options: ImportOptions,
  { ask, decision, onProgress, signal }: JobDesk,
): Promise<{ dataVersion: number } | null> {
  const prepared: PreparedImport = await application.prepareImport(files, options, ask, onProgress, signal);
  try {
    if ((await decision(prepared.summary)) === 'apply') return await prepared.apply();
  } catch (error) {
    await prepared.cancel();
    throw error;
  }
  await prepared.cancel();
  return null;
}
