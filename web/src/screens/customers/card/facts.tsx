import type { ReactNode } from 'react';
import classes from './side.module.css';

export const Facts = ({ children }: { readonly children: ReactNode }) => (
  <dl className={classes.facts}>{children}</dl>
);

/** Nothing where nothing is known. */
export const Fact = ({
  name,
  always,
  children,
}: {
  readonly name: string;
  readonly always?: boolean;
  readonly children: ReactNode;
}) =>
  children || always ? (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  ) : null;
