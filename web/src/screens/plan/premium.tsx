import { Link } from '@tanstack/react-router';
import { useMay } from '../../app/session.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { type BonusMonth, useBonus } from '../../server/bonus.ts';
import type { Line } from './lines.ts';
import { planWords } from './words.ts';

export type Premiums = ReadonlyMap<number, BonusMonth['statements'][number]>;

/** Of a month, by member; none of longer periods, or for whoever may not see them. */
export function usePremiums(month: string | undefined): Premiums {
  const { data } = useBonus(useMay('seeBonus') ? month : undefined);
  return new Map(data?.statements.map((one) => [one.member, one]));
}

/** What somebody is paid for the month: a door to how it is worked out. */
export function Premium({
  month,
  line: { member, product },
  premiums,
}: {
  readonly month: string;
  readonly line: Line;
  readonly premiums: Premiums;
}) {
  const say = useWords(planWords);
  const formats = useFormats();
  const found = product === null ? premiums.get(member) : undefined;
  return (
    <td data-column="premium">
      {found && (
        <Link
          to="/bonus"
          search={{ month, member }}
          aria-label={say('premiumOf', { value: formats.money(found.total), name: found.name })}
        >
          {formats.count(found.total)}
        </Link>
      )}
    </td>
  );
}
