import { Button } from '@mantine/core';
import { useState } from 'react';
import { Note } from '../../../../design/note.tsx';
import { useWords } from '../../../../language/language.tsx';
import { ApiProblem, api } from '../../../../server/api.ts';
import { CardDialog } from '../card-dialog.tsx';
import { type Draft, draftOf, type EntryItem } from './draft.ts';
import { EntryForm } from './entry-form.tsx';
import { useChangeEntry } from './use-timeline.ts';
import { timelineWords } from './words.ts';

/** Changes an entry. Whoever saves after somebody else sees what is there now, and chooses. */
export function ChangeEntry({ item, onClose }: { readonly item: EntryItem; readonly onClose: () => void }) {
  const say = useWords(timelineWords);
  const [draft, setDraft] = useState<Draft>(() => draftOf(item));
  const change = useChangeEntry(item);
  const save = (version: number) => change.mutate({ draft, version }, { onSuccess: onClose });
  const now = nowOf(change.error);
  const writeMine = async () => save((await api.entry({ params: { id: item.entry.id } })).version);
  return (
    <CardDialog opened title={say('editEntry')} onClose={onClose}>
      <EntryForm
        draft={draft}
        onDraft={setDraft}
        focus="text"
        verb={say('saveChange')}
        pending={change.isPending}
        error={change.error}
        {...(now !== undefined && {
          conflict: (
            <Note kind="warning">
              <p>{say('staleNow')}</p>
              <p>
                <b>{now}</b>
              </p>
              <Button onClick={() => void writeMine()}>{say('writeMine')}</Button>
            </Note>
          ),
        })}
        onSave={() => save(item.entry.version)}
        onClose={onClose}
      />
    </CardDialog>
  );
}

/** What the entry says by now; undefined: it was refused for another reason. */
function nowOf(error: unknown): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  const stale = error.details.problems.find(({ code }) => code === 'entryStale');
  return stale === undefined ? undefined : String(stale.params?.now ?? '');
}
