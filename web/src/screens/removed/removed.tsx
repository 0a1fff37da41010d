import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay, useMe } from '../../app/session.tsx';
import { tell } from '../../app/undo.tsx';
import { Empty } from '../../design/empty.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { Page } from '../../design/page.tsx';
import sheet from '../../design/sheet.module.css';
import { Skeleton } from '../../design/skeleton.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { DestroyDialog } from '../../removals/destroy-dialog.tsx';
import classes from '../../removals/removed.module.css';
import { removedWords } from '../../removals/words.ts';
import { api } from '../../server/api.ts';
import { invalidateData } from '../../server/query-client.ts';

type Removed = Awaited<ReturnType<typeof api.removed>>['customers'][number];

/** Customers who are away, the latest first; each can come back. */
export function RemovedPage() {
  const say = useWords(removedWords);
  const formats = useFormats();
  const whole = useMe().scope.nodes === null;
  const may = useMay('editCustomers') && whole;
  const mayDestroy = useMay('destroyCustomers') && whole;
  const [destroying, setDestroying] = useState<Removed>();
  const removed = useQuery({
    queryKey: ['removed'],
    enabled: may,
    queryFn: ({ signal }) => api.removed({ signal }),
  });
  const restore = useMutation({
    mutationFn: (id: number) => api.restoreCustomer({ params: { id } }),
    onSuccess: ({ name }) => {
      tell(say('restored', { name }));
      void invalidateData();
    },
  });
  if (!may) {
    return (
      <Page title={say('title')}>
        <Empty title={say('noRight')}>{say('noRightHelp')}</Empty>
      </Page>
    );
  }
  const customers = removed.data?.customers;
  return (
    <Page title={say('title')} under={say('under')}>
      {removed.error && <ErrorNote error={removed.error} retry={() => void removed.refetch()} />}
      {restore.error && <ErrorNote error={restore.error} />}
      {removed.isPending && <Skeleton height={160} />}
      {customers?.length === 0 && <Empty title={say('none')}>{say('noneHelp')}</Empty>}
      {customers && customers.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
        <section className={`${sheet.wide} ${classes.list}`} tabIndex={0} aria-label={say('title')}>
          <table className={sheet.table}>
            <thead>
              <tr>
                <th scope="col">{say('name')}</th>
                <th scope="col">{say('reason')}</th>
                <th scope="col">{say('when')}</th>
                <th scope="col">{say('who')}</th>
                <th scope="col">
                  <span className="sr-only">{say('action')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {customers.map((one) => (
                <tr key={one.edit}>
                  <th scope="row">{one.name}</th>
                  <td className={classes.reason}>{one.reason}</td>
                  <td>{formats.instant(one.at)}</td>
                  <td>{one.user || say('holder')}</td>
                  <td>
                    <Button
                      variant="subtle"
                      size="compact-xs"
                      aria-label={say('restoreOf', { name: one.name })}
                      loading={restore.isPending && restore.variables === one.edit}
                      onClick={() => restore.mutate(one.edit)}
                    >
                      {say('restore')}
                    </Button>
                    {mayDestroy && (
                      <Button
                        variant="subtle"
                        size="compact-xs"
                        aria-label={say('destroyOf', { name: one.name })}
                        onClick={() => setDestroying(one)}
                      >
                        {say('destroyShort')}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {destroying && (
        <DestroyDialog who={destroying} name={destroying.name} onClose={() => setDestroying(undefined)} />
      )}
    </Page>
  );
}
