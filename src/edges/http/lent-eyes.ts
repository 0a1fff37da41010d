import type { FastifyRequest } from 'fastify';
import type { Viewer } from '../../domain/access.ts';
import { Refusal } from '../../domain/problem.ts';
import type { Door } from '../../use-cases/access/access.ts';
import type { Visitor } from '../../use-cases/access/visitor.ts';

/**
 * With whose eyes a visitor looks: his own, or those of the user whom `AKB-View-As` names. A look is recorded when it
 * begins, and again after he has looked as somebody else or as himself. What is known of looks ends with the process:
 * the next request begins a new one.
 */
export function lentEyes(
  doorOf: (visitor: Visitor, request: FastifyRequest) => Door,
): (visitor: Visitor, request: FastifyRequest) => Promise<Viewer> {
  const looks = new Map<string, { readonly user: number; readonly recorded: Promise<Viewer> }>();
  return async (visitor, request) => {
    const { viewer, session, key } = visitor;
    const who = session ? `session ${session.id}` : key ? `key ${key.id}` : 'holder';
    const named = request.headers['akb-view-as'];
    if (named === undefined) {
      looks.delete(who);
      return viewer;
    }
    if (typeof named !== 'string' || !/^[1-9]\d{0,8}$/.test(named))
      throw new Refusal({ code: 'requestWrong', params: { where: 'headers.akb-view-as' } });
    const user = Number(named);
    const door = doorOf(visitor, request);
    const before = looks.get(who);
    if (before?.user === user) {
      await before.recorded;
      // His rights, and those of whom he looks as, are those of this moment. What is refused by now is recorded.
      const still = await door.viewAs(viewer, user, 'still').catch(() => undefined);
      if (still !== undefined) return still;
    }
    const recorded = door.viewAs(viewer, user);
    const look = { user, recorded };
    looks.set(who, look);
    try {
      return await recorded;
    } catch (error) {
      if (looks.get(who) === look) looks.delete(who);
      throw error;
    }
  };
}
