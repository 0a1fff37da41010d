import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { resolveVariables, theme } from '../design/theme.ts';
import { LanguageProvider } from '../language/language.tsx';
import { queryClient } from '../server/query-client.ts';
import classes from './providers.module.css';

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
          <Notifications position="bottom-center" classNames={{ root: classes.told }} />
          {children}
        </MantineProvider>
      </LanguageProvider>
    </QueryClientProvider>
  );
}
