import { countUnits } from '../../../src/domain/units.ts';
import type { ImportSummary } from '../server/api.ts';
import { EffectTable } from './effect-table.tsx';
import { ErrorNote } from './error-note.tsx';

type MonthEffects = ImportSummary['effect'];

/** Whoever bought in other months than the one he is joined with is counted in each of them as before. */
export const changing = (effect: MonthEffects): MonthEffects =>
  effect.filter(({ before, after }) => countUnits.some((unit) => before[unit] !== after[unit]));

/** АКБ of the months that would change, or why it is not counted yet. */
export function EffectPreview({
  effect,
  error,
  refetch,
  counting,
  none,
}: {
  readonly effect: MonthEffects | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
  readonly counting: string;
  readonly none: string;
}) {
  if (error) return <ErrorNote error={error} retry={() => void refetch()} />;
  if (!effect) return <p className="muted">{counting}</p>;
  return effect.length === 0 ? <p>{none}</p> : <EffectTable effect={effect} />;
}
