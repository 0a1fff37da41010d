import { Upload } from 'lucide-react';
import { useEffect, useState } from 'react';
import classes from './drop-files.module.css';

/** Takes files that are dropped anywhere on the page, and says so while they hover over it. */
export function DropFiles({
  label,
  onFiles,
}: {
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    let inside = 0;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const set = (depth: number) => {
      inside = Math.max(0, depth);
      setOver(inside > 0);
    };
    const on = {
      dragenter: (event: DragEvent) => hasFiles(event) && set(inside + 1),
      dragleave: (event: DragEvent) => hasFiles(event) && set(inside - 1),
      // Without this the browser opens the file in place of the page.
      dragover: (event: DragEvent) => hasFiles(event) && event.preventDefault(),
      drop: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        set(0);
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length > 0) onFiles(files);
      },
    } as const;
    const names = Object.keys(on) as (keyof typeof on)[];
    for (const name of names) document.addEventListener(name, on[name]);
    return () => {
      for (const name of names) document.removeEventListener(name, on[name]);
    };
  }, [onFiles]);
  return over ? (
    <div className={classes.over}>
      <p>
        <Upload size={24} strokeWidth={1.8} aria-hidden />
        {label}
      </p>
    </div>
  ) : null;
}
