import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const minute = 60_000;
const linkLife = 10 * minute;
/** A session ends when nobody has used it for so long. */
const sessionLife = 7 * 24 * 60 * minute;
/** More links or sessions than one person opens: the oldest goes. */
const most = 100;

/** The one owner's ways in while there are no users. Only digests are kept, so that comparing takes the same time whatever is sent. */
export interface SignIn {
  readonly keyFits: (key: string) => boolean;
  /** A token for a link: good once, for ten minutes. */
  readonly newToken: () => { token: string; validUntil: Date };
  /** A session for a token, which is void from now on; undefined: it was void already. */
  readonly exchange: (token: string) => string | undefined;
  readonly sessionFits: (session: string) => boolean;
  readonly end: (session: string) => void;
}

export function createSignIn(key: string, now: () => number = Date.now): SignIn {
  const keyDigest = digest(key);
  const tokens = new Map<string, number>();
  const sessions = new Map<string, number>();
  const keep = (map: Map<string, number>, secret: string, until: number) => {
    for (const [known, end] of map) if (end < now()) map.delete(known);
    const [oldest] = map.keys();
    if (map.size >= most && oldest !== undefined) map.delete(oldest);
    map.set(digest(secret).toString('hex'), until);
  };
  const take = (map: Map<string, number>, secret: string): boolean => {
    const name = digest(secret).toString('hex');
    const until = map.get(name);
    map.delete(name);
    return until !== undefined && until >= now();
  };
  return {
    keyFits: (sent) => timingSafeEqual(digest(sent), keyDigest),
    newToken: () => {
      const token = secret();
      const until = now() + linkLife;
      keep(tokens, token, until);
      return { token, validUntil: new Date(until) };
    },
    exchange: (token) => {
      if (!take(tokens, token)) return undefined;
      const session = secret();
      keep(sessions, session, now() + sessionLife);
      return session;
    },
    sessionFits: (session) => {
      if (!take(sessions, session)) return false;
      keep(sessions, session, now() + sessionLife);
      return true;
    },
    end: (session) => {
      take(sessions, session);
    },
  };
}

const secret = () => randomBytes(32).toString('base64url');
const digest = (text: string) => createHash('sha256').update(text).digest();
