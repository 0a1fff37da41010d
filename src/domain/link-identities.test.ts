import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EntityFacts, entityKey, type Identity } from './identity.ts';
import { linkIdentities } from './link-identities.ts';

const inns = ['0001000010', '0001000028', '0001000035'] as const;

function identities(...rows: readonly EntityFacts[]): readonly Identity[] {
  return rows.map(entityKey).filter((identity) => identity !== null);
}

/** Unit of every row, in order, and what is proposed. */
function link(...rows: readonly EntityFacts[]) {
  const { linked, proposals } = linkIdentities(identities(...rows));
  return { units: linked.map(({ unit }) => unit), proposals };
}

describe('one legal entity of two sources becomes one unit', () => {
  test('by ИНН, when one side does not know the КПП', () => {
    const { units, proposals } = link(
      { source: 'main', code: 'ОП-000101', inn: inns[0], name: 'Ромашка ООО' },
      { source: 'bitrix24', code: '1017', inn: inns[0], kpp: '000101001', name: 'Ромашка', city: 'Киров' },
    );
    expect(units).toEqual(['code|main|оп-000101', 'code|main|оп-000101']);
    expect(proposals).toEqual([]);
  });

  test('by name and city', () => {
    expect(
      link(
        { source: 'bitrix24', code: '1017', inn: inns[0], name: 'Ромашка', city: 'Киров' },
        { source: 'amocrm', name: 'ООО «Ромашка»', city: 'г. Киров' },
      ).units,
    ).toEqual(['code|bitrix24|1017', 'code|bitrix24|1017']);
  });

  test('by name, when one side does not know the city and there is one such name', () => {
    expect(
      link(
        { source: 'main', code: '1', name: 'Ромашка' },
        { source: 'crm', code: 'a', name: 'Ромашка', city: 'Киров' },
      ).units,
    ).toEqual(['code|main|1', 'code|main|1']);
  });

  test('a person by phone and surname', () => {
    const person = { person: true, phone: '8 900 000-00-04' };
    expect(
      link(
        { source: 'crm', code: '7', name: 'Зорин Семён', ...person },
        { source: 'main', name: 'Зорин С. П.', ...person },
      ).units,
    ).toEqual(['code|crm|7', 'code|crm|7']);
  });
});

describe('what speaks against it keeps units apart', () => {
  test('two codes of one source with one ИНН: proposed', () => {
    const { units, proposals } = link(
      { source: 'main', code: '1', inn: inns[0], name: 'Ромашка' },
      { source: 'main', code: '2', inn: inns[0], name: 'Ромашка дубль' },
    );
    expect(units).toEqual(['code|main|1', 'code|main|2']);
    expect(proposals).toEqual([
      { a: 'code|main|2', b: 'code|main|1', reason: 'sameInn', key: `inn|${inns[0]}` },
    ]);
  });

  test('one name with two ИНН: not even proposed', () => {
    const { units, proposals } = link(
      { source: 'main', code: '1', inn: inns[0], name: 'Ромашка', city: 'Киров' },
      { source: 'crm', code: '1', inn: inns[1], name: 'Ромашка', city: 'Киров' },
    );
    expect(units).toEqual(['code|main|1', 'code|crm|1']);
    expect(proposals).toEqual([]);
  });

  test('two divisions of one ИНН by КПП, though name and city agree: proposed', () => {
    const { units, proposals } = link(
      { source: 'main', inn: inns[0], kpp: '000101001', name: 'Ромашка', city: 'Киров' },
      { source: 'crm', inn: inns[0], kpp: '000201001', name: 'Ромашка', city: 'Киров' },
    );
    expect(new Set(units).size).toBe(2);
    expect(proposals).toMatchObject([{ reason: 'sameName' }]);
  });

  test('two towns, also when a card without a town has been joined with one of them', () => {
    expect(
      link(
        { source: 'main', code: '1', name: 'Ромашка' },
        { source: 'crm', code: '1', name: 'Ромашка', city: 'Киров' },
        { source: 'shop', code: '1', name: 'Ромашка', city: 'Слободской' },
      ).units,
    ).toEqual(['code|main|1', 'code|main|1', 'code|shop|1']);
  });
});

