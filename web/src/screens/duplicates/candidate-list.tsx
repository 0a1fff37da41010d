import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import classes from './duplicates.module.css';
import { type Candidate, keyOf } from './use-candidates.ts';
import { duplicatesWords } from './words.ts';

const rowHeight = 56;

/** Pairs, the likeliest first; only those in sight are drawn. */
export function CandidateList({
  candidates,
  at,
  onChoose,
}: {
  readonly candidates: readonly Candidate[];
  readonly at: number;
  readonly onChoose: (index: number) => void;
}) {
  const say = useWords(duplicatesWords);
  const formats = useFormats();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: candidates.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  useEffect(() => rows.scrollToIndex(at), [rows, at]);
  return (
    <section aria-label={say('list')} className={classes.listBox}>
      <div ref={scroller} className={classes.list}>
        <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const one = candidates[index];
            if (one === undefined) return null;
            const { a, b, score, certain } = one;
            return (
              <button
                key={keyOf(one)}
                type="button"
                className={classes.candidate}
                style={{ height: rowHeight, transform: `translateY(${start}px)` }}
                aria-current={index === at || undefined}
                onClick={() => onChoose(index)}
              >
                <span className={classes.names}>
                  <span>{a.name || a.code}</span>
                  <span>{b.name || b.code}</span>
                </span>
                <span className={classes.score} data-certain={certain || undefined}>
                  <b>{formats.count(score)}</b>
                  {certain && <span>{say('certain')}</span>}
                </span>
              </button>
            );
          })}
        </div>
      </div>
    </section>
  );
}
