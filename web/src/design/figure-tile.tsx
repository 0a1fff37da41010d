import type { ReactNode } from 'react';
import classes from './figure-tile.module.css';

/** Title, the figure, one line of verdict, one grey line of comparison. The figure is a door. */
export function FigureTile({
  title,
  figure,
  beside,
  verdict,
  comparison,
  size = 'headline',
  onOpen,
}: {
  readonly title: ReactNode;
  readonly figure: ReactNode;
  readonly beside?: ReactNode;
  readonly verdict?: ReactNode;
  readonly comparison?: ReactNode;
  readonly size?: 'headline' | 'second';
  readonly onOpen?: () => void;
}) {
  return (
    <div className={classes.tile}>
      <h2>{title}</h2>
      <div className={classes.line}>
        {onOpen ? (
          <button type="button" className={`${classes.figure} ${classes[size]}`} onClick={onOpen}>
            {figure}
          </button>
        ) : (
          <span className={`${classes.figure} ${classes[size]}`}>{figure}</span>
        )}
        {beside && <span className={classes.beside}>{beside}</span>}
      </div>
      {verdict && <p>{verdict}</p>}
      {comparison && <p className="muted">{comparison}</p>}
    </div>
  );
}
