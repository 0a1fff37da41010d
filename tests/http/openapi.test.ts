import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { clientFile, clientSource } from '../../scripts/generate-client.ts';
import { ApiProblem, api } from '../../src/edges/http/client/api.ts';
import { openApiDocument } from '../../src/edges/http/openapi.ts';
import { routes } from '../../src/edges/http/routes/index.ts';
import { newServer, type TestServer } from '../harness/server.ts';

describe('the OpenAPI document', () => {
  test('is valid 3.1', async () => {
    const validator = new Validator();
    const document = JSON.parse(JSON.stringify(openApiDocument(routes, '1.2.3')));
    expect(await validator.validate(document)).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  test('names every operation once', () => {
    const names = routes.map(({ endpoint }) => endpoint.name);
    expect(new Set(names).size).toBe(names.length);
  });
});

test('the client is the one that the document gives: node scripts/generate-client.ts', () => {
  expect(readFileSync(clientFile, 'utf8')).toBe(clientSource());
});

describe('the client in a browser', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await newServer();
    const [, token = ''] = server.newLink().split('#');
    const signedIn = await server.ask('/api/v1/session', { body: { token }, withKey: false });
    const [cookie = ''] = String(signedIn.headers['set-cookie']).split(';');
    // What a browser does: relative addresses, the cookie, its own page as the origin.
    const { fetch } = globalThis;
    vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) =>
      fetch(`${server.url}${path}`, { ...init, headers: { ...init.headers, cookie, origin: server.url } }),
    );
  });
  afterAll(async () => {
    vi.unstubAllGlobals();
    await server.remove();
  });

  test('imports a file and follows the job to its end', async () => {
    const text = 'Дата;Номер документа;Контрагент;Сумма\n01.10.2026;1;ООО Ромашка;100,00\n';
    const { uploadId } = await api.upload({ body: new Blob([text]) });
    const { id } = await api.createImport({ body: { files: [{ uploadId, name: 'отгрузки.csv' }] } });
    const states: string[] = [];
    for await (const job of api.jobEvents({ params: { jobId: id } })) {
      if (job.state === 'prepared') await api.applyJob({ params: { jobId: id } });
      if (states.at(-1) !== job.state) states.push(job.state);
    }
    expect(states).toEqual(['working', 'prepared', 'working', 'done']);
    const { reports } = await api.figures({ body: { periods: ['2026-10'] } });
    const customers = await Array.fromAsync(api.customers({ body: { period: '2026-10' } }));
    expect([reports[0]?.figures.activeBase, customers.map(({ name }) => name)]).toEqual([1, ['ООО Ромашка']]);
  });

  test('tells a refusal in words and by code', async () => {
    const refused = api.figures({ body: { periods: ['?'] } }, { language: 'en' });
    await expect(refused).rejects.toBeInstanceOf(ApiProblem);
    await expect(refused).rejects.toMatchObject({ details: { problems: [{ code: 'periodUnreadable' }] } });
  });

  test('makes links for downloads', () => {
    const query = { format: 'csv', period: 'ноябрь 2026' } as const;
    expect(api.exportCustomersAddress({ query })).toMatch(
      /^\/api\/v1\/exports\/customers\?format=csv&period=%D0/,
    );
  });
});
