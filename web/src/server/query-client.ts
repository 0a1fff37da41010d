import { QueryClient } from '@tanstack/react-query';
import { statusOf } from './api.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    mutations: { networkMode: 'always' },
    queries: {
      // The server may be this very computer: what the browser thinks of the network says nothing.
      networkMode: 'always',
      // Data change by imports only: whoever changes them says so (`invalidateData`), focus shows what others did.
      staleTime: 60_000,
      // A refusal stays a refusal; a lost connection or a busy server may come back.
      retry: (failures, error) => {
        const status = statusOf(error);
        return failures < 2 && (status === undefined || status === 503);
      },
    },
  },
});

/** After anything that makes a new version of the data. */
export const invalidateData = (): Promise<void> => queryClient.invalidateQueries();
