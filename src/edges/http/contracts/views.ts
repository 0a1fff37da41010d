import { z } from 'zod';
import { roles } from '../../../domain/access.ts';
import { viewChange, viewDocument } from '../../../domain/saved-view.ts';
import { count, list } from './common.ts';
import { endpoint } from './endpoint.ts';

const params = z.object({ id: z.coerce.number().int().positive() });
const view = z
  .object({
    id: count,
    name: z.string(),
    screen: z.string(),
    state: z.record(z.string(), z.unknown()).readonly(),
    roles: list(z.enum(roles)),
    own: z.boolean(),
    /** The reader may change and remove it. */
    changeable: z.boolean(),
    /** Name of its owner; empty: the owner of the data folder. */
    owner: z.string(),
    changedAt: z.string(),
  })
  .meta({ id: 'SavedView' });

export const viewsEndpoint = endpoint({
  name: 'views',
  method: 'GET',
  path: '/views',
  summary: 'Screens as you, or others for your role, have set them up, by name.',
  answer: { as: 'json', schema: z.object({ views: list(view) }) },
});

export const addViewEndpoint = endpoint({
  name: 'addView',
  method: 'POST',
  path: '/views',
  summary: 'Saves the state of a screen (JSON of at most 16 KiB) under a name, shared with roles or not.',
  body: viewDocument,
  answer: { as: 'json', status: 201, schema: view },
});

export const changeViewEndpoint = endpoint({
  name: 'changeView',
  method: 'PATCH',
  path: '/views/{id}',
  summary: 'Gives a view another name, state or roles. Its owner may, and whoever manages users.',
  params,
  body: viewChange,
  answer: { as: 'json', schema: view },
});

export const removeViewEndpoint = endpoint({
  name: 'removeView',
  method: 'DELETE',
  path: '/views/{id}',
  summary: 'Removes a view. Its owner may, and whoever manages users.',
  params,
  answer: { as: 'nothing' },
});
