import type { ReactNode } from 'react';
import type { EditableField } from '../../../../src/domain/customer-edit.ts';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import type { CustomerCard } from '../../server/api.ts';
import classes from './duplicates.module.css';
import { comparedFields, differs, isChosen, saidOf } from './fields.ts';
import { duplicatesWords } from './words.ts';

/** Field by field: what each of the two says, and whose value stays. What neither says is left out. */
export function Choices({
  survivor,
  absorbed,
  heads,
  days,
  take,
  onTake,
}: {
  readonly survivor: CustomerCard;
  readonly absorbed: CustomerCard;
  readonly heads: readonly [ReactNode, ReactNode];
  readonly days: { readonly survivor: number; readonly absorbed: number; readonly both: number };
  readonly take: ReadonlySet<EditableField>;
  readonly onTake: (take: ReadonlySet<EditableField>) => void;
}) {
  const say = useWords(duplicatesWords);
  const formats = useFormats();
  const points = ({ family }: CustomerCard) =>
    formats.count(family.legalEntities.flatMap(({ deliveryPoints }) => deliveryPoints).length);
  const bought = [
    ['sales', (card: CustomerCard) => formats.roubles(card.sales)],
    ['documents', (card: CustomerCard) => formats.count(card.documents)],
    ['firstPurchase', (card: CustomerCard) => formats.date(card.firstPurchase)],
    ['lastPurchase', (card: CustomerCard) => formats.date(card.lastPurchase)],
    ['points', points],
  ] as const;
  const fields = comparedFields.filter(
    (field) => saidOf(survivor, field) !== '' || saidOf(absorbed, field) !== '',
  );
  const choose = (field: EditableField, taken: boolean) => {
    const rest = [...take].filter((one) => one !== field);
    onTake(new Set(taken ? [...rest, field] : rest));
  };
  return (
    <table className={classes.choices}>
      <thead>
        <tr>
          <td />
          <th scope="col">
            <span className={classes.role}>{say('survives')}</span>
            {heads[0]}
          </th>
          <th scope="col">
            <span className={classes.role}>{say('absorbed')}</span>
            {heads[1]}
          </th>
        </tr>
      </thead>
      <tbody>
        {bought.map(([name, show]) => (
          <tr key={name}>
            <th scope="row">{say(name)}</th>
            <td>{show(survivor)}</td>
            <td>{show(absorbed)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{say('days')}</th>
          <td>{formats.count(days.survivor)}</td>
          <td>
            {formats.count(days.absorbed)}
            {days.both > 0 && <span className="muted">, {say('bothDays', { n: days.both })}</span>}
          </td>
        </tr>
        {fields.map((field) => (
          <tr key={field} data-differs={differs(survivor, absorbed, field) || undefined}>
            <th scope="row">{say(`field.${field}`)}</th>
            {[survivor, absorbed].map((card, side) => {
              const value = saidOf(card, field);
              const shown =
                field === 'status' ? say('status', { status: value }) : value || <i>{say('empty')}</i>;
              const key = side === 0 ? 'survivor' : 'absorbed';
              if (!isChosen(field) || !differs(survivor, absorbed, field)) return <td key={key}>{shown}</td>;
              const chosen = take.has(field) === (side === 1);
              return (
                <td key={key} data-dropped={!chosen || undefined}>
                  <label className={classes.choice}>
                    <input
                      type="radio"
                      name={`choice-${field}`}
                      checked={chosen}
                      disabled={side === 1 && value === ''}
                      aria-label={say('choose', {
                        field: say(`field.${field}`),
                        value: value || say('empty'),
                      })}
                      onChange={() => choose(field, side === 1)}
                    />
                    <span>{shown}</span>
                  </label>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