describe('with two candidates nothing is guessed', () => {
  test('a name without a town, of which two towns have one', () => {
    const { units, proposals } = link(
      { source: 'main', code: '1', name: 'Ромашка', city: 'Киров' },
      { source: 'main', code: '2', name: 'Ромашка', city: 'Слободской' },
      { source: 'crm', name: 'Ромашка' },
    );
    expect(units[2]).toBe('name|ромашка|');
    expect(proposals).toMatchObject([{ a: 'name|ромашка|', b: 'code|main|1', reason: 'sameName' }]);
  });

  test('an ИНН that two units have', () => {
    const { units, proposals } = link(
      { source: 'main', code: '1', inn: inns[0] },
      { source: 'main', code: '2', inn: inns[0] },
      { source: 'crm', code: '9', inn: inns[0] },
    );
    expect(units[2]).toBe('code|crm|9');
    expect(proposals).toHaveLength(2);
  });

  test('the candidate without an ИНН is proposed, not the one with another', () => {
    const { proposals } = link(
      { source: 'main', code: '1', inn: inns[0], name: 'Ромашка', city: 'Киров' },
      { source: 'main', code: '2', name: 'Ромашка', city: 'Киров' },
      { source: 'crm', code: '9', inn: inns[1], name: 'Ромашка', city: 'Киров' },
    );
    expect(proposals).toContainEqual({
      a: 'code|crm|9',
      b: 'code|main|2',
      reason: 'sameName',
      key: 'name|ромашка|киров',
    });
  });
});

test('«Ромашка (Лесная)» and «Ромашка (Садовая)» of a hand-kept table are two units, proposed as duplicates', () => {
  const { units, proposals } = link(
    { source: 'main', name: 'Ромашка (Лесная)', city: 'Киров' },
    { source: 'main', name: 'Ромашка (Садовая)', city: 'киров' },
    { source: 'main', name: 'Василек', city: 'г.Слободской' },
  );
  expect(new Set(units).size).toBe(3);
  expect(proposals).toEqual([
    {
      a: 'name|ромашка (садовая)|киров',
      b: 'name|ромашка (лесная)|киров',
      reason: 'similarName',
      key: 'name|ромашка|киров',
    },
  ]);
});

test('a retired card is proposed together with the live one', () => {
  const { units, proposals } = link(
    { source: 'main', code: '1', name: 'Ромашка', city: 'Киров' },
    { source: 'main', code: '2', name: 'не исп_Ромашка', city: 'Киров' },
  );
  expect(new Set(units).size).toBe(2);
  expect(proposals).toMatchObject([{ reason: 'similarName' }]);
});

test('an identity seen again changes nothing', () => {
  const rows = identities(
    { source: 'main', code: '1', name: 'Ромашка' },
    { source: 'main', code: '1', name: 'Василёк' },
  );
  const first = linkIdentities(rows);
  expect(first.linked).toHaveLength(1);
  expect(linkIdentities(rows, first.linked)).toEqual({ linked: [], proposals: [] });
});

