import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { folderHolder, type Viewer } from '../../src/domain/access.ts';
import type { CaseKey, Scheme } from '../../src/domain/integrity/scheme.ts';
import type { Application } from '../../src/facade.ts';
import { newUserOf } from '../access/desk.ts';
import { engines, refusalOf, type TestApplication } from '../harness/application.ts';
import { played, playedFiles } from './played-ledger.ts';

describe.each(engines)('signals (%s)', (_, open) => {
  let akb: TestApplication;
  let application: Application;
  const ids = new Map<string, number>();
  beforeAll(async () => {
    vi.stubEnv('AKB_TODAY', '2026-11-02');
    akb = (await open()) as TestApplication;
    application = akb.application;
    for (const files of playedFiles) await akb.load(files, { source: 'учёт' });
    for (const { id, name } of (await application.organisation()).members) ids.set(name, id);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await akb.remove();
  });

  const keyOf = (scheme: Scheme, month: string): CaseKey => ({ scheme, rep: ids.get('Анна') ?? 0, month });
  const signals = async (by: Application = application) =>
    (await by.integrity.signals({ limit: 500 })).signals;

  test('whoever plays is told of, scheme by scheme, and his honest neighbour is not', async () => {
    const found = await signals();
    expect(found.map(({ repName, scheme, month }) => `${repName} ${scheme} ${month}`).toSorted()).toEqual(
      played.map((one) => `Анна ${one}`).toSorted(),
    );
    expect(found.every(({ state, peers, own }) => state === 'new' && peers < 0.05 && (own ?? 0) < 0.1)).toBe(
      true,
    );
  });

  describe('a signal comes with its evidence', () => {
    test('customers, documents and what they are compared with', async () => {
      const { signal, evidence } = await application.integrity.signal(keyOf('cheapestTick', '2026-02'));
      expect(signal).toMatchObject({ marked: 4 });
      expect(
        evidence.map(({ customer, number, date, amount, usual, product }) => [
          ...[customer.name, number, date, amount, usual, product],
        ]),
      ).toEqual(
        [1, 2, 3, 4].map((i) => [
          ...[`Галочка ${i}`, `2026-02-26/Галочка ${i}/`, '2026-02-26', '10', '1000', 'Спички'],
        ]),
      );
    });

    test('of several documents the latest, and whoever made it', async () => {
      const { evidence } = await application.integrity.signal(keyOf('zeroPrice', '2025-12'));
      expect(evidence.map(({ number }) => number)).toEqual(
        [1, 2, 3, 4].map((i) => `2025-12-12/Образец ${i}/`),
      );
    });

    test('what the cards lack, whose volume it was, who the new customer looks like', async () => {
      const ghosts = await application.integrity.signal(keyOf('ghostClient', '2026-04'));
      expect(ghosts.evidence[0]?.gaps).toEqual(['inn', 'street', 'samePhone']);
      const split = await application.integrity.signal(keyOf('splitSale', '2026-05'));
      expect(split.evidence.map(({ other }) => other?.name)).toEqual(Array(4).fill('База'));
      const again = await application.integrity.signal(keyOf('duplicateNew', '2026-07'));
      expect(again.evidence.map(({ other }) => other?.name).toSorted()).toEqual([
        ...['Звёздный Якорь ООО', 'Медный Журавль ООО', 'Тихая Заводь ООО'],
      ]);
    });
  });

  describe('a review', () => {
    const key = keyOf.bind(null, 'zeroPrice', '2025-12');
    const team = (name: string) => ({ nodes: [{ dimension: 'team', member: ids.get(name) ?? 0 } as const] });
    const holder = () => application.as(folderHolder);
    let north: Viewer;
    let south: Viewer;
    let director: Viewer;
    beforeAll(async () => {
      await application.access.addUser(folderHolder, newUserOf('first', 'owner'));
      const user = async (
        role: Viewer['role'],
        nodes: ReturnType<typeof team>['nodes'] | null,
        login: string,
      ): Promise<Viewer> => {
        const { id } = await application.access.addUser(folderHolder, {
          ...newUserOf(login, role),
          scope: { nodes },
        });
        return { user: id, role, scope: { nodes }, hidden: [] };
      };
      north = await user('supervisor', team('Север').nodes, 'north');
      south = await user('supervisor', team('Юг').nodes, 'south');
      director = await user('director', null, 'director');
    });

    test('says what one has found and waits for another person', async () => {
      const said = { version: 0, verdict: 'explained', comment: ' образцы поставщика ' } as const;
      const { signal, reviews, stated } = await application.as(north).integrity.review(key(), said);
      expect(signal.state).toBe('waiting');
      expect(reviews).toMatchObject([{ version: 1, comment: 'образцы поставщика', agreed: null }]);
      expect(stated).toBe(true);
      expect(await refusalOf(application.as(north).integrity.agree(key(), 1))).toEqual([
        { code: 'signalSamePerson' },
      ]);
    });

    test('holds when another person agrees', async () => {
      const { signal, reviews } = await application.as(director).integrity.agree(key(), 1);
      expect(signal.state).toBe('explained');
      expect(reviews[0]?.agreed?.by).not.toBe('');
      const { counts } = await application.integrity.signals({ limit: 0 });
      expect(counts).toEqual({ new: 9, waiting: 0, confirmed: 0, explained: 1, dismissed: 0 });
      expect(await application.integrity.counts()).toEqual(counts);
    });

    test('may be opened again by another verdict, which again waits; nobody overwrites what he has not seen', async () => {
      const said = { version: 1, verdict: 'confirmed', comment: 'образцов не было' } as const;
      const { signal, reviews } = await holder().integrity.review(key(), said);
      expect([signal.state, reviews.map(({ verdict }) => verdict)]).toEqual([
        'waiting',
        ['confirmed', 'explained'],
      ]);
      expect(await refusalOf(application.as(director).integrity.review(key(), said))).toMatchObject([
        { code: 'signalStale' },
      ]);
      expect(await refusalOf(application.as(director).integrity.agree(key(), 1))).toMatchObject([
        { code: 'signalStale' },
      ]);
    });

    test('is not for whoever the signal is about, nor for reps at all', async () => {
      const scope = { nodes: [{ dimension: 'rep', member: ids.get('Анна') ?? 0 } as const] };
      const said = { version: 2, verdict: 'dismissed', comment: 'всё честно' } as const;
      const herself = application.as({ ...north, scope });
      expect((await herself.integrity.signal(key())).own).toBe(true);
      expect(await refusalOf(herself.integrity.review(key(), said))).toEqual([{ code: 'signalOwn' }]);
      expect(await refusalOf(application.as({ ...north, role: 'rep' }).integrity.counts())).toMatchObject([
        { code: 'notAllowed' },
      ]);
    });

    test('is of the reps whom one is in charge of', async () => {
      expect(await signals(application.as(north))).toHaveLength(played.length);
      expect(await signals(application.as(south))).toEqual([]);
      expect(await refusalOf(application.as(south).integrity.signal(key()))).toMatchObject([
        { code: 'signalUnknown' },
      ]);
    });

    test('is in the audit, and stays when its signal has gone with its import', async () => {
      const { entries } = await application.audit({ action: 'signalReviewed', limit: 10 });
      expect(entries.map(({ subject, outcome }) => [subject?.id, outcome])).toContainEqual([
        `16-${key().rep}-2025-12`,
        'done',
      ]);
      const late = keyOf('backdated', '2026-09');
      await holder().integrity.review(late, {
        version: 0,
        verdict: 'confirmed',
        comment: 'проведены в октябре',
      });
      await akb.undo((await application.imports()).at(-1)?.importId ?? 0);
      expect((await application.integrity.signal(late)).signal).toMatchObject({ found: false, marked: 4 });
      expect(await signals()).toHaveLength(played.length);
    });
  });
});
