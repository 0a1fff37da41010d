import { z } from 'zod';
import { list, optional, problem, text } from './common.ts';
import { endpoint } from './endpoint.ts';
import { job } from './jobs.ts';

const place = z.object({ name: text(1000), within: text(1000) });

export const placesEndpoint = endpoint({
  name: 'places',
  method: 'GET',
  path: '/places',
  summary: 'Own corrections of the built-in table of towns and regions.',
  answer: { as: 'json', schema: z.object({ places: list(place) }) },
});

export const setPlaceEndpoint = endpoint({
  name: 'setPlace',
  method: 'PUT',
  path: '/places',
  summary: 'Puts a town into a region or a region into a federal district, for later imports.',
  body: place,
  answer: { as: 'json', schema: place },
});

export const removePlaceEndpoint = endpoint({
  name: 'removePlace',
  method: 'DELETE',
  path: '/places/{name}',
  summary: 'Goes back to the built-in table.',
  params: z.object({ name: text(1000) }),
  answer: { as: 'nothing' },
});

export const doctorEndpoint = endpoint({
  name: 'doctor',
  method: 'GET',
  path: '/doctor',
  summary: 'Checks the installation and the data, changes nothing.',
  answer: {
    as: 'json',
    schema: z.object({
      checks: list(
        z.object({
          check: z.string(),
          ok: z.boolean(),
          problem: optional(problem),
          detail: optional(z.string()),
        }),
      ),
    }),
  },
});

export const backupEndpoint = endpoint({
  name: 'backup',
  method: 'POST',
  path: '/backups',
  needs: { permission: 'operate', whole: true },
  summary:
    'Saves everything at one version: into the data folder, or, for whoever has the key, where it says.',
  body: z.strictObject({ folder: optional(text(4096)) }),
  answer: { as: 'json', status: 202, schema: job },
});
