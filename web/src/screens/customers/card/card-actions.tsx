import { Button } from '@mantine/core';
import { NotebookPen, Phone } from 'lucide-react';
import { useMay } from '../../../app/session.tsx';
import { useWords } from '../../../language/language.tsx';
import type { CustomerCard } from '../../../server/api.ts';
import classes from './card-actions.module.css';
import { CardMenu } from './card-menu.tsx';
import { cardWords } from './words.ts';

/** What is done with a customer most: in the head of the card, on a telephone under the thumb. */
export function CardActions({
  card,
  at,
  onRecord,
}: {
  readonly card: CustomerCard;
  readonly at: 'head' | 'foot';
  readonly onRecord: (how: 'byKey' | 'byHand') => void;
}) {
  const say = useWords(cardWords);
  const mayRecord = useMay('recordTouches');
  const phone = card.contacts?.phones[0];
  return (
    <div className={classes[at]}>
      {phone && (
        <Button
          variant="filled"
          component="a"
          href={`tel:${phone.replace(/[^\d+]/g, '')}`}
          leftSection={<Phone size={16} strokeWidth={1.8} aria-hidden />}
        >
          {say('call')}
        </Button>
      )}
      {mayRecord && (
        <Button
          variant={phone ? 'default' : 'filled'}
          leftSection={<NotebookPen size={16} strokeWidth={1.8} aria-hidden />}
          title="N"
          data-page-new
          // What a key has clicked has no place.
          onClick={({ detail }) => onRecord(detail === 0 ? 'byKey' : 'byHand')}
        >
          {say('record')}
        </Button>
      )}
      <CardMenu card={card} />
    </div>
  );
}
