import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { EditableField } from '../../../../src/domain/customer-edit.ts';
import { EffectPreview } from '../../design/effect-preview.tsx';
import { Note } from '../../design/note.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import type { api, CustomerCard } from '../../server/api.ts';
import { Choices } from './choices.tsx';
import classes from './duplicates.module.css';
import { takenAtFirst } from './fields.ts';
import { useMergePreview } from './use-merge-preview.ts';
import { useReviewKeys } from './use-review-keys.ts';
import { duplicatesWords } from './words.ts';

type PairData = Awaited<ReturnType<typeof api.duplicatePair>>;

export interface PairDecision {
  readonly absorbed: CustomerCard;
  readonly survivor: CustomerCard;
  readonly take: ReadonlySet<EditableField>;
  /** Versions of the cards that were looked at. */
  readonly seen: { readonly absorbed: number; readonly survivor: number };
}

/** Two customers side by side: what speaks for one, which values stay, what АКБ would be. */
export function Pair({
  pair,
  best,
  halted,
  onStep,
  onMerge,
  onDismiss,
}: {
  readonly pair: PairData;
  /** Id of the one that it is best to keep. */
  readonly best: number;
  readonly halted: boolean;
  readonly onStep: (by: number) => void;
  readonly onMerge: (decision: PairDecision) => Promise<void>;
  readonly onDismiss: () => Promise<void>;
}) {
  const say = useWords(duplicatesWords);
  const formats = useFormats();
  const client = useQueryClient();
  const [swapped, setSwapped] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<EditableField>>();
  const [busy, setBusy] = useState(false);
  const { a, b, days, score, reasons, veto } = pair;
  const firstStays = (best !== b.id) !== swapped;
  const [survivor, absorbed] = firstStays ? [a, b] : [b, a];
  const take = chosen ?? takenAtFirst(absorbed, survivor);
  const preview = useMergePreview([{ unit: 'legalEntity', absorbed: absorbed.id, survivor: survivor.id }]);
  const { effect } = preview;
  const last = effect?.at(-1);
  const settle = (deed: () => Promise<void>) => () => {
    if (busy) return;
    setBusy(true);
    void deed().finally(() => setBusy(false));
  };
  const merge = settle(async () => {
    // One that is still counted would be counted of a pair that is one.
    await client.cancelQueries({ queryKey: ['mergePreview'] });
    await onMerge({
      ...{ absorbed, survivor, take },
      seen: { absorbed: absorbed.version, survivor: survivor.version },
    });
  });
  const dismiss = settle(onDismiss);
  const swap = () => {
    setSwapped(!swapped);
    setChosen(undefined);
  };
  useReviewKeys(halted ? {} : { merge, dismiss, swap, step: onStep });
  return (
    <section aria-label={say('pair')} className={classes.pair}>
      <div className={classes.deeds}>
        <Button variant="filled" onClick={merge} loading={busy} rightSection={<kbd aria-hidden>M</kbd>}>
          {say('merge')}
        </Button>
        <Button onClick={dismiss} disabled={busy} rightSection={<kbd aria-hidden>N</kbd>}>
          {say('notOne')}
        </Button>
        <Button onClick={swap} disabled={busy} rightSection={<kbd aria-hidden>S</kbd>}>
          {say('swap')}
        </Button>
        <Button variant="subtle" onClick={() => onStep(1)} rightSection={<kbd aria-hidden>↓</kbd>}>
          {say('skip')}
        </Button>
      </div>
      {veto !== null && <Note kind="warning">{say(`veto.${veto}`)}</Note>}
      <ul className={classes.reasons} aria-label={say('why')}>
        {score !== null && <li className={classes.total}>{say('score', { score: formats.count(score) })}</li>}
        {reasons.map(({ reason, weight }) => (
          <li key={reason} data-against={weight < 0 || undefined}>
            {say(`reason.${reason}`)} <b>{formats.change(weight)}</b>
          </li>
        ))}
      </ul>
      <p className={classes.inShort}>
        {effect === undefined && !preview.error && say('counting')}
        {effect?.length === 0 && say('noEffect')}
        {last &&
          say('inShort', {
            months: effect?.length ?? 0,
            month: formats.period(last.month),
            before: formats.count(last.before.client),
            after: formats.count(last.after.client),
          })}
      </p>
      <Choices
        survivor={survivor}
        absorbed={absorbed}
        days={{
          survivor: firstStays ? days.a : days.b,
          absorbed: firstStays ? days.b : days.a,
          both: days.both,
        }}
        take={take}
        onTake={setChosen}
        heads={[head(survivor), head(absorbed)]}
      />
      <p className={classes.small}>{say('fieldsHelp')}</p>
      <h2 className={classes.effectTitle}>{say('effect')}</h2>
      <EffectPreview {...preview} counting={say('counting')} none={say('noEffect')} />
      <p className={classes.small}>{say('keys')}</p>
    </section>
  );
}

const head = ({ id, name, code }: CustomerCard) => (
  <Link to="/customers/$unit/$id" params={{ unit: 'legalEntity', id: String(id) }}>
    {name || code}
  </Link>
);
