import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { folderHolder } from '../../domain/access.ts';
import { Refusal } from '../../domain/problem.ts';
import type { Door } from '../../use-cases/access/access.ts';
import type { Visitor } from '../../use-cases/access/visitor.ts';
import { type Binding, hostCheck } from './address.ts';
import type { SignIn } from './sign-in.ts';

export interface Guard {
  /** Refuses hosts and pages that are not ours. */
  checkPlace(request: FastifyRequest): void;
  /** Who comes, with the rights of this moment. Refuses who has neither a key nor a session. */
  checkVisitor(request: FastifyRequest): Promise<Visitor>;
  sessionOf(request: FastifyRequest): string | undefined;
  sessionCookie(session: string): string;
  /** What whoever asks counts as where attempts are counted. */
  addressOf(request: FastifyRequest): string;
  /** Headers that go with every answer. */
  headersFor(request: FastifyRequest): Readonly<Record<string, string>>;
}

export function createGuard(binding: Binding, port: () => number, signIn: SignIn, door: Door): Guard {
  const isOurs = hostCheck(binding, port);
  const proxyHost = binding.proxy && new URL(binding.proxy).host;
  const secure = binding.tls !== undefined || binding.proxy !== undefined;
  // Cookies know no ports: two servers of one computer would otherwise sign each other out.
  const cookie = () => `akb_session_${port()}`;
  const sessionOf = ({ headers }: FastifyRequest) =>
    (headers.cookie ?? '')
      .split(';')
      .map((part) => part.trim().split('='))
      .find(([name]) => name === cookie())?.[1];
  const bySession = async (session: string | undefined): Promise<Visitor | undefined> => {
    if (session === undefined || !/^[\w-]{43}$/.test(session)) return undefined;
    const visitor = await door.bySession(session);
    if (visitor !== undefined || !signIn.sessionFits(session)) return visitor;
    // What a link has opened ends with the first user.
    return (await door.hasUsers()) ? undefined : { viewer: folderHolder };
  };
  const byKey = async (authorization: string): Promise<Visitor | undefined> => {
    const [, key = ''] = /^Bearer ([\w-]{1,200})$/.exec(authorization) ?? [];
    if (/^akb_[0-9a-f]{8}_[\w-]{43}$/.test(key)) return await door.byKey(key);
    if (!signIn.keyFits(key)) return undefined;
    if (await door.hasUsers()) throw new Refusal({ code: 'folderKeyOff' });
    return { viewer: folderHolder, key: { id: null } };
  };
  return {
    sessionOf,
    checkPlace(request) {
      const { headers } = request;
      const host = (headers.host ?? '').toLowerCase();
      if (!isOurs(host)) throw new Refusal({ code: 'foreignHost', params: { host } });
      const { origin } = headers;
      const ours = host === proxyHost ? binding.proxy : `${binding.tls ? 'https' : 'http'}://${host}`;
      const site = headers['sec-fetch-site'];
      const foreign = site === 'cross-site' || site === 'same-site';
      if ((origin !== undefined && origin !== ours) || (foreign && !isVisit(request))) {
        throw new Refusal({ code: 'foreignOrigin', params: { origin: origin ?? '' } });
      }
    },
    async checkVisitor(request) {
      const visitor = await (request.headers.authorization === undefined
        ? bySession(sessionOf(request))
        : byKey(request.headers.authorization));
      if (visitor === undefined) throw new Refusal({ code: 'notSignedIn' });
      return visitor;
    },
    sessionCookie: (session) =>
      `${cookie()}=${session}; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}${session === '' ? '; Max-Age=0' : ''}`,
    addressOf({ headers, socket }) {
      // The proxy adds the one who asked it as the last; what stands before that anybody may have written.
      const forwarded =
        binding.proxy &&
        String(headers['x-forwarded-for'] ?? '')
          .split(',')
          .at(-1)
          ?.trim();
      const address = forwarded || (socket.remoteAddress ?? '');
      // Who has one address of IPv6 has the 2^64 of its network.
      return isIP(address) === 6 && !address.includes('.') ? networkOf(address) : address;
    },
    headersFor({ headers }) {
      // Of «localhost» it would lock out every other program of this computer that speaks plain HTTP there.
      const strict = secure && !/^localhost(:|$)/i.test(headers.host ?? '');
      return strict ? { ...safetyHeaders, 'strict-transport-security': 'max-age=31536000' } : safetyHeaders;
    },
  };
}

/** Somebody follows a link to a page of the application, from a letter say: the page holds nothing of the data. */
const isVisit = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' &&
  !url.startsWith('/api/') &&
  headers['sec-fetch-mode'] === 'navigate' &&
  headers['sec-fetch-dest'] === 'document';

const safetyHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** The first 64 bits of an address of IPv6. */
function networkOf(address: string): string {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const groups = head === '' ? [] : head.split(':');
  const behind = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array(Math.max(0, 8 - groups.length - behind.length)).fill('0');
  return [...groups, ...(tail === undefined ? [] : zeros), ...behind]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
