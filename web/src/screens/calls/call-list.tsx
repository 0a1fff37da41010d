import { Link } from '@tanstack/react-router';
import { Phone } from 'lucide-react';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { telephoneLink } from './call-now.tsx';
import classes from './calls.module.css';
import type { CallsState } from './state.ts';
import type { CallRow } from './use-calls.ts';
import { callsWords } from './words.ts';

/** Whom to call after the one who is called now. */
export function CallList({ rows, current }: { readonly rows: readonly CallRow[]; readonly current: number }) {
  const say = useWords(callsWords);
  const formats = useFormats();
  return (
    <ul className={classes.list}>
      {rows.map((row) => {
        const { id, rhythm, phone, overdue } = row;
        const name = row.name || row.code;
        return (
          <li key={id} data-current={id === current || undefined}>
            <Link
              className={classes.row}
              to="/calls"
              search={(before: CallsState) => ({ ...before, who: id })}
              {...(id === current && { 'aria-current': 'true' as const })}
            >
              <b>{name}</b>
              <span>
                {rhythm.interval === null
                  ? say('sinceOnly', { since: rhythm.since })
                  : say('every', { n: rhythm.interval, since: rhythm.since })}
                {overdue !== null && <em className="missing"> · {say('stop')}</em>}
              </span>
            </Link>
            <span className={classes.sum}>
              <b>{formats.roubles(rhythm.amount)}</b>
              <Risk {...rhythm} />
            </span>
            {phone ? (
              <a
                className={classes.dial}
                data-number={phone}
                href={telephoneLink(phone)}
                aria-label={say('callCustomer', { name })}
              >
                <Phone size={20} strokeWidth={1.7} aria-hidden />
              </a>
            ) : (
              <span className={classes.dial} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** How much of three intervals has passed. */
function Risk({ since, interval }: { readonly since: number; readonly interval: number | null }) {
  const share = interval === null ? 0 : Math.min(1, since / interval / 3);
  return (
    <svg width="36" height="4" viewBox="0 0 36 4" aria-hidden="true">
      <rect width="36" height="4" rx="2" fill="var(--fill2)" />
      <rect width={36 * share} height="4" rx="2" fill="var(--lost)" />
    </svg>
  );
}
