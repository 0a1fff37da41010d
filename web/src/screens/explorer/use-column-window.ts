import { type RefObject, useEffect, useMemo, useState } from 'react';

const many = 48;
/** So many are drawn or left out at once, so that not every pixel of a scroll draws anew. */
const step = 8;

/** The columns that are seen, `from` included, `to` not; all of them where they are few. */
export interface ColumnWindow {
  readonly from: number;
  readonly to: number;
}

/** Of hundreds of columns only those that are seen are drawn: one empty cell stands for the others. */
export function useColumnWindow(
  box: RefObject<HTMLElement | null>,
  nameWidth: number,
  widths: readonly number[],
): ColumnWindow {
  const count = widths.length;
  const [seen, setSeen] = useState<ColumnWindow>({ from: 0, to: many });
  const starts = useMemo(() => {
    let at = 0;
    return widths.map((width) => {
      at += width;
      return at - width;
    });
  }, [widths]);
  useEffect(() => {
    const scrolled = box.current;
    if (count <= many || scrolled === null) return;
    const look = () => {
      const left = scrolled.scrollLeft;
      const right = left + scrolled.clientWidth - nameWidth;
      const first = starts.findLastIndex((start) => start <= left);
      const last = starts.findIndex((start) => start >= right);
      const from = Math.max(0, Math.floor(first / step - 1) * step);
      const to = last < 0 ? count : Math.min(count, Math.ceil(last / step + 1) * step);
      setSeen((known) => (known.from === from && known.to === to ? known : { from, to }));
    };
    look();
    scrolled.addEventListener('scroll', look, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(scrolled);
    return () => {
      scrolled.removeEventListener('scroll', look);
      resized.disconnect();
    };
  }, [box, count, nameWidth, starts]);
  return count <= many ? { from: 0, to: count } : seen;
}
