import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { touchWords } from '../design/touch-words.ts';
import { useFormats } from '../language/formats.ts';
import { useWords } from '../language/language.tsx';
import { api } from '../server/api.ts';
import { excerptOf } from './excerpt.ts';
import type { Findable } from './palette.tsx';
import { useMay } from './session.tsx';

/** Of each kind; more words find fewer. */
const shown = 8;
const pause = 200;
const fewestLetters = 3;

/** Persons of customers, and what was written down of them, by words in any form. */
export function useFoundTouches(typed: string): {
  readonly people: readonly Findable[];
  readonly entries: readonly Findable[];
} {
  const say = useWords(touchWords);
  const formats = useFormats();
  const may = useMay('seeCustomers');
  const navigate = useNavigate();
  const [words] = useDebouncedValue(typed, pause);
  const asked = words.length >= fewestLetters && typed.length >= fewestLetters;
  const { data } = useQuery({
    queryKey: ['palette-touches', words],
    enabled: asked && may,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.search({ body: { words } }, { signal }),
  });
  if (!asked || data === undefined) return { people: [], entries: [] };
  const cardOf = ({ unit, unitId }: { readonly unit: string; readonly unitId: number }) => ({
    to: '/customers/$unit/$id' as const,
    params: { unit, id: String(unitId) },
  });
  return {
    people: (data.contacts ?? []).slice(0, shown).map((hit) => ({
      id: `contact ${hit.id}`,
      label: hit.person,
      description: [hit.position || say('role', { role: hit.role }), hit.name].filter(Boolean).join(' · '),
      act: () => void navigate({ ...cardOf(hit), search: { tab: 'people' } }),
    })),
    entries: data.entries.slice(0, shown).map((hit) => ({
      id: `entry ${hit.id}`,
      label: excerptOf([hit.text, hit.outcome].filter(Boolean).join(' · '), words),
      description: [say('kind', { kind: hit.kind }), formats.date(hit.day), hit.name].join(' · '),
      act: () => void navigate({ ...cardOf(hit), search: { tab: 'history', entry: hit.id } }),
    })),
  };
}
