import { useNavigate } from '@tanstack/react-router';
import { useWords } from '../language/language.tsx';
import { tabWords } from '../screens/settings/tab-words.ts';
import { tabs } from '../screens/settings/tabs.ts';
import type { Findable } from './palette.tsx';
import { sections } from './sections.ts';
import { useMe } from './session.tsx';
import { appWords } from './words.ts';

/** The sections, and the tabs of the settings. */
export function usePalettePages(): readonly Findable[] {
  const say = useWords(appWords);
  const sayTab = useWords(tabWords);
  const navigate = useNavigate();
  const { permissions } = useMe();
  const open = ({ needs }: { readonly needs?: (typeof permissions)[number] }) =>
    needs === undefined || permissions.includes(needs);
  return [
    ...sections.filter(open).map(({ path, word }) => ({
      id: path,
      label: say(word),
      act: () => void navigate({ to: path }),
    })),
    ...tabs.filter(open).map(({ tab }) => ({
      id: `settings ${tab}`,
      label: `${say('settings')}: ${sayTab(tab)}`,
      act: () => void navigate({ to: '/settings', search: { tab } }),
    })),
  ];
}