describe('for any rows', () => {
  const optional = <T>(...values: readonly T[]) => fc.constantFrom(undefined, ...values);
  const row = fc
    .record({
      source: fc.constantFrom('main', 'crm', 'shop'),
      code: optional('1', '2', '3'),
      inn: optional(...inns.slice(0, 2)),
      kpp: optional('000101001', '000201001'),
      name: optional('Зорин Семён', 'Зорин Пётр', 'Ромашка', 'Ромашка (Лесная)', 'Ромашка (Садовая)'),
      city: optional('Киров', 'Слободской'),
      phone: optional('+79000000002'),
      person: fc.boolean(),
    })
    .map((facts) => entityKey(JSON.parse(JSON.stringify(facts)) as EntityFacts))
    .filter((identity) => identity !== null);
  const rows = fc.array(row, { maxLength: 24 });

  test('linking from scratch and linking import by import give the same', () => {
    fc.assert(
      fc.property(rows, fc.nat(24), (all, cut) => {
        const whole = linkIdentities(all);
        const first = linkIdentities(all.slice(0, cut));
        const second = linkIdentities(all.slice(cut), first.linked);
        expect([...first.linked, ...second.linked]).toEqual(whole.linked);
        expect([...first.proposals, ...second.proposals]).toEqual(whole.proposals);
      }),
    );
  });

  test('no unit has two codes of one source, two ИНН, or two КПП', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const units = Map.groupBy(linkIdentities(all).linked, ({ unit }) => unit);
        for (const members of units.values()) {
          const distinct = (values: readonly (string | null)[]) =>
            new Set(values.filter((value) => value !== null)).size;
          for (const source of ['main', 'crm', 'shop']) {
            const codes = members.filter(({ identity }) => identity.source === source);
            expect(distinct(codes.map(({ identity }) => identity.code))).toBeLessThanOrEqual(1);
          }
          expect(distinct(members.map(({ identity }) => identity.inn))).toBeLessThanOrEqual(1);
          expect(distinct(members.map(({ identity }) => identity.kpp))).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('the answer is that of the rule read out word by word', () => {
    fc.assert(
      fc.property(rows, (all) => {
        expect(linkIdentities(all).linked).toEqual(byTheWord(all));
      }),
      { numRuns: 500 },
    );
  });

  test('every proposal names two units that exist and were not joined, the older second', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const { linked, proposals } = linkIdentities(all);
        const order = [...new Set(linked.map(({ unit }) => unit))];
        for (const { a, b } of proposals) {
          expect(order.indexOf(b)).toBeGreaterThanOrEqual(0);
          expect(order.indexOf(a)).toBeGreaterThan(order.indexOf(b));
        }
      }),
    );
  });
});

/** The linking rule without any index: every unit is asked about every identity. */
function byTheWord(all: readonly Identity[]) {
  const units: { key: string; members: Identity[] }[] = [];
  const linked: { identity: Identity; unit: string }[] = [];
  for (const one of all) {
    if (linked.some(({ identity }) => identity.key === one.key)) continue;
    const someone = (test: (member: Identity) => boolean) => units.filter((unit) => unit.members.some(test));
    const nobody = (found: typeof units, test: (member: Identity) => boolean) =>
      found.filter((unit) => !unit.members.some(test));
    const sameInn = (member: Identity) => one.inn !== null && member.inn === one.inn;
    const sameName = (member: Identity) => one.name !== '' && member.name === one.name;
    const levels = [
      someone((member) => sameInn(member) && member.kpp === one.kpp),
      one.kpp === null ? someone(sameInn) : nobody(someone(sameInn), (member) => member.kpp !== null),
      someone((member) => one.phoneKey !== null && member.phoneKey === one.phoneKey),
      someone((member) => sameName(member) && member.city === one.city),
      one.city === ''
        ? someone(sameName)
        : nobody(someone(sameName), (member) => sameName(member) && member.city !== ''),
    ];
    const [only, second] = levels.find((found) => found.length > 0) ?? [];
    const against = (member: Identity) =>
      (member.source === one.source && !!member.code && !!one.code && member.code !== one.code) ||
      (!!member.inn && !!one.inn && member.inn !== one.inn) ||
      (!!member.kpp && !!one.kpp && member.kpp !== one.kpp);
    if (only && !second && !only.members.some(against)) {
      only.members.push(one);
      linked.push({ identity: one, unit: only.key });
    } else {
      units.push({ key: one.key, members: [one] });
      linked.push({ identity: one, unit: one.key });
    }
  }
  return linked;
}
