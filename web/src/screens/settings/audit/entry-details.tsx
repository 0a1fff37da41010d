import { useWords } from '../../../language/language.tsx';
import type { AuditEntry } from '../../../server/api.ts';
import classes from '../settings.module.css';
import own from './audit.module.css';
import { auditWords } from './words.ts';

type Changes = AuditEntry['changes'];

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What a record says besides: its details, what was before and after, and values of a person where they may be seen. */
export function EntryDetails({ entry }: { readonly entry: AuditEntry }) {
  const say = useWords(auditWords);
  const { personal } = entry;
  return (
    <div className={own.details}>
      <p className={classes.small}>{say('record', { batch: entry.batch, number: entry.number })}</p>
      <dl>
        {Object.entries(entry.details).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{shown(value)}</dd>
          </div>
        ))}
        <ChangeList changes={entry.changes} />
        {personal?.state === 'shown' && <ChangeList changes={personal.changes} />}
      </dl>
      {personal && personal.state !== 'shown' && (
        <p>{say(personal.state, { fields: personal.fields.join(', ') })}</p>
      )}
    </div>
  );
}

function ChangeList({ changes }: { readonly changes: Changes }) {
  const say = useWords(auditWords);
  return Object.entries(changes).map(([name, { before, after }]) => (
    <div key={name}>
      <dt>{name}</dt>
      <dd>
        {say('change', {
          before: before === undefined ? say('nothing') : shown(before),
          after: after === undefined ? say('removed') : shown(after),
        })}
      </dd>
    </div>
  ));
}
