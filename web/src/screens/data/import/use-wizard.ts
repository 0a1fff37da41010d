import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { api, type ImportSummary, type Job } from '../../../server/api.ts';
import { invalidateData } from '../../../server/query-client.ts';
import type { ImportState } from '../state.ts';
import { useJob } from '../use-job.ts';
import type { Corrections, Revision } from './corrections.ts';

const none: Corrections = new Map();

/** The import of the address: its state at the server, and what may be done with it. */
export function useWizard() {
  const search = useSearch({ from: '/data/import' });
  const navigate = useNavigate({ from: '/data/import' });
  const { job, ...followed } = useJob(search.job);
  const [error, setError] = useState<unknown>();
  const [corrections, setCorrections] = useState(none);
  /** Corrections are on their way: they are kept until they hold. */
  const sent = useRef(false);
  const jobOf = job?.id;
  const summary = useLastSummary(job);

  const state = job?.state;
  const refused = job && 'refused' in job ? job.refused.length : 0;
  useEffect(() => {
    if (state === 'prepared' && sent.current) {
      sent.current = false;
      if (refused === 0) setCorrections(none);
    }
    if (state === 'done') void invalidateData();
  }, [state, refused]);

  const change = (next: Partial<ImportState>) =>
    void navigate({ search: (before: ImportState) => ({ ...before, ...next }), replace: true });
  const attempt = async (deed: (jobId: string) => Promise<unknown>): Promise<boolean> => {
    if (jobOf === undefined) return false;
    setError(undefined);
    try {
      await deed(jobOf);
      return true;
    } catch (failure) {
      setError(failure);
      return false;
    }
  };
  return {
    search,
    job,
    summary,
    ...followed,
    error: error ?? followed.error,
    corrections,
    setCorrections,
    change,
    /** Another file, from the beginning. */
    restart: () => void navigate({ search: {}, replace: true }),
    begun: (jobId: string) => void navigate({ search: { job: jobId }, replace: true }),
    answer: (key: string, answer: string) =>
      attempt((jobId) => api.answerJob({ params: { jobId }, body: { key, answer } })),
    /** Corrections that have not been sent go along. */
    revise: async (revision: Revision) => {
      const cells = [...corrections.values()];
      sent.current = cells.length > 0;
      const body = { ...revision, ...(cells.length > 0 && { corrections: cells }) };
      const taken = await attempt((jobId) => api.reviseJob({ params: { jobId }, body }));
      if (!taken) sent.current = false;
      return taken;
    },
    apply: async () => {
      if (await attempt((jobId) => api.applyJob({ params: { jobId } }))) change({ step: 'apply' });
    },
    cancel: () => attempt((jobId) => api.cancelJob({ params: { jobId } })),
  };
}

export type Wizard = ReturnType<typeof useWizard>;

/** What was prepared last; it stays in sight while it is prepared anew and applied. */
function useLastSummary(job: Job | undefined): ImportSummary | undefined {
  const [last, setLast] = useState<{ readonly job: string; readonly summary: ImportSummary }>();
  const now = job?.state === 'prepared' ? job.summary : undefined;
  useEffect(() => {
    if (job && now) setLast({ job: job.id, summary: now });
  }, [job, now]);
  if (now) return now;
  return last && last.job === job?.id ? last.summary : undefined;
}
