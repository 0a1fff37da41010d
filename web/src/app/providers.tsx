import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { resolveVariables, theme } from '../design/theme.ts';
import { LanguageProvider, useWords } from '../language/language.tsx';
import { queryClient } from '../server/query-client.ts';
import { Told } from './told.tsx';
import { appWords } from './words.ts';

const colorSchemes = localStorageColorSchemeManager({ key: 'akb-color-scheme' });

export function Providers({ children }: { readonly children: ReactNode }) {
  return (
    <QueryClientProvider client={queryClient}>
      <LanguageProvider>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={resolveVariables}
          colorSchemeManager={colorSchemes}
          defaultColorScheme="auto"
        >
          <Told />
          {children}
          <MenuPlace />
        </MantineProvider>
      </LanguageProvider>
    </QueryClientProvider>
  );
}

/** Where open menus stand: over everything, and in a landmark as all that can be read has to be. */
function MenuPlace() {
  const say = useWords(appWords);
  return <section id="menus" aria-label={say('actions')} />;
}
