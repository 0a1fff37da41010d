import { expect, test } from 'vitest';
import { pastOf } from './dated-facts.ts';
import { restated, withStated } from './stated-facts.ts';

const wholesale = { clientType: { value: 'Опт', since: '2026-11-20' } };

test('a word of one’s own holds before what imports say, and leaves the rest', () => {
  expect(withStated({ name: 'Ромашка', clientType: 'Розница' }, wholesale)).toMatchObject({
    ...{ name: 'Ромашка', clientType: 'Опт' },
  });
  expect(withStated({ name: 'Ромашка' }, { name: { value: 'Лютик', since: '2026-11-20' } })).toEqual({
    name: 'Лютик',
  });
  expect(withStated({ name: 'Ромашка' }, null)).toEqual({ name: 'Ромашка' });
});

test('before its day an attribute is what imports said, after it what is stated', () => {
  const facts = {
    ...{ clientType: 'HoReCa', 'clientType@1970-01-01': 'Розница' },
    ...{ 'clientType@2026-10-01': 'Сеть', 'clientType@2026-12-01': 'HoReCa' },
  };
  expect(pastOf(withStated(facts, wholesale))).toEqual([
    { of: 'clientType', since: '1970-01-01', member: 'Розница' },
    { of: 'clientType', since: '2026-10-01', member: 'Сеть' },
    { of: 'clientType', since: '2026-11-20', member: 'Опт' },
  ]);
  expect(pastOf(withStated({ clientType: 'Розница' }, wholesale))).toEqual([
    { of: 'clientType', since: '1970-01-01', member: 'Розница' },
    { of: 'clientType', since: '2026-11-20', member: 'Опт' },
  ]);
});

test('where imports say nothing it was always so', () => {
  expect(pastOf(withStated({}, wholesale))).toEqual([]);
});

test('a later word leaves what was stated of days before it, an earlier one takes over from its day', () => {
  const first = restated(null, 'Опт', '2026-06-01');
  const second = restated(first, 'Сеть', '2026-09-01');
  const membersOf = (clientType: typeof second) =>
    pastOf(withStated({ clientType: 'Розница' }, { clientType })).map(
      ({ since, member }) => `${since} ${member}`,
    );
  expect(membersOf(second)).toEqual(['1970-01-01 Розница', '2026-06-01 Опт', '2026-09-01 Сеть']);
  expect(membersOf(restated(second, 'HoReCa', '2026-07-01'))).toEqual([
    '1970-01-01 Розница',
    '2026-06-01 Опт',
    '2026-07-01 HoReCa',
  ]);
});
