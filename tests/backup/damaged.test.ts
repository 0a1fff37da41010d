import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { currentVersion } from '../../src/services/ledger/data-version.ts';
import { backupTo } from '../../src/use-cases/backup/backup-to.ts';
import { restoreFrom } from '../../src/use-cases/backup/restore-from.ts';
import { withRoom } from '../harness/disk.ts';
import { type Installation, importShipments, newEmbeddedInstallation } from '../harness/installation.ts';
import { september } from './sample.ts';

let parent: string;
let whole: string;
let target: Installation;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'akb-damaged-'));
  const source = await newEmbeddedInstallation();
  await importShipments(source, september);
  await importShipments(
    source,
    september.slice(0, 3).map((one) => ({ ...one, amount: 1 })),
  );
  whole = (await backupTo(source.stores, join(parent, 'whole'))).folder;
  await source.remove();
  target = await newEmbeddedInstallation();
}, 300_000);
afterAll(async () => {
  await target.remove();
  await rm(parent, { recursive: true, force: true });
});

interface Signed extends Record<string, unknown> {
  version: { months: Record<string, { lines: number; checksum: string }> };
  schemas: { records: number; warehouse: number };
  records: { path: string; table: string; sha256: string; bytes: number; rows: number }[];
}

describe('a backup that is not what was written is refused, and nothing is changed', () => {
  let copy: string;
  let number = 0;
  beforeEach(async () => {
    copy = join(parent, `copy-${++number}`);
    await cp(whole, copy, { recursive: true });
  });

  const restore = () => restoreFrom(copy, target.stores);
  const refusalOf = async (): Promise<unknown> => await restore().catch((error: unknown) => error);
  const expectRefusal = async (...problems: { code: string; params?: object }[]): Promise<void> => {
    const expected = problems.map((problem) =>
      expect.objectContaining({ ...problem, params: expect.objectContaining(problem.params ?? {}) }),
    );
    expect(await refusalOf()).toMatchObject({ name: 'Refusal', problems: expected });
    await expectEmpty();
  };
  const expectEmpty = async (): Promise<void> => {
    expect(await currentVersion(target.stores.records)).toMatchObject({ version: 0 });
    const { rows } = await target.stores.records.pool.query('SELECT * FROM import, party');
    expect(rows).toEqual([]);
    const [left] = await target.stores.warehouse.rows(
      `SELECT sum(rows) AS rows FROM system.parts WHERE active AND database = currentDatabase()`,
    );
    expect(left).toEqual({ rows: '0' });
  };
  const file = async (start: string): Promise<string> => {
    const found = (await readdir(copy, { recursive: true })).find((path) => path.startsWith(start));
    if (found === undefined) throw new Error(`no ${start}`);
    return found;
  };
  const manifest = () => join(copy, 'manifest.json');
  const resign = async (change: (content: Signed) => void): Promise<void> => {
    const { sha256: _, ...content } = JSON.parse(await readFile(manifest(), 'utf8')) as Signed;
    change(content as Signed);
    const sha256 = createHash('sha256').update(JSON.stringify(content)).digest('hex');
    await writeFile(manifest(), JSON.stringify({ ...content, sha256 }));
  };

  test('one letter of a table changed', async () => {
    const party = (await readdir(join(copy, 'records'))).find((name) => name.includes('party.')) ?? '';
    const names = await readFile(join(copy, 'records', party), 'utf8');
    await writeFile(join(copy, 'records', party), names.replace('Клиент', 'Клиэнт'));
    await expectRefusal({ code: 'backupFileDamaged', params: { file: `records/${party}` } });
  });

  test('a truncated Parquet file', async () => {
    const path = await file('warehouse/journal-');
    await truncate(join(copy, path), (await stat(join(copy, path))).size - 100);
    await expectRefusal({ code: 'backupFileDamaged', params: { file: path } });
  });

  test('two files gone: both are named', async () => {
    const paths = [await file('records/'), await file('warehouse/document-')];
    for (const path of paths) await rm(join(copy, path));
    await expectRefusal(
      ...[...paths].sort().map((path) => ({ code: 'backupFileMissing', params: { file: path } })),
    );
  });

  test('the manifest edited by hand', async () => {
    const text = await readFile(manifest(), 'utf8');
    await writeFile(manifest(), text.replace(/"lines": \d+/, '"lines": 1000'));
    await expectRefusal({ code: 'backupManifestDamaged' });
  });

  test('the manifest cut off, or none', async () => {
    const text = await readFile(manifest(), 'utf8');
    await writeFile(manifest(), text.slice(0, 200));
    await expectRefusal({ code: 'backupManifestDamaged' });
    await rm(manifest());
    await expectRefusal({ code: 'backupManifestMissing' });
  });

  test('a manifest that leads out of the folder', async () => {
    await resign((content) => {
      for (const one of content.records) one.path = '../../etc/passwd';
    });
    await expectRefusal({ code: 'backupManifestDamaged' });
  });

  test('a backup of a newer program, and one of another schema', async () => {
    await resign((content) => {
      content.format = 2;
    });
    await expectRefusal({ code: 'backupNewer', params: { found: '2' } });
    await resign((content) => {
      content.format = 1;
      content.schemas.records += 1;
    });
    await expectRefusal({ code: 'backupOtherSchema' });
  });

  test('figures that the journal does not give: what was written is taken back', async () => {
    await resign((content) => {
      const month = content.version.months['202609'];
      if (month !== undefined) month.checksum = '1';
      content.version.months['202608'] = { lines: 1, checksum: '1' };
    });
    await expectRefusal({ code: 'restoreUnlike', params: { months: '202608, 202609', count: 2 } });
  });

  test('rows that do not go in: what was written is taken back', async () => {
    const path = (await readdir(join(copy, 'records'))).find((name) => name.includes('mention.')) ?? '';
    const text = (await readFile(join(copy, 'records', path), 'utf8')).replace(/^\d+\t/, '99999\t');
    await writeFile(join(copy, 'records', path), text);
    await resign((content) => {
      const entry = content.records.find((one) => one.path.endsWith(path));
      if (entry === undefined) throw new Error('not listed');
      entry.bytes = Buffer.byteLength(text);
      entry.sha256 = createHash('sha256').update(text).digest('hex');
    });
    expect(await refusalOf()).toMatchObject({ message: expect.stringContaining('foreign key') });
    await expectEmpty();
  });

  test('and then the whole one goes in, once', async () => {
    expect(await restore()).toEqual({ dataVersion: 3 });
    const problems = [{ code: 'restoreNotEmpty' }];
    expect(await refusalOf()).toMatchObject({ problems });
    expect(await currentVersion(target.stores.records)).toMatchObject({ version: 3, applied: [1, 2] });
  });
});

