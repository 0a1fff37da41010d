import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { HandOverPlan } from '../../../../src/domain/hand-over.ts';
import { did } from '../../app/undo.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import { invalidateData } from '../../server/query-client.ts';
import classes from './hand-over.module.css';
import { handOverWords } from './words.ts';

type Share = Awaited<ReturnType<typeof api.previewHandOver>>['shares'][number];

/** How many customers, АКБ and sales each would get, and who they are; then it is done. */
export function PlanPreview({ plan, onMade }: { readonly plan: HandOverPlan; readonly onMade: () => void }) {
  const say = useWords(handOverWords);
  const formats = useFormats();
  const preview = useQuery({
    queryKey: ['handOverPreview', plan],
    queryFn: ({ signal }) => api.previewHandOver({ body: plan }, { signal }),
  });
  const make = useMutation({
    mutationFn: () => api.makeHandOver({ body: plan }),
    onSuccess: ({ id, from, to }) => {
      const n = to.reduce((all, { clients }) => all + clients, 0);
      did(say('made', { name: from.name || from.code, n }), async () => {
        await api.undoHandOver({ params: { id } });
        await invalidateData();
      });
      onMade();
      void invalidateData();
    },
  });
  if (preview.error) return <ErrorNote error={preview.error} retry={() => void preview.refetch()} />;
  if (!preview.data) return <Skeleton height={120} />;
  const { shares, kept, from } = preview.data;
  const moved = shares.reduce((all, { clients }) => all + clients.length, 0);
  const row = (key: string, name: string, { clients, activeBase, sales }: Share) => (
    <tr key={key}>
      <th scope="row">{name}</th>
      <td className="number">{formats.count(clients.length)}</td>
      <td className="number">{formats.count(activeBase)}</td>
      <td className="number">{formats.roubles(sales)}</td>
    </tr>
  );
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
      <section className={classes.wide} tabIndex={0} aria-label={say('preview')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{say('receiver')}</th>
              <th scope="col" className="number">
                {say('clients')}
              </th>
              <th scope="col" className="number">
                {say('base')}
              </th>
              <th scope="col" className="number">
                {say('sales')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shares.map((share) => row(`${share.rep.id}`, share.rep.name || share.rep.code, share))}
            {kept && row('kept', say('kept', { name: from.name || from.code }), kept)}
          </tbody>
        </table>
      </section>
      {shares.map(({ rep, clients }) => (
        <details key={rep.id} className={classes.clients}>
          <summary>{say('listOf', { name: rep.name || rep.code, n: clients.length })}</summary>
          <ul>
            {clients.map(({ id, name, sales, lastPurchase }) => (
              <li key={id}>
                <span>{name}</span>
                <span className="muted">{formats.date(lastPurchase)}</span>
                <span className="number">{formats.roubles(sales)}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
      {make.error && <ErrorNote error={make.error} />}
      <Button mt={12} variant="filled" loading={make.isPending} onClick={() => make.mutate()}>
        {say('make', { n: moved })}
      </Button>
    </>
  );
}
