import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { resolveVariables, theme } from '../design/theme.ts';
import { LanguageProvider } from '../language/language.tsx';
import { queryClient } from '../server/query-client.ts';
import { Told } from './told.tsx';

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
        </MantineProvider>
      </LanguageProvider>
    </QueryClientProvider>
  );
}
