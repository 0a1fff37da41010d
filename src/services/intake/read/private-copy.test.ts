import { appendFileSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../../../tests/reading/reading-fixture.ts';
import { copyPrivately, spool } from './private-copy.ts';

function source(text = 'Дата;Сумма\n') {
  const folder = temporaryFolder();
  const path = join(folder, 'source.csv');
  writeFileSync(path, text, { mode: 0o644 });
  return { path, target: join(folder, 'copy') };
}

const copied = async (...of: Parameters<typeof copyPrivately>) => (await copyPrivately(...of)).whole();

describe('a private copy', () => {
  test('is whole and nobody else may read it', async () => {
    const { path, target } = source();
    const copying = await copyPrivately(path, target);
    await copying.whole();
    expect(copying.bytes).toBe(statSync(path).size);
    expect(readFileSync(target, 'utf8')).toBe('Дата;Сумма\n');
    expect(statSync(target).mode & 0o777).toBe(0o600);
  });

  test('of a file that grows meanwhile is refused', async () => {
    const { path, target } = source();
    const slowly = async (from: string, to: string) => {
      writeFileSync(to, readFileSync(from));
      appendFileSync(from, 'ещё строка\n');
    };
    await expect(copied(path, target, slowly)).rejects.toThrow('fileChangesWhileRead');
  });

  test('of a file that changes after it was copied, while it is still being read, is refused', async () => {
    const { path, target } = source();
    const copying = await copyPrivately(path, target);
    await vi.waitFor(() => expect(statSync(target).size).toBe(copying.bytes));
    appendFileSync(path, 'ещё строка\n');
    await expect(copying.whole()).rejects.toThrow('fileChangesWhileRead');
  });

  test('of a file that is rewritten at the same length meanwhile is refused', async () => {
    const { path, target } = source();
    const slowly = async (from: string, to: string) => {
      writeFileSync(to, readFileSync(from));
      utimesSync(from, new Date(), new Date(Date.now() + 5000));
    };
    await expect(copied(path, target, slowly)).rejects.toThrow('fileChangesWhileRead');
  });

  test('of a file that is gone, and on a full disk', async () => {
    const { path, target } = source();
    await expect(copied(`${path}x`, target)).rejects.toThrow('fileMissing');
    const full = async () => {
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    };
    await expect(copied(path, target, full)).rejects.toThrow('diskFull');
  });

  test('of a stream that can be read only once', async () => {
    const { target } = source();
    expect(await spool(Readable.from([Buffer.from('Дата;'), Buffer.from('Сумма\n')]), target)).toBe(
      Buffer.byteLength('Дата;Сумма\n'),
    );
    expect(readFileSync(target, 'utf8')).toBe('Дата;Сумма\n');
    expect(statSync(target).mode & 0o777).toBe(0o600);
  });
});
