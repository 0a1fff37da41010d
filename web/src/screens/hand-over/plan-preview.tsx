import { Button, SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { HandOverPlan } from '../../../../src/domain/hand-over.ts';
import { did } from '../../app/undo.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import { invalidateData } from '../../server/query-client.ts';
import { ByHand } from './by-hand.tsx';
import classes from './hand-over.module.css';
import { planByHand } from './plan.ts';
import { handOverWords } from './words.ts';

type Share = Awaited<ReturnType<typeof api.previewHandOver>>['shares'][number];

/** Whom somebody has given to whom, by customer; null: they are shared evenly. */
export type Chosen = ReadonlyMap<number, number> | null;

interface Props {
  readonly plan: HandOverPlan;
  readonly chosen: Chosen;
  readonly onChosen: (chosen: Chosen) => void;
  readonly onMade: () => void;
}

/** How many customers, АКБ and sales each would get, and who they are; then it is done. */
export function PlanPreview({ plan: evenly, chosen, onChosen, onMade }: Props) {
  const say = useWords(handOverWords);
  const formats = useFormats();
  const even = usePreview(evenly);
  const reps = [evenly.from, ...evenly.to.map(({ rep }) => rep)];
  /** Of whom nobody was chosen, or somebody who takes over no more: as evenly. */
  const given = new Map(
    (even.data?.shares ?? []).flatMap(({ rep, clients }) =>
      clients.map(({ id }) => {
        const one = chosen?.get(id);
        return [id, one !== undefined && reps.includes(one) ? one : rep.id] as const;
      }),
    ),
  );
  const plan = chosen === null ? evenly : planByHand(evenly, given);
  const [settled] = useDebouncedValue(plan, 300);
  const shown = usePreview(typeof settled === 'string' ? evenly : settled);
  const isSettled = JSON.stringify(plan) === JSON.stringify(settled) && !shown.isPlaceholderData;
  const make = useMutation({
    mutationFn: (body: HandOverPlan) => api.makeHandOver({ body }),
    onSuccess: ({ id, from, to }) => {
      const n = to.reduce((sum, { clients }) => sum + clients, 0);
      did(say('made', { name: from.name || from.code, n }), async () => {
        await api.undoHandOver({ params: { id } });
        await invalidateData();
      });
      onMade();
      void invalidateData();
    },
  });
  const error = even.error ?? shown.error;
  if (error) return <ErrorNote error={error} retry={() => void even.refetch().then(() => shown.refetch())} />;
  if (!even.data || !shown.data) return <Skeleton height={120} />;
  const { shares, kept, from } = shown.data;
  const moved = shares.reduce((sum, { clients }) => sum + clients.length, 0);
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
      <SegmentedControl
        size="xs"
        mb={8}
        aria-label={say('sharing')}
        value={chosen === null ? 'evenly' : 'byHand'}
        onChange={(how) => onChosen(how === 'byHand' ? new Map() : null)}
        data={(['evenly', 'byHand'] as const).map((value) => ({ value, label: say(value) }))}
      />
      {typeof plan === 'string' ? (
        <p className="muted">{say(`missing.${plan}`)}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
        <section className={classes.wide} tabIndex={0} aria-label={say('preview')} aria-busy={!isSettled}>
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
      )}
      {chosen !== null ? (
        <ByHand
          preview={even.data}
          given={given}
          onGive={(client, rep) => onChosen(new Map([...chosen, [client, rep]]))}
        />
      ) : (
        shares.map(({ rep, clients }) => (
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
        ))
      )}
      {make.error && <ErrorNote error={make.error} />}
      {typeof plan !== 'string' && (
        <Button
          mt={12}
          variant="filled"
          disabled={!isSettled}
          loading={make.isPending}
          onClick={() => make.mutate(plan)}
        >
          {say('make', { n: moved })}
        </Button>
      )}
    </>
  );
}

const usePreview = (plan: HandOverPlan) =>
  useQuery({
    queryKey: ['handOverPreview', plan],
    queryFn: ({ signal }) => api.previewHandOver({ body: plan }, { signal }),
    placeholderData: keepPreviousData,
  });
