import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import type { PlanFact } from '../../server/plans.ts';
import { planWords } from './words.ts';

/** Which version this is, by whom, since when, approved or not; what the fact is counted from. */
export function Headline({ plan }: { readonly plan: PlanFact }) {
  const say = useWords(planWords);
  const formats = useFormats();
  const { version, author, statedOn, comment, approved, asOf, rows } = plan;
  const days = rows[0]?.workingDays;
  return [
    say('stated', { version, author: author || say('holder'), day: formats.date(statedOn) }),
    ...(comment ? [`«${comment}»`] : []),
    approved
      ? say('approved', { by: approved.by || say('holder'), at: formats.instant(approved.at) })
      : say('notApproved'),
    ...(days && asOf ? [say('data', { day: formats.day(asOf), passed: days.passed, days: days.days })] : []),
  ].join(' · ');
}
