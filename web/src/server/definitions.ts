import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../language/language.tsx';
import { api } from './api.ts';

/** From and to which day the data are. */
export const useDataState = () =>
  useQuery({ queryKey: ['state'], queryFn: ({ signal }) => api.state({ signal }) });

/** Units, dimensions, metrics, fields with their names in the language of the page. */
export function useCatalogue() {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['catalogue', language],
    queryFn: ({ signal }) => api.catalogue({ signal, language }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export const useMethods = () =>
  useQuery({ queryKey: ['methods'], queryFn: ({ signal }) => api.methods({ signal }) });
