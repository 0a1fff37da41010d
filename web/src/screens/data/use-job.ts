import { useEffect, useState } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { api, type Job, statusOf } from '../../server/api.ts';

interface FollowedJob {
  readonly job?: Job;
  /** Nobody answers at the moment; it is asked again. */
  readonly lost: boolean;
  /** The server knows no such job: it was started anew, or an hour has passed. */
  readonly gone: boolean;
  readonly error?: unknown;
}

/** ms between two attempts. */
const shortest = 500;
const longest = 8000;
/** ms without a word. */
const quiet = 30_000;
const nothing: FollowedJob = { lost: false, gone: false };

export const hasEnded = ({ state }: Job): boolean =>
  state === 'done' || state === 'failed' || state === 'cancelled';

/** A job as it goes on at the server. A connection that breaks off is made again, and the job is found as it is by then. */
export function useJob(id: string | undefined): FollowedJob {
  const { language } = useLanguage();
  const [followed, setFollowed] = useState<FollowedJob & { readonly id?: string | undefined }>(nothing);
  useEffect(() => {
    if (id === undefined) return;
    const leaving = new AbortController();
    const { signal } = leaving;
    const become = (next: Partial<FollowedJob>) =>
      setFollowed((before) => ({ ...(before.id === id ? before : nothing), ...next, id }));
    let line = new AbortController();
    // A connection that died without a word tells nothing, and neither does one where nothing happens: ask anew.
    const hangUp = () => line.abort();
    window.addEventListener('offline', hangUp);
    signal.addEventListener('abort', () => {
      window.removeEventListener('offline', hangUp);
      hangUp();
    });
    void (async () => {
      for (let wait = shortest; !signal.aborted; wait = Math.min(wait * 2, longest)) {
        line = new AbortController();
        let silence = setTimeout(hangUp, quiet);
        try {
          for await (const job of api.jobEvents(
            { params: { jobId: id } },
            { signal: line.signal, language },
          )) {
            clearTimeout(silence);
            silence = setTimeout(hangUp, quiet);
            wait = shortest;
            become({ job, lost: false, error: undefined });
            if (hasEnded(job)) return;
          }
        } catch (error) {
          if (signal.aborted) return;
          if (line.signal.aborted) continue;
          const status = statusOf(error);
          if (status === 404) return become({ gone: true, lost: false });
          if (status !== undefined && status !== 503) return become({ error, lost: false });
        } finally {
          clearTimeout(silence);
        }
        if (signal.aborted) return;
        become({ lost: true });
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    })();
    return () => leaving.abort();
  }, [id, language]);
  return followed.id === id ? followed : nothing;
}
