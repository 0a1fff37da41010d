import { z } from 'zod';
import { count, importId, list, optional, problem, text } from './common.ts';
import { endpoint } from './endpoint.ts';
import { exportTypes } from './exports.ts';
import { monthEffect } from './import-summary.ts';
import { importWords } from './import-words.ts';
import { job } from './jobs.ts';

const appliedImport = z
  .object({
    importId: count,
    source: z.string(),
    status: z.enum(['applied', 'undone']),
    files: list(z.string()),
    lines: z.int(),
    rejected: count,
    appliedAt: z.string(),
    undoneAt: z.string().nullable(),
    dataVersion: count,
    basis: z.string().nullable(),
    purpose: z.string().nullable(),
  })
  .meta({ id: 'AppliedImport' });

export const importsEndpoint = endpoint({
  name: 'imports',
  method: 'GET',
  path: '/imports',
  summary: 'Applied and undone imports, oldest first.',
  answer: { as: 'json', schema: z.object({ imports: list(appliedImport) }) },
});

export const rejectedRowsEndpoint = endpoint({
  name: 'rejectedRows',
  method: 'GET',
  path: '/imports/{importId}/rejected',
  summary: 'The rows of an import that were rejected, as they stood in its files, to mend and import again.',
  params: z.object({ importId }),
  answer: { as: 'file', types: [exportTypes.csv] },
});

export const uploadEndpoint = endpoint({
  name: 'upload',
  method: 'POST',
  path: '/uploads',
  needs: { permission: 'import', whole: true },
  summary: 'A file of any length as it is; it is kept for the import that names it, an hour at most.',
  body: 'file',
  answer: { as: 'json', status: 201, schema: z.object({ uploadId: z.uuid(), bytes: count }) },
});

/** What a file is called is shown and kept; it is never a path. */
const fileName = text(4096).min(1);

export const createImportEndpoint = endpoint({
  name: 'createImport',
  method: 'POST',
  path: '/imports',
  needs: { permission: 'import', whole: true },
  summary: 'Reads and checks uploaded files and shows what they would change; applied only when asked to.',
  body: z.strictObject({
    files: list(z.strictObject({ uploadId: z.uuid(), name: fileName })),
    /** What the user named, where that is not the files one by one. */
    named: optional(list(fileName)),
    /** What the sender found wrong while collecting the files; told with the rest. */
    problems: optional(list(problem)),
    options: optional(
      z.strictObject({
        ...importWords,
        language: optional(z.enum(['ru', 'en'])),
      }),
    ),
  }),
  answer: { as: 'json', status: 202, schema: job },
});

export const undoEndpoint = endpoint({
  name: 'undoImport',
  method: 'POST',
  path: '/imports/{importId}/undo',
  needs: { permission: 'import', whole: true },
  summary: 'Takes an import back, whatever came later.',
  params: z.object({ importId }),
  answer: { as: 'json', status: 202, schema: job },
});

export const undoPreviewEndpoint = endpoint({
  name: 'undoPreview',
  method: 'GET',
  path: '/imports/{importId}/undo-preview',
  needs: { permission: 'import', whole: true },
  summary: 'What taking an import back would change; nothing is changed. Waits for imports that are at work.',
  params: z.object({ importId }),
  answer: {
    as: 'json',
    schema: z.object({
      /** `restored`: an earlier version of the document would hold again. */
      documents: z.object({ removed: count, restored: count }),
      /** Of whom no other import speaks. */
      hidden: z.object({ clients: count, deliveryPoints: count, products: count }),
      effect: list(monthEffect),
    }),
  },
});
