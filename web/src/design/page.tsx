import { type ReactNode, useEffect, useRef } from 'react';
import { useFormats } from '../language/formats.ts';
import { useWords } from '../language/language.tsx';
import { onPaper } from './on-paper.ts';
import classes from './page.module.css';
import { designWords } from './words.ts';

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
        <Printed />
      </header>
      {children}
    </div>
  );
}

/** On paper: when that was. */
function Printed() {
  const say = useWords(designWords);
  const { instant } = useFormats();
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(
    () =>
      onPaper(() => {
        if (line.current)
          line.current.textContent = say('printed', { at: instant(new Date().toISOString()) });
      }),
    [say, instant],
  );
  return <p ref={line} className={classes.printed} />;
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
