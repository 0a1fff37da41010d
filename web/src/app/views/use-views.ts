import { useQuery } from '@tanstack/react-query';
import { api, type SavedView } from '../../server/api.ts';
import { queryClient } from '../../server/query-client.ts';

const queryKey = ['views'];

/** Own views and those that are shared with one's role, by name. */
export const useViews = (): readonly SavedView[] =>
  useQuery({ queryKey, queryFn: ({ signal }) => api.views({ signal }) }).data?.views ?? [];

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
  to: `/${screen}` as '/',
  search: { ...state, view: id } as object,
});

type State = Readonly<Record<string, unknown>>;

/** A state as JSON keeps it, in one order: what is undefined is not there. */
export const stateOfView = (state: State): SavedView['state'] =>
  JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(state).sort(([a], [b]) => (a < b ? -1 : 1)))));

export const isStateOf = (view: SavedView, state: State): boolean =>
  JSON.stringify(stateOfView(view.state)) === JSON.stringify(stateOfView(state));
