import { Fragment, useState } from 'react';
import { auditLabelMessages } from '../../../../../src/messages/audit-labels.ts';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import type { AuditEntry } from '../../../server/api.ts';
import classes from '../settings.module.css';
import own from './audit.module.css';
import { EntryDetails } from './entry-details.tsx';
import { auditWords } from './words.ts';

const subjectOf = ({ subject }: AuditEntry): string => (subject ? `${subject.kind}:${subject.id}` : '');

/** The records, each with its details behind a button. */
export function AuditEntries({
  entries,
  nameOf,
  onSubject,
}: {
  readonly entries: readonly AuditEntry[];
  readonly nameOf: (user: number | null) => string;
  /** Shows what was done with the same thing. */
  readonly onSubject: (subject: string) => void;
}) {
  const say = useWords(auditWords);
  const label = useLabels();
  const formats = useFormats();
  const [opened, setOpened] = useState<string>();
  const who = ({ user, onBehalfOf, key }: AuditEntry) =>
    [
      nameOf(user),
      onBehalfOf !== null && say('asUser', { name: nameOf(onBehalfOf) }),
      key !== null && say('byKey', { key }),
    ]
      .filter(Boolean)
      .join(', ');
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{say('when')}</th>
            <th scope="col">{say('who')}</th>
            <th scope="col">{say('what')}</th>
            <th scope="col">{say('subject')}</th>
            <th scope="col">{say('outcome')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => {
            const isOpen = opened === entry.id;
            const what = label('action', entry.action);
            const when = formats.instant(entry.at);
            return (
              <Fragment key={entry.id}>
                <tr>
                  <td className={own.when}>{when}</td>
                  <td>
                    {who(entry)}
                    <p className={classes.small}>{entry.address ?? say('here')}</p>
                  </td>
                  <th scope="row">{what}</th>
                  <td>
                    {entry.subject && (
                      <button
                        type="button"
                        className={classes.link}
                        onClick={() => onSubject(subjectOf(entry))}
                      >
                        {subjectOf(entry)}
                      </button>
                    )}
                  </td>
                  <td>
                    {entry.outcome === 'done' ? (
                      label('outcome', entry.outcome)
                    ) : (
                      <b className={own.notDone}>{label('outcome', entry.outcome)}</b>
                    )}
                  </td>
                  <td className={classes.acts}>
                    <button
                      type="button"
                      className={classes.link}
                      aria-expanded={isOpen}
                      aria-label={say('detailsOf', { what, when })}
                      onClick={() => setOpened(isOpen ? undefined : entry.id)}
                    >
                      {say('details')}
                    </button>
                  </td>
                </tr>
                {isOpen && (
                  <tr>
                    <td colSpan={6}>
                      <EntryDetails entry={entry} />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** A word of a later program stands for itself. */
function useLabels() {
  const labels = useWords(auditLabelMessages);
  return (what: 'action' | 'outcome', word: string): string => {
    const code = `audit.${what}.${word}`;
    return Object.hasOwn(auditLabelMessages, code) ? labels(code as keyof typeof auditLabelMessages) : word;
  };
}
