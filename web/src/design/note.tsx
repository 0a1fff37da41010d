import { CircleX, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import classes from './notes.module.css';

const icons = { error: CircleX, warning: TriangleAlert, info: Info };

/** A remark with its sign: never by colour alone. */
export function Note({
  kind = 'info',
  children,
}: {
  readonly kind?: keyof typeof icons;
  readonly children: ReactNode;
}) {
  const Icon = icons[kind];
  return (
    <div className={`${classes.note} ${classes[kind]}`} role={kind === 'error' ? 'alert' : 'note'}>
      <Icon size={16} strokeWidth={1.8} aria-hidden />
      <div>{children}</div>
    </div>
  );
}
