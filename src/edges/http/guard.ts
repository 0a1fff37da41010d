import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../domain/problem.ts';
import { type Binding, hostCheck } from './address.ts';
import type { SignIn, Visitor } from './sign-in.ts';

export interface Guard {
  /** Refuses hosts and pages that are not ours. */
  checkPlace(request: FastifyRequest): void;
  /** Refuses who has neither the key nor a session. */
  checkVisitor(request: FastifyRequest): Visitor;
  sessionOf(request: FastifyRequest): string | undefined;
  sessionCookie(session: string): string;
}

export function createGuard(binding: Binding, port: () => number, signIn: SignIn): Guard {
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
  return {
    sessionOf,
    checkPlace({ headers }) {
      const host = (headers.host ?? '').toLowerCase();
      if (!isOurs(host)) throw new Refusal({ code: 'foreignHost', params: { host } });
      const { origin } = headers;
      const ours = host === proxyHost ? binding.proxy : `${binding.tls ? 'https' : 'http'}://${host}`;
      const site = headers['sec-fetch-site'];
      if ((origin !== undefined && origin !== ours) || site === 'cross-site' || site === 'same-site') {
        throw new Refusal({ code: 'foreignOrigin', params: { origin: origin ?? '' } });
      }
    },
    checkVisitor(request) {
      const [, key] = /^Bearer ([\w-]{1,200})$/.exec(request.headers.authorization ?? '') ?? [];
      if (key !== undefined && signIn.keyFits(key)) return 'key';
      const session = sessionOf(request);
      if (session !== undefined && signIn.sessionFits(session)) return 'session';
      throw new Refusal({ code: 'notSignedIn' });
    },
    sessionCookie: (session) =>
      `${cookie()}=${session}; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}${session === '' ? '; Max-Age=0' : ''}`,
  };
}
