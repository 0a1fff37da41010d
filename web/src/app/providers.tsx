import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import 'dayjs/locale/ru';
import { resolveVariables, theme } from '../design/theme.ts';
import { LanguageProvider, useLanguage } from '../language/language.tsx';
import { queryClient } from '../server/query-client.ts';

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
          <Notifications position="bottom-center" />
          <Dates>{children}</Dates>
        </MantineProvider>
      </LanguageProvider>
    </QueryClientProvider>
  );
}

function Dates({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage();
  return <DatesProvider settings={{ locale: language, firstDayOfWeek: 1 }}>{children}</DatesProvider>;
}
