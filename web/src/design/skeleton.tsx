import classes from './skeleton.module.css';

/** Holds the place of what is on its way; seen only after 300 ms. Sizes in px, or as CSS says them. */
export function Skeleton({
  width = '100%',
  height = 16,
}: {
  readonly width?: number | string;
  readonly height?: number | string;
}) {
  return <span aria-hidden className={classes.skeleton} style={{ width, height }} />;
}
