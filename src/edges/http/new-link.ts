import type { Server } from './route.ts';

/** The token stands behind `#`: browsers keep that to themselves, so it is in no log and no Referer. */
export function newLink({ signIn, browserUrl }: Pick<Server, 'signIn' | 'browserUrl'>) {
  const { token, validUntil } = signIn.newToken();
  return { url: `${browserUrl()}/open#${token}`, validUntil: validUntil.toISOString() };
}
