import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { did, tell } from '../../app/undo.tsx';
import { Empty } from '../../design/empty.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import { invalidateData } from '../../server/query-client.ts';
import { CandidateList } from './candidate-list.tsx';
import classes from './duplicates.module.css';
import { Pair, type PairDecision } from './pair.tsx';
import { type Candidate, keyOf, useCandidates } from './use-candidates.ts';
import { useReviewKeys } from './use-review-keys.ts';
import { duplicatesWords } from './words.ts';

/** Pairs by score, one of them side by side; all of it by keys. `halted`: something lies over it that takes the keys. */
export function Review({ halted }: { readonly halted: boolean }) {
  const say = useWords(duplicatesWords);
  const { pages, candidates, decide, recall } = useCandidates();
  const [chosen, setChosen] = useState<string>();
  const found = candidates.findIndex((one) => keyOf(one) === chosen);
  const at = Math.max(0, found);
  const candidate = candidates[at];
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && at > candidates.length - 20) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, at, candidates.length]);
  if (pages.error) return <ErrorNote error={pages.error} retry={() => void pages.refetch()} />;
  if (pages.isPending) {
    return (
      <>
        <p className="muted">{say('comparing')}</p>
        <Skeleton height={420} />
      </>
    );
  }
  if (candidate === undefined) return <Empty title={say('none')}>{say('noneHelp')}</Empty>;
  const to = (index: number) => {
    const next = candidates[Math.min(candidates.length - 1, Math.max(0, index))];
    if (next) setChosen(keyOf(next));
  };
  /** The pair goes from the list at once, and comes back where it cannot be decided. */
  const settle = async (
    one: Candidate,
    deed: () => Promise<{ label: string; undo: () => Promise<void> }>,
  ) => {
    const key = keyOf(one);
    try {
      const { label, undo } = await deed();
      const next = candidates[at + 1] ?? candidates[at - 1];
      // Off the page before the data are asked for anew: of a pair that is one there is nothing to preview.
      flushSync(() => {
        setChosen(next && keyOf(next));
        decide(key);
      });
      did(label, async () => {
        await undo();
        recall(key);
        setChosen(key);
        await invalidateData();
      });
      void invalidateData();
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error));
      void invalidateData();
    }
  };
  return (
    <div className={classes.review}>
      <CandidateList candidates={candidates} at={at} onChoose={to} />
      <PairAsked
        key={keyOf(candidate)}
        candidate={candidate}
        halted={halted}
        onStep={(by) => to(at + by)}
        onMerge={({ absorbed, survivor, take, seen }) =>
          settle(candidate, async () => {
            const ids = { absorbed: absorbed.id, survivor: survivor.id };
            const { merges } = await api.mergeCustomers({
              body: { merges: [{ unit: 'legalEntity', ...ids, take: [...take], seen }] },
            });
            return {
              label: say('didMerge', { absorbed: absorbed.name, survivor: survivor.name }),
              undo: async () => {
                for (const id of merges) await api.unmerge({ params: { id } });
              },
            };
          })
        }
        onDismiss={() =>
          settle(candidate, async () => {
            const params = { a: candidate.a.id, b: candidate.b.id };
            await api.dismissDuplicate({ params });
            return {
              label: say('didDismiss', { a: candidate.a.name, b: candidate.b.name }),
              undo: () => api.recallDuplicate({ params }),
            };
          })
        }
      />
    </div>
  );
}

/** The pair as it is now; its keys. */
function PairAsked({
  candidate,
  halted,
  onStep,
  onMerge,
  onDismiss,
}: {
  readonly candidate: Candidate;
  readonly halted: boolean;
  readonly onStep: (by: number) => void;
  readonly onMerge: (decision: PairDecision) => Promise<void>;
  readonly onDismiss: () => Promise<void>;
}) {
  const { a, b } = candidate;
  const pair = useQuery({
    queryKey: ['duplicatePair', a.id, b.id],
    queryFn: ({ signal }) =>
      api.duplicatePair({ params: { unit: 'legalEntity', a: a.id, b: b.id } }, { signal }),
  });
  // Arrows go on while a pair is on its way, or has gone.
  useReviewKeys(halted || pair.data !== undefined ? {} : { step: onStep });
  if (pair.error) return <ErrorNote error={pair.error} retry={() => void pair.refetch()} />;
  if (!pair.data) return <Skeleton height={420} />;
  return (
    <Pair
      pair={pair.data}
      best={candidate.survivor}
      halted={halted}
      onStep={onStep}
      onMerge={onMerge}
      onDismiss={onDismiss}
    />
  );
}
