import { Button } from '@mantine/core';
import { useState } from 'react';
import { termKinds } from '../../../../../../src/domain/terms.ts';
import { useMay } from '../../../../app/session.tsx';
import { tell } from '../../../../app/undo.tsx';
import { ErrorNote } from '../../../../design/error-note.tsx';
import { Block } from '../../../../design/page.tsx';
import { Skeleton } from '../../../../design/skeleton.tsx';
import { useFormats } from '../../../../language/formats.ts';
import { useWords } from '../../../../language/language.tsx';
import type { CustomerCard } from '../../../../server/api.ts';
import type { Who } from '../ask.ts';
import { CardDialog } from '../card-dialog.tsx';
import { StatusForm } from './status-form.tsx';
import classes from './terms.module.css';
import { TermsForm } from './terms-form.tsx';
import { useTermWords } from './use-term-words.ts';
import { useTerms, useUndoTerms } from './use-terms.ts';
import { termsWords } from './words.ts';

/** Status and terms of a customer, and every change of them. */
export function TermsTab({ who, card }: { readonly who: Who; readonly card: CustomerCard }) {
  const say = useWords(termsWords);
  const may = useMay('editCustomers');
  const termWords = useTermWords();
  const formats = useFormats();
  const terms = useTerms(who);
  const [changing, setChanging] = useState(false);
  const now = new Map(terms.data?.now.map((term) => [term.kind, term]));
  return (
    <>
      <StatusBlock card={card} may={may} />
      <Block
        title={say('title')}
        aside={may && terms.data && <Button onClick={() => setChanging(true)}>{say('changeTerms')}</Button>}
      >
        {terms.error && <ErrorNote error={terms.error} retry={() => void terms.refetch()} />}
        {terms.isPending && <Skeleton height={220} />}
        {terms.data && (
          <dl className={classes.terms} data-ready>
            {termKinds.map((kind) => {
              const term = now.get(kind);
              return (
                <div key={kind}>
                  <dt>{say('kind', { kind })}</dt>
                  <dd>
                    {term ? (
                      <b>{termWords(kind, term.value)}</b>
                    ) : (
                      <span className="muted">{say('notAgreed')}</span>
                    )}
                    {term && (
                      <small>
                        {say('from', { from: term.from })}
                        {term.since && ` · ${say('statusSince', { day: formats.date(term.since) })}`}
                      </small>
                    )}
                  </dd>
                </div>
              );
            })}
          </dl>
        )}
      </Block>
      {terms.data && <TermsHistory who={who} history={terms.data.history} may={may} />}
      {terms.data && (
        <CardDialog opened={changing} title={say('changeTerms')} onClose={() => setChanging(false)}>
          <TermsForm who={who} terms={terms.data} onClose={() => setChanging(false)} />
        </CardDialog>
      )}
    </>
  );
}

function StatusBlock({ card, may }: { readonly card: CustomerCard; readonly may: boolean }) {
  const say = useWords(termsWords);
  const formats = useFormats();
  const [changing, setChanging] = useState(false);
  const isOwn = card.editable.status === card.unit;
  return (
    <Block
      title={say('status')}
      aside={may && isOwn && <Button onClick={() => setChanging(true)}>{say('changeStatus')}</Button>}
    >
      <p className={classes.status} data-stopped={card.status !== 'works' || undefined}>
        <b>{say('statusIs', { status: card.status })}</b>
        {card.statusSince && ` ${say('statusSince', { day: formats.date(card.statusSince) })}`}
        {card.statusReason && ` · ${card.statusReason}`}
      </p>
      {!isOwn && <p className="muted">{say('ofClient')}</p>}
      <CardDialog opened={changing} title={say('changeStatus')} onClose={() => setChanging(false)}>
        <StatusForm card={card} onClose={() => setChanging(false)} />
      </CardDialog>
    </Block>
  );
}

function TermsHistory({
  who,
  history,
  may,
}: {
  readonly who: Who;
  readonly history: NonNullable<ReturnType<typeof useTerms>['data']>['history'];
  readonly may: boolean;
}) {
  const say = useWords(termsWords);
  const termWords = useTermWords();
  const formats = useFormats();
  const undo = useUndoTerms(who);
  return (
    <Block title={say('historyOf')}>
      {history.length === 0 && <p className="muted">{say('noHistory')}</p>}
      <ol className={classes.history}>
        {history.map(({ id, since, reason, user, at, undoes, undone, terms }) => (
          <li key={id} data-undone={undone || undefined}>
            <time dateTime={since}>{formats.date(since)}</time>
            <div>
              <p>
                {undoes === null ? (
                  <b>
                    {terms
                      .map(({ kind, value }) =>
                        say('line', {
                          kind: say('kind', { kind }),
                          value: value === null ? say('asBefore') : termWords(kind, value),
                        }),
                      )
                      .join(', ')}
                  </b>
                ) : (
                  say('undid')
                )}
                {reason && ` · ${reason}`}
                {undone && ` · ${say('undone')}`}
              </p>
              <small>
                {user || say('holder')}, {formats.instant(at)}
              </small>
            </div>
            {may && !undone && undoes === null && (
              <Button
                aria-label={say('undoOf', { day: formats.date(since) })}
                loading={undo.isPending && undo.variables === id}
                onClick={() =>
                  undo.mutate(id, {
                    onSuccess: () => tell(say('takenBack')),
                    onError: (error) => tell(error.message),
                  })
                }
              >
                {say('undo')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Block>
  );
}
