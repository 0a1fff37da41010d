import { Refusal } from '../../domain/problem.ts';
import type { OnProgress, PreparedImport } from '../../facade.ts';
import type {
  Ask,
  ImportOptions,
  ImportSummary,
  ReceivedFiles,
} from '../../services/intake/import-summary.ts';
import { createImportEndpoint } from '../http/contracts/imports.ts';
import {
  answerJobEndpoint,
  applyJobEndpoint,
  cancelJobEndpoint,
  jobRowsEndpoint,
} from '../http/contracts/jobs.ts';
import type { Connection } from './connection.ts';
import { followJob } from './follow-job.ts';
import { sendFiles } from './send-files.ts';

/** An import on the server, with the questions asked here. */
export async function prepareRemoteImport(
  connection: Connection,
  named: readonly string[] | ReceivedFiles,
  options: ImportOptions,
  ask: Ask,
  onProgress: OnProgress,
  signal?: AbortSignal,
): Promise<PreparedImport> {
  if ('files' in named) throw new Error('files that were received are imported where they lie');
  const sent = await sendFiles(connection, named, onProgress, signal);
  signal?.throwIfAborted();
  const created = await connection.call(createImportEndpoint, { body: { ...sent, named, options } });
  const params = { jobId: created.id };
  const job = followJob(connection, created, onProgress, options.language);
  const callOff = () => connection.call(cancelJobEndpoint, { params });
  const onAbort = () => {
    callOff().catch(() => undefined);
  };
  signal?.addEventListener('abort', onAbort, { once: true });
  if (signal?.aborted) onAbort();

  const leave = async () => {
    signal?.removeEventListener('abort', onAbort);
    await job.leave();
  };
  /** Ends without a change: because of the signal, or because the server takes back what nobody wants any more. */
  const takenBack = () => signal?.reason ?? new DOMException('the import was taken back', 'AbortError');

  try {
    for (;;) {
      const now = await job.next();
      if (now.state === 'prepared') {
        return {
          summary: unsaid(now.summary),
          rows: (query) => connection.call(jobRowsEndpoint, { params, query }),
          // The server does so when it is told.
          checkCorrections: async () => undefined,
          async apply() {
            try {
              await connection.call(applyJobEndpoint, { params });
              const end = await job.next();
              // It stays prepared, until it is called off.
              if (end.state === 'prepared') throw new Refusal(...end.refused);
              if (end.state !== 'done') throw takenBack();
              return { dataVersion: end.result.dataVersion ?? 0 };
            } finally {
              await leave();
            }
          },
          async cancel() {
            await callOff();
            await leave();
          },
        };
      }
      if (now.state !== 'asking') throw takenBack();
      const { key } = now.question;
      const answer = (await ask(now.question)) ?? null;
      await connection.call(answerJobEndpoint, { params, body: { key, answer } });
    }
  } catch (error) {
    await callOff().catch(() => undefined);
    await leave();
    throw error;
  }
}

/** The command line finds its own words; what it prints as JSON is the same with a server and without one. */
function unsaid(summary: ImportSummary): ImportSummary {
  const wordless = <T extends object>(all: readonly T[]): readonly T[] =>
    all.map((one) => Object.fromEntries(Object.entries(one).filter(([name]) => name !== 'text')) as T);
  return {
    ...summary,
    tables: summary.tables.map((table) => ({ ...table, findings: wordless(table.findings) })),
    rejects: wordless(summary.rejects),
    findings: wordless(summary.findings),
  };
}
