import type { ReactNode } from 'react';
import classes from './people.module.css';

/** Somebody with his initials, what he is, and how to reach him. */
export function Person({
  name,
  under,
  children,
}: {
  readonly name: string;
  readonly under: string;
  /** At the right. */
  readonly children?: ReactNode;
}) {
  return (
    <li className={classes.person}>
      <span className={classes.face} aria-hidden="true">
        {initials(name)}
      </span>
      <span className={classes.who}>
        <b>{name}</b>
        <small>{under}</small>
      </span>
      {children}
    </li>
  );
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => part[0] ?? '')
    .join('')
    .toLocaleUpperCase();

/** A number that a telephone calls. */
export const Phone = ({ phone }: { readonly phone: string }) => (
  <a className={classes.phone} href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
    {phone}
  </a>
);
