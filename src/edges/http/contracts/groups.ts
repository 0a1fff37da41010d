import { z } from 'zod';
import { groupChange, groupKinds, newGroup } from '../../../domain/customer-group.ts';
import { count, list } from './common.ts';
import { endpoint } from './endpoint.ts';

const params = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });
const group = z
  .object({
    /** Of the client. */
    id: count,
    name: z.string(),
    kind: z.enum(groupKinds),
    entities: list(z.object({ id: count, name: z.string() })),
  })
  .meta({ id: 'CustomerGroup' });
const base = z.object({ client: count, legalEntity: count, deliveryPoint: count });
/** АКБ of months that change. */
const effect = list(z.object({ month: z.string(), before: base, after: base }));
const changed = z.object({ group, dataVersion: count, effect });

export const groupsEndpoint = endpoint({
  name: 'groups',
  method: 'GET',
  path: '/groups',
  summary: 'Clients that somebody has made of legal entities, by name.',
  answer: { as: 'json', schema: z.object({ groups: list(group) }) },
});

export const previewGroupEndpoint = endpoint({
  name: 'previewGroup',
  method: 'POST',
  path: '/groups/preview',
  summary: 'АКБ of the months that would change if these legal entities were one client; nothing is changed.',
  body: z.strictObject({ entities: newGroup.shape.entities }),
  answer: { as: 'json', schema: z.object({ effect }) },
});

export const previewGroupChangeEndpoint = endpoint({
  name: 'previewGroupChange',
  method: 'POST',
  path: '/groups/{id}/preview',
  summary: 'АКБ of the months that a change of a group would change; nothing is changed.',
  params,
  body: groupChange,
  answer: { as: 'json', schema: z.object({ effect }) },
});

export const addGroupEndpoint = endpoint({
  name: 'addGroup',
  method: 'POST',
  path: '/groups',
  summary: 'Makes one client of legal entities, whatever imports say: a new version of the data.',
  body: newGroup,
  answer: { as: 'json', status: 201, schema: changed },
});

export const changeGroupEndpoint = endpoint({
  name: 'changeGroup',
  method: 'PATCH',
  path: '/groups/{id}',
  summary: 'Renames a group, puts legal entities in or takes them out: a new version of the data.',
  params,
  body: groupChange,
  answer: { as: 'json', schema: changed },
});

export const dissolveGroupEndpoint = endpoint({
  name: 'dissolveGroup',
  method: 'DELETE',
  path: '/groups/{id}',
  summary: 'Takes all legal entities out of a group: they are what imports say again.',
  params,
  answer: { as: 'json', schema: changed },
});
