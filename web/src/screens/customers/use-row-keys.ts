import { type RefObject, useEffect, useRef } from 'react';

const steps = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 'page',
  PageUp: '-page',
  Home: 'first',
  End: 'last',
} as const;

/** Walks through rows with keys: the list has them when it is focused, and when nothing is. */
export function useRowKeys({
  scroller,
  current,
  count,
  pageRows,
  onMove,
  onToggle,
}: {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly current: number;
  readonly count: number;
  /** Rows that are in sight. */
  readonly pageRows: () => number;
  /** Brings a row into sight. */
  readonly onMove: (index: number) => void;
  readonly onToggle: (index: number) => void;
}) {
  const wanted = useRef<number | undefined>(undefined);
  // A row that was far away is there some renderings later.
  useEffect(() => {
    if (wanted.current === undefined) return;
    const link = scroller.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"] a`);
    if (!link) return;
    wanted.current = undefined;
    link.focus({ preventScroll: true });
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || count === 0) return;
      const at = document.activeElement;
      const inside = scroller.current?.querySelector('tbody')?.contains(at) ?? false;
      if (!inside && at !== document.body && at !== scroller.current) return;
      if (event.key === ' ' && at instanceof HTMLAnchorElement) {
        event.preventDefault();
        onToggle(current);
        return;
      }
      const step = steps[event.key as keyof typeof steps];
      if (step === undefined) return;
      event.preventDefault();
      const page = Math.max(1, pageRows() - 1);
      const next =
        step === 'first'
          ? 0
          : step === 'last'
            ? count - 1
            : current + (step === 'page' ? page : step === '-page' ? -page : inside ? step : 0);
      const index = Math.max(0, Math.min(count - 1, next));
      wanted.current = index;
      onMove(index);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [scroller, current, count, pageRows, onMove, onToggle]);
}
