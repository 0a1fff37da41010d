import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { announce } from '../../src/edges/http/served-folder.ts';
import { type RunningServer, startServer } from '../../src/edges/http/server.ts';
import { servedApplication } from '../../src/edges/remote/served-application.ts';
import { fakeApplication } from '../doubles/fake-application.ts';
import { emptyFolder } from '../doubles/run-akb.ts';
import { askServer } from '../harness/server.ts';
import { otherCertificate, testTls } from '../support/tls-fixture.ts';

const version = '1.2.3';
let dataDir: string;
let server: RunningServer;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'akb-tls-'));
  server = await startServer({
    application: fakeApplication(),
    dataDir,
    binding: { host: '0.0.0.0', port: 0, tls: testTls },
    version,
  });
});
afterAll(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true });
});

/** A browser that knows the certificate. */
function ask(
  path: string,
  host: string,
  body?: object,
): Promise<{ status: number; cookie: string; hsts: string | undefined }> {
  const { port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const asked = request({
      ...{ host: '127.0.0.1', port, path, method: body ? 'POST' : 'GET' },
      headers: { host: `${host}:${port}`, 'content-type': 'application/json' },
      ...{ servername: 'akb.example', ca: testTls.cert },
    });
    asked.on('error', reject);
    asked.on('response', (response) => {
      response.resume();
      const { statusCode: status = 0, headers } = response;
      const { 'set-cookie': cookie, 'strict-transport-security': hsts } = headers;
      resolve({ status, cookie: String(cookie), hsts });
    });
    asked.end(body && JSON.stringify(body));
  });
}

test('with TLS other computers may come, by the names of the certificate', async () => {
  expect(new URL(server.newLink()).hostname).toBe('akb.example');
  expect((await ask('/health', 'akb.example')).status).toBe(200);
  expect((await ask('/health', 'other.example')).status).toBe(403);
});

test('the session never travels without it', async () => {
  const [, token] = server.newLink().split('#');
  const { status, cookie } = await ask('/api/v1/session', 'akb.example', { token });
  expect([status, cookie]).toEqual([204, expect.stringContaining('; Secure')]);
});

test('browsers are told to come with it from now on, but not of localhost, where other programs are', async () => {
  expect((await ask('/health', 'akb.example')).hsts).toBe('max-age=31536000');
  expect((await ask('/health', 'localhost')).hsts).toBeUndefined();
});

test('the command line trusts the certificate that the data folder names, and no other', async () => {
  const application = await servedApplication({ dataDir }, version);
  expect(await application?.dataState()).toMatchObject({ dataVersion: 7 });
  await application?.close();
  await announce(dataDir, { url: server.url, version, certificate: otherCertificate });
  const deceived = await servedApplication({ dataDir }, version);
  await expect(deceived?.dataState()).rejects.toThrow(/certificate/);
  await deceived?.close();
});

test('behind a proxy with TLS its address is the one that counts', async () => {
  const proxied = await startServer({
    application: fakeApplication(),
    dataDir: emptyFolder(),
    binding: { host: '0.0.0.0', port: 0, proxy: 'https://akb.company.example' },
    version,
  });
  const host = 'akb.company.example';
  const health = async (origin: string) =>
    (await askServer(`${proxied.url}/health`, { headers: { host, origin } })).status;
  expect(proxied.newLink()).toMatch(/^https:\/\/akb\.company\.example\/open#/);
  expect(await health('https://akb.company.example')).toBe(200);
  expect(await health('http://akb.company.example')).toBe(403);
  expect(await health('https://other.company.example')).toBe(403);
  await proxied.close();
});
