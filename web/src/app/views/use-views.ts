import { useQuery } from '@tanstack/react-query';
import { api, type SavedView } from '../../server/api.ts';
import { queryClient } from '../../server/query-client.ts';

const queryKey = ['views'];

/** Screens whose address is their state. */
const paths = { dashboard: '/', explorer: '/explorer', customers: '/customers' } as const;
const isKnown = (screen: string): screen is keyof typeof paths => Object.hasOwn(paths, screen);

/** Own views and those that are shared with one's role, by name; not those of screens that a later program has. */
export const useViews = (enabled = true): readonly SavedView[] =>
  useQuery({
    queryKey,
    enabled,
    queryFn: ({ signal }) => api.views({ signal }),
    select: ({ views }) => views.filter(({ screen }) => isKnown(screen)),
  }).data ?? [];

const anew = () => queryClient.invalidateQueries({ queryKey });

type Draft = Pick<SavedView, 'name' | 'screen' | 'state' | 'roles'>;

export async function addView({ name, screen, state, roles }: Draft): Promise<SavedView> {
  const view = await api.addView({ body: { name, screen, state, roles } });
  await anew();
  return view;
}

export async function changeView(id: number, body: Partial<Omit<Draft, 'screen'>>): Promise<SavedView> {
  const view = await api.changeView({ params: { id }, body });
  await anew();
  return view;
}

export async function removeView(id: number): Promise<void> {
  await api.removeView({ params: { id } });
  await anew();
}

/** Where a view is: its screen with the state of its address. */
export const addressOfView = ({ id, screen, state }: SavedView) => ({
  to: isKnown(screen) ? paths[screen] : '/',
  search: { ...state, view: id } as object,
});

type State = Readonly<Record<string, unknown>>;

/** A state as JSON keeps it, in one order: what is undefined is not there. */
export const stateOfView = (state: State): SavedView['state'] =>
  JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(state).sort(([a], [b]) => (a < b ? -1 : 1)))));

export const isStateOf = (view: SavedView, state: State): boolean =>
  JSON.stringify(stateOfView(view.state)) === JSON.stringify(stateOfView(state));
