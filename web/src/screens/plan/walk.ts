import type { KeyboardEvent } from 'react';

const steps: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ...{ ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] },
};

/** Arrows walk from a cell with `data-at="row column"` to the next one there is; Enter in a field goes down. */
export function walk(event: KeyboardEvent<HTMLElement>): void {
  const { target, key, ctrlKey, metaKey, altKey, currentTarget } = event;
  if (ctrlKey || metaKey || altKey || !(target instanceof HTMLElement)) return;
  const typing = target instanceof HTMLInputElement;
  const step = steps[typing && key === 'Enter' ? 'ArrowDown' : key];
  const at = target.dataset.at?.split(' ').map(Number);
  // In a field these move within what is typed.
  if (step === undefined || at === undefined || (typing && step[1] !== 0)) return;
  event.preventDefault();
  const [row = 0, column = 0] = at;
  for (let far = 1; far <= 40; far += 1) {
    const place = `${row + step[0] * far} ${column + step[1] * far}`;
    const next = currentTarget.querySelector<HTMLElement>(`[data-at="${place}"]`);
    if (next === null) continue;
    next.focus();
    if (next instanceof HTMLInputElement) next.select();
    return;
  }
}
