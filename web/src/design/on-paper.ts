/** Calls `redraw` when the page goes to paper and when it comes back, which wait for nothing: what it changes is there when it returns. */
export function onPaper(redraw: () => void): () => void {
  const paper = matchMedia('print');
  paper.addEventListener('change', redraw);
  return () => paper.removeEventListener('change', redraw);
}
