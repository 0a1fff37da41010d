import { useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useLanguage, useWords } from '../language/language.tsx';
import { density, setDensity } from './density.ts';
import { keysList } from './keys-list.ts';
import type { Findable } from './palette.tsx';
import { useMay, useMe, useSignOut } from './session.tsx';
import { appWords } from './words.ts';

const schemes = ['light', 'dark', 'auto'] as const;

/** What can be done from anywhere. */
export function usePaletteDeeds(): readonly Findable[] {
  const say = useWords(appWords);
  const mayImport = useMay('import');
  const mayHandOver = useMay('handOver');
  const mayEdit = useMay('editCustomers');
  const whole = useMe().scope.nodes === null;
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { language, choose } = useLanguage();
  const { setColorScheme } = useMantineColorScheme();
  const otherDensity = density() === 'dense' ? 'roomy' : 'dense';
  return [
    ...(mayImport
      ? [{ id: 'import', label: say('newImport'), act: () => void navigate({ to: '/data/import' }) }]
      : []),
    ...(mayHandOver
      ? [{ id: 'handOver', label: say('handOver'), act: () => void navigate({ to: '/hand-over' }) }]
      : []),
    { id: 'prospects', label: say('prospects'), act: () => void navigate({ to: '/prospects' }) },
    ...(mayEdit && whole
      ? [{ id: 'removed', label: say('removed'), act: () => void navigate({ to: '/removed' }) }]
      : []),
    ...schemes.map((scheme) => ({
      id: `scheme ${scheme}`,
      label: say(scheme),
      act: () => setColorScheme(scheme),
    })),
    { id: 'density', label: say(otherDensity), act: () => setDensity(otherDensity) },
    {
      id: 'language',
      label: say('otherLanguage'),
      act: () => choose(language === 'ru' ? 'en' : 'ru'),
    },
    { id: 'keys', label: say('keys'), act: keysList.on },
    { id: 'signOut', label: say('signOut'), act: () => void signOut() },
  ];
}
