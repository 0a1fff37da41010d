import { api } from '../server/api.ts';

/**
 * Hands the token of a one-time link over, which stands behind `#` (browsers send that nowhere), and takes it out of the
 * history. Returns whether the link was void.
 */
export async function exchangeLink(): Promise<boolean> {
  if (location.pathname !== '/open') return false;
  const token = location.hash.slice(1);
  history.replaceState(null, '', '/');
  if (token === '') return false;
  return api.signIn({ body: { token } }).then(
    () => false,
    () => true,
  );
}
