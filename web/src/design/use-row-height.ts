import { useEffect, useState } from 'react';

const read = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row')) || 28;

/** How high a row is at the density that the reader chose; px. */
export function useRowHeight(): number {
  const [height, setHeight] = useState(read);
  useEffect(() => {
    const watch = new MutationObserver(() => setHeight(read()));
    watch.observe(document.documentElement, { attributeFilter: ['data-density'] });
    return () => watch.disconnect();
  }, []);
  return height;
}
