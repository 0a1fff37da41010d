import { useNavigate } from '@tanstack/react-router';
import { useWords } from '../language/language.tsx';
import { tabWords } from '../screens/settings/tab-words.ts';
import { openTabs } from '../screens/settings/tabs.ts';
import type { Findable } from './palette.tsx';
import { sections } from './sections.ts';
import { useMe } from './session.tsx';
import { appWords } from './words.ts';

/** The sections, and the tabs of the settings. */
export function usePalettePages(): readonly Findable[] {
  const say = useWords(appWords);
  const sayTab = useWords(tabWords);
  const navigate = useNavigate();
  const me = useMe();
  return [
    ...sections
      .filter(({ needs }) => needs === undefined || me.permissions.includes(needs))
      .map(({ path, word }) => ({
        id: path,
        label: say(word),
        act: () => void navigate({ to: path }),
      })),
    ...openTabs(me).map(({ tab }) => ({
      id: `settings ${tab}`,
      label: `${say('settings')}: ${sayTab(tab)}`,
      act: () => void navigate({ to: '/settings', search: { tab } }),
    })),
  ];
}
