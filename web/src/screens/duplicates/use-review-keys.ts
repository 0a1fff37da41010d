import { useEffect, useRef } from 'react';

interface Deeds {
  readonly merge?: () => void;
  readonly dismiss?: () => void;
  readonly swap?: () => void;
  readonly step?: (by: number) => void;
}

const deedOf = ({ merge, dismiss, swap, step }: Deeds, code: string): (() => void) | undefined => {
  if (code === 'KeyM' || code === 'Enter') return merge;
  if (code === 'KeyN') return dismiss;
  if (code === 'KeyS') return swap;
  if (code === 'ArrowDown' || code === 'ArrowRight') return step && (() => step(1));
  if (code === 'ArrowUp' || code === 'ArrowLeft') return step && (() => step(-1));
  return undefined;
};

/** Keys by their place; none that belongs to a field, a button or a dialog, and no decision by a key kept down. */
export function useReviewKeys(deeds: Deeds): void {
  const now = useRef(deeds);
  useEffect(() => {
    now.current = deeds;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = deedOf(now.current, event.code);
      if (act === undefined || event.defaultPrevented) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (event.repeat && !event.code.startsWith('Arrow')) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target?.closest('[role=dialog], [role=listbox], textarea, select, input')) return;
      // Enter on a button or a link is theirs.
      if (event.code === 'Enter' && target?.closest('button, a')) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