describe('a folder that cannot take a backup is refused and left as it is', () => {
  const refusalOf = async (folder: string): Promise<unknown> =>
    await backupTo(target.stores, folder).catch((error: unknown) => error);

  test('a folder with something in it', async () => {
    const folder = join(parent, 'mine');
    await mkdir(folder);
    await writeFile(join(folder, 'письмо.txt'), 'моё');
    expect(await refusalOf(folder)).toMatchObject({
      problems: [{ code: 'backupFolderNotEmpty', params: { folder } }],
    });
    expect(await readdir(folder)).toEqual(['письмо.txt']);
  });

  test('a file, and a folder of that name that somebody else keeps for his own', async () => {
    const file = join(parent, 'file');
    await writeFile(file, '');
    expect(await refusalOf(file)).toMatchObject({ problems: [{ code: 'backupFolderNotEmpty' }] });
    const folder = join(parent, 'other');
    await mkdir(`${folder}.partial`);
    await writeFile(join(`${folder}.partial`, 'письмо.txt'), 'моё');
    expect(await refusalOf(folder)).toMatchObject({
      problems: [{ code: 'backupFolderNotEmpty', params: { folder: `${folder}.partial` } }],
    });
    expect(await readdir(`${folder}.partial`)).toEqual(['письмо.txt']);
  });

  test('a place where nothing can be made', async () => {
    const folder = join(parent, 'file', 'below');
    expect(await refusalOf(folder)).toMatchObject({ problems: [{ code: 'backupFolderUnusable' }] });
  });

  test('a name that the engine would take for a pattern', async () => {
    expect(await refusalOf(join(parent, 'копия [1]'))).toMatchObject({
      problems: [{ code: 'backupFolderName' }],
    });
  });

  test('a disk without room', async () => {
    const folder = join(parent, 'no-room');
    expect(await withRoom(5, () => refusalOf(folder))).toMatchObject({
      problems: [{ code: 'backupNoSpace', params: { free: 5 } }],
    });
    expect((await readdir(parent)).filter((name) => name.startsWith('no-room'))).toEqual([]);
  });

  test('an empty folder is as good as none', async () => {
    const folder = join(parent, 'empty');
    await mkdir(folder);
    await backupTo(target.stores, folder);
    expect(await readdir(folder)).toContain('manifest.json');
  });
});
