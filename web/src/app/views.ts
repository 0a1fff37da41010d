import { useQuery } from '@tanstack/react-query';
import { api, type SavedView } from '../server/api.ts';

/** Saved views, one's own and those shared with one's role. */
export const useViews = (enabled = true) =>
  useQuery({ queryKey: ['views'], enabled, queryFn: ({ signal }) => api.views({ signal }) });

const paths = { dashboard: '/', explorer: '/explorer', customers: '/customers' } as const;

/** Where the screen of a view is; undefined: a later program has it. */
export const pathOfView = ({ screen }: SavedView): (typeof paths)[keyof typeof paths] | undefined =>
  Object.hasOwn(paths, screen) ? paths[screen as keyof typeof paths] : undefined;
