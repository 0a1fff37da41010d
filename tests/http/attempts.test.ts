import type { FastifyRequest } from 'fastify';
import { describe, expect, test } from 'vitest';
import type { Binding } from '../../src/edges/http/address.ts';
import { createAttempts } from '../../src/edges/http/attempts.ts';
import { createGuard } from '../../src/edges/http/guard.ts';
import { createSignIn } from '../../src/edges/http/sign-in.ts';
import { fakeApplication } from '../doubles/fake-application.ts';
import { refusalOf } from '../harness/application.ts';

const minute = 60_000;
const fails = async (): Promise<never> => {
  throw new Error('refused');
};

describe('attempts of an address', () => {
  test('end after fifty failures, for a quarter of an hour from the first', async () => {
    let clock = 0;
    const attempts = createAttempts(() => clock);
    for (let time = 0; time < 50; time++) {
      await expect(attempts.run('192.0.2.1', fails)).rejects.toThrow('refused');
      clock += 1000;
    }
    expect(await refusalOf(attempts.run('192.0.2.1', fails))).toEqual([
      { code: 'tooManySignIns', params: { minutes: 15 } },
    ]);
    expect(await attempts.run('192.0.2.2', async () => 'in')).toBe('in');
    clock = 15 * minute;
    expect(await attempts.run('192.0.2.1', async () => 'in')).toBe('in');
  });

  test('do not end by successes', async () => {
    const attempts = createAttempts(() => 0);
    for (let time = 0; time < 200; time++)
      expect(await attempts.run('192.0.2.1', async () => time)).toBe(time);
  });

  test('are eight at a time for all', async () => {
    const attempts = createAttempts(() => 0);
    const { promise, resolve } = Promise.withResolvers<void>();
    const waiting = Array.from({ length: 8 }, (_, host) => attempts.run(`192.0.2.${host}`, () => promise));
    expect(await refusalOf(attempts.run('192.0.2.9', async () => undefined))).toEqual([
      { code: 'tooManyRequests' },
    ]);
    resolve();
    await Promise.all(waiting);
    expect(await attempts.run('192.0.2.9', async () => 'in')).toBe('in');
  });

  test('of many addresses take no memory without end, nor does one that fails crowd out the newest', async () => {
    const attempts = createAttempts(() => 0);
    for (let host = 0; host < 10_050; host++)
      await expect(attempts.run(`host-${host}`, fails)).rejects.toThrow();
    for (let time = 0; time < 49; time++)
      await expect(attempts.run('host-10049', fails)).rejects.toThrow('refused');
    expect(await refusalOf(attempts.run('host-10049', fails))).toMatchObject([{ code: 'tooManySignIns' }]);
  });
});

describe('the address that attempts are counted by', () => {
  const { door } = fakeApplication().access;
  const addressOf = (binding: Partial<Binding>, remoteAddress: string, forwarded?: string) =>
    createGuard({ host: '127.0.0.1', port: 1, ...binding }, () => 1, createSignIn('key'), door).addressOf({
      headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
      socket: { remoteAddress },
    } as unknown as FastifyRequest);
  const proxy = 'https://akb.company.example';

  test.each([
    ['whoever asks', {}, '192.0.2.1', undefined, '192.0.2.1'],
    ['not what he says of himself', {}, '192.0.2.1', '198.51.100.7', '192.0.2.1'],
    ['whom the proxy names last', { proxy }, '127.0.0.1', '10.0.0.1, 198.51.100.7', '198.51.100.7'],
    ['the proxy where it names nobody', { proxy }, '127.0.0.1', undefined, '127.0.0.1'],
    ['the network of 64 bits', {}, '2001:db8:0:7:1:2:3:4', undefined, '2001:db8:0:7'],
    ['the same written shorter', {}, '2001:db8::7:1:2:3:4', undefined, '2001:db8:0:7'],
    ['a network of its own', {}, '2001:db8::1', undefined, '2001:db8:0:0'],
    ['this computer', {}, '::1', undefined, '0:0:0:0'],
    ['an old address in a new one', {}, '::ffff:192.0.2.1', undefined, '::ffff:192.0.2.1'],
  ])('%s', (_, binding, remote, forwarded, counted) => {
    expect(addressOf(binding, remote, forwarded)).toBe(counted);
  });
});
