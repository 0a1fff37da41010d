import { useFormats } from '../language/formats.ts';
import { useWords } from '../language/language.tsx';
import { type Drift, useDrift } from '../server/plans.ts';
import { driftWords } from './drift-words.ts';
import { ErrorNote } from './error-note.tsx';

/** What has happened to a closed month since, in order. */
export function DriftCauses({ month }: { readonly month: string }) {
  const drift = useDrift(month);
  return (
    <>
      {drift.error && <ErrorNote error={drift.error} />}
      <ul>
        {drift.data?.causes.map((cause) => (
          <li key={JSON.stringify(cause)}>
            <Cause cause={cause} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Cause({ cause }: { readonly cause: Drift['causes'][number] }) {
  const say = useWords(driftWords);
  const formats = useFormats();
  if (cause.kind === 'method') {
    const { method, from, to } = cause;
    return say('causeMethod', { method, from, to });
  }
  const at = formats.instant(cause.at);
  switch (cause.kind) {
    case 'import':
      return say('causeImport', {
        ...{ id: cause.importId, at, documents: cause.documents ?? -1 },
        amount: cause.amount === null ? 'none' : formats.money(cause.amount),
      });
    case 'undo':
      return say('causeUndo', { id: cause.importId, at });
    case 'merge':
      return say('causeMerge', { at });
    case 'unmerge':
      return say('causeUnmerge', { at });
    case 'edit':
      return say('causeEdit', { at });
    case 'assignment':
      return say('causeAssignment', { at });
    case 'restore':
      return say('causeRestore', { at });
  }
}
