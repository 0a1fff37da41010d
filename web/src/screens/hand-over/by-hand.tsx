import { NativeSelect } from '@mantine/core';
import { useFormats } from '../../language/formats.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import type { api } from '../../server/api.ts';
import classes from './hand-over.module.css';
import { handOverWords } from './words.ts';

interface Props {
  readonly preview: Awaited<ReturnType<typeof api.previewHandOver>>;
  /** By customer, the giver among the reps: he keeps him. */
  readonly given: ReadonlyMap<number, number>;
  readonly onGive: (client: number, rep: number) => void;
}

/** Each customer with the one to whom he goes. */
export function ByHand({ preview: { shares, from }, given, onGive }: Props) {
  const say = useWords(handOverWords);
  const formats = useFormats();
  const { language } = useLanguage();
  const collator = new Intl.Collator(language);
  const clients = shares
    .flatMap((share) => share.clients)
    .sort((a, b) => collator.compare(a.name, b.name) || a.id - b.id);
  const receivers = [
    ...shares.map(({ rep }) => ({ value: String(rep.id), label: rep.name || rep.code })),
    { value: String(from.id), label: say('stays') },
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className={classes.byHand} tabIndex={0} aria-label={say('sharing')}>
      <ul>
        {clients.map(({ id, name, sales, lastPurchase }) => (
          <li key={id}>
            <span>{name}</span>
            <span className="muted">{formats.date(lastPurchase)}</span>
            <span className="number">{formats.roubles(sales)}</span>
            <NativeSelect
              size="xs"
              aria-label={say('toWhomOf', { name })}
              data={receivers}
              value={String(given.get(id) ?? from.id)}
              onChange={(event) => onGive(id, Number(event.currentTarget.value))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
