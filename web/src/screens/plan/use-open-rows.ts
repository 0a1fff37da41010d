import { useMemo, useState } from 'react';
import { countLines, type Line, openRows } from './lines.ts';

const fewLines = 80;

/** Lines that are open now; of a large company at first those at the top alone. */
export function useOpenRows(lines: readonly Line[]) {
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const first = useMemo(
    () => (countLines(lines) > fewLines ? new Set(lines.map(({ key }) => key)) : undefined),
    [lines],
  );
  const turn = (key: string) => {
    const next = new Set(turned);
    if (!next.delete(key)) next.add(key);
    setTurned(next);
  };
  return { rows: openRows(lines, (key) => (first?.has(key) ?? true) !== turned.has(key)), turn };
}
