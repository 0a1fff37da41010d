import { type ReactNode, useEffect } from 'react';
import classes from './page.module.css';

/** Title, under it one line of what is counted, at the right what the page can do. */
export function Page({
  title,
  under,
  actions,
  fill,
  children,
}: {
  readonly title: ReactNode;
  readonly under?: ReactNode;
  readonly actions?: ReactNode;
  /** As high as the window: a part of it scrolls for itself. */
  readonly fill?: boolean;
  readonly children?: ReactNode;
}) {
  useEffect(() => {
    document.title = typeof title === 'string' ? `${title} · АКБ` : 'АКБ';
  }, [title]);
  return (
    <div className={classes.page} data-fill={fill || undefined}>
      <header className={classes.head}>
        <h1>{title}</h1>
        <div className={classes.actions}>{actions}</div>
        <p className={classes.under}>{under}</p>
      </header>
      {children}
    </div>
  );
}

/** Blocks of a page are parted by space and a hairline. */
export function Block({
  title,
  aside,
  children,
}: {
  readonly title: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={classes.block}>
      <div className={classes.blockHead}>
        <h2>{title}</h2>
        {aside && <span className={classes.aside}>{aside}</span>}
      </div>
      {children}
    </section>
  );
}
