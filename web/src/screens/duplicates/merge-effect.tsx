import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { countUnits } from '../../../../src/domain/units.ts';
import { EffectTable } from '../../design/effect-table.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { api } from '../../server/api.ts';

type MonthEffects = Awaited<ReturnType<typeof api.mergePreview>>['effect'];
type Merges = Parameters<typeof api.mergePreview>[0]['body']['merges'];

/** Long enough for whoever only walks by. */
const pause = 250;

/** АКБ of the months that merges would change; nothing is changed. */
export function useMergePreview(merges: Merges) {
  // Who of the two stays changes nothing of what is counted.
  const key = merges
    .map(({ absorbed, survivor }) => [absorbed, survivor].sort((a, b) => a - b).join(' '))
    .join();
  const [asked] = useDebouncedValue(key, pause);
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), pause);
    return () => clearTimeout(timer);
  }, []);
  const preview = useQuery({
    queryKey: ['mergePreview', key],
    enabled: waited && merges.length > 0 && asked === key,
    queryFn: ({ signal }) => api.mergePreview({ body: { merges } }, { signal }),
  });
  return { ...preview, effect: preview.data && changing(preview.data.effect) };
}

/** Whoever bought in other months than his double is counted in each of them as before. */
export const changing = (effect: MonthEffects): MonthEffects =>
  effect.filter(({ before, after }) => countUnits.some((unit) => before[unit] !== after[unit]));

/** What was counted, or why not yet. */
export function Effect({
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
