import { rm } from 'node:fs/promises';
import type { ReceivedFiles } from '../../../services/intake/import-summary.ts';
import { createImportEndpoint } from '../contracts/imports.ts';
import { importFiles } from '../import-work.ts';
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
    const job = jobs.start(
      'import',
      async (desk) => {
        try {
          return await importFiles(application, received, { language, ...options }, desk);
        } finally {
          for (const { path } of received.files) await rm(path, { force: true });
        }
      },
      named,
    );
    return job.snapshot();
  },
);
