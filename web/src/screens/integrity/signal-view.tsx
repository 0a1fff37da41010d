import { Button } from '@mantine/core';
import { ArrowLeft } from 'lucide-react';
import { ErrorNote } from '../../design/error-note.tsx';
import { Note } from '../../design/note.tsx';
import { Block } from '../../design/page.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useDrill } from '../../drill/use-drill.ts';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { EvidenceTable } from './evidence-table.tsx';
import classes from './integrity.module.css';
import { Reviews } from './reviews.tsx';
import { type SignalDetail, useSignal } from './server.ts';
import { SeverityMark } from './severity-mark.tsx';
import { integrityWords } from './words.ts';

/** A signal in words and rows, and what people found when they looked. */
export function SignalView({ id, onBack }: { readonly id: string; readonly onBack: () => void }) {
  const say = useWords(integrityWords);
  const formats = useFormats();
  const detail = useSignal(id);
  if (detail.error) return <ErrorNote error={detail.error} retry={() => void detail.refetch()} />;
  if (!detail.data) return <Skeleton height={320} />;
  const { signal, evidence } = detail.data;
  const { scheme, repName, month, marked, active, peers, own, severity, found } = signal;
  // Points and customers who bought nothing are not part of the customers who bought.
  const amongActive = scheme !== 'addressClone' && scheme !== 'zeroPrice' && scheme !== 'alternating';
  return (
    <section className={classes.view} aria-label={say(`signal.${scheme}`)}>
      <Button
        className={classes.back}
        variant="subtle"
        leftSection={<ArrowLeft size={14} strokeWidth={1.8} aria-hidden />}
        onClick={onBack}
      >
        {say('back')}
      </Button>
      <p className={classes.needs}>
        {say('signal.needsLook')} <SeverityMark severity={severity} />
      </p>
      <h2 className={classes.title}>{say(`signal.${scheme}`)}</h2>
      <p className={classes.who}>
        {repName}, {formats.period(month)}
      </p>
      <p>{say(`signal.says.${scheme}`, { marked })}</p>
      <p>
        {say('signal.usual', {
          share: formats.percent(marked / Math.max(active, marked, 1)),
          peers: formats.percent(peers),
          own: own === null ? 'none' : formats.percent(own),
        })}{' '}
        {amongActive &&
          say('without', {
            active: formats.count(active),
            rest: formats.count(Math.max(0, active - marked)),
          })}
      </p>
      {!found && <Note>{say('signal.gone')}</Note>}
      {evidence.length > 0 && (
        <Block
          title={say('evidence')}
          aside={
            evidence.length < marked &&
            say('shown', { n: formats.count(evidence.length), of: formats.count(marked) })
          }
        >
          <Doors of={detail.data} />
          <EvidenceTable scheme={scheme} evidence={evidence} />
        </Block>
      )}
      <Block title={say('reviews')}>
        <Reviews detail={detail.data} />
      </Block>
    </section>
  );
}

/** The same customers as a list, and what they bought of anybody in the month. */
function Doors({ of: { signal, evidence } }: { readonly of: SignalDetail }) {
  const say = useWords(integrityWords);
  const formats = useFormats();
  const { open } = useDrill();
  const ids = [...new Set(evidence.map(({ customer }) => customer.id))];
  const show = (tab?: 'documents') =>
    open({
      set: { language: 1, unit: 'legalEntity', method: { id: 'main' }, set: { kind: 'ids', ids } },
      period: signal.month,
      path: [say('path'), signal.repName, formats.period(signal.month)],
      tab,
    });
  return (
    <div className={classes.doors}>
      <Button onClick={() => show()}>{say('openCustomers')}</Button>
      <Button onClick={() => show('documents')}>{say('openDocuments')}</Button>
    </div>
  );
}
