import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { changing } from '../../design/effect-preview.tsx';
import { api } from '../../server/api.ts';

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
