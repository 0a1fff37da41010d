import { describe, expect, test } from 'vitest';
import { organisationOf, type ShownParent, type StatedParent } from './organisation.ts';

const [petrov, sidorova, north, south, retail, vyatka, kama] = [1, 2, 11, 12, 21, 31, 32];
const never = '2149-06-06';

/** Whom the member belongs to, by day of each change. */
const parents = (
  member: number,
  kind: ShownParent['kind'],
  shown: readonly ShownParent[],
  stated: readonly StatedParent[] = [],
): Record<string, number> =>
  Object.fromEntries(
    organisationOf(shown, stated)
      .filter((link) => link.member === member && link.kind === kind)
      .filter((link, at, all) => link.parent !== all[at - 1]?.parent)
      .map(({ since, parent }) => [since, parent]),
  );

const is = (member: number, kind: ShownParent['kind'], parent: number, since = '2026-09-01') => ({
  ...{ member, kind, since, parent },
});
const said = (
  statement: number,
  member: number,
  kind: ShownParent['kind'],
  parent: number | null,
  since: string,
  until = never,
) => ({ statement, member, kind, since, until, parent });

describe('what sources show', () => {
  test('holds from the first day on, until they show otherwise', () => {
    const shown = [is(petrov, 'team', north), is(petrov, 'team', south, '2026-11-01')];
    expect(parents(petrov, 'team', shown)).toEqual({ '1970-01-01': north, '2026-11-01': south });
  });

  test('of one day the last word counts', () => {
    const shown = [is(petrov, 'team', north), is(petrov, 'team', south)];
    expect(parents(petrov, 'team', shown)).toEqual({ '1970-01-01': south });
  });

  test('is nothing while a member is named with several in turns', () => {
    const shown = [
      is(petrov, 'team', north),
      is(petrov, 'team', 0, '2026-10-01'),
      is(petrov, 'team', south, '2026-11-01'),
    ];
    expect(parents(petrov, 'team', shown)).toEqual({
      '1970-01-01': north,
      '2026-10-01': 0,
      '2026-11-01': south,
    });
  });
});

describe('whoever belongs to a team', () => {
  test('belongs to its branch, also after it went over to another one', () => {
    const shown = [
      is(petrov, 'team', north),
      is(north, 'department', retail),
      is(retail, 'branch', vyatka),
      is(retail, 'branch', kama, '2026-10-15'),
    ];
    expect(parents(petrov, 'branch', shown)).toEqual({ '1970-01-01': vyatka, '2026-10-15': kama });
  });

  test('keeps the branch that is named with himself while that is as new: teams have namesakes', () => {
    const shown = [is(petrov, 'team', north), is(petrov, 'branch', vyatka), is(north, 'branch', kama)];
    expect(parents(petrov, 'branch', shown)).toEqual({ '1970-01-01': vyatka });
    expect(parents(sidorova, 'branch', [...shown, is(sidorova, 'team', north)])).toEqual({
      '1970-01-01': kama,
    });
  });

  test('has the branch of the team that he went over to, though his own rows still name the old one', () => {
    const shown = [
      is(petrov, 'team', north),
      is(petrov, 'branch', vyatka),
      is(south, 'branch', kama),
      is(petrov, 'team', south, '2026-11-01'),
    ];
    expect(parents(petrov, 'branch', shown)).toEqual({ '1970-01-01': vyatka, '2026-11-01': kama });
  });
});

describe('what somebody has stated', () => {
  const shown = [is(petrov, 'team', north), is(petrov, 'team', south, '2026-11-01')];

  test('holds before what sources show, from its first to its last day', () => {
    const stated = [said(1, petrov, 'team', south, '2026-10-01', '2026-10-10')];
    expect(parents(petrov, 'team', shown, stated)).toEqual({
      '1970-01-01': north,
      '2026-10-01': south,
      '2026-10-11': north,
      '2026-11-01': south,
    });
  });

  test('until further notice it holds whatever they show later; nobody is a word too', () => {
    const stated = [said(1, petrov, 'team', 0, '2026-10-01')];
    expect(parents(petrov, 'team', shown, stated)).toEqual({ '1970-01-01': north, '2026-10-01': 0 });
  });

  test('the later word holds on its days, and can give the sources their word back', () => {
    const stated = [
      said(1, petrov, 'team', 0, '2026-10-01'),
      said(2, petrov, 'team', north, '2026-10-05', '2026-10-06'),
      said(3, petrov, 'team', null, '2026-12-01'),
    ];
    expect(parents(petrov, 'team', shown, stated)).toEqual({
      '1970-01-01': north,
      '2026-10-01': 0,
      '2026-10-05': north,
      '2026-10-07': 0,
      '2026-12-01': south,
    });
  });

  test('of the team it holds for the branch, though rows of the rep name another one later', () => {
    const rows = [
      is(petrov, 'branch', vyatka),
      is(petrov, 'branch', kama, '2026-12-01'),
      is(petrov, 'team', north),
      is(south, 'branch', kama),
      is(north, 'branch', vyatka),
    ];
    const stated = [said(1, petrov, 'team', south, '2026-10-01', '2026-10-31')];
    expect(parents(petrov, 'branch', rows, stated)).toEqual({
      '1970-01-01': vyatka,
      '2026-10-01': kama,
      '2026-11-01': vyatka,
      '2026-12-01': kama,
    });
  });

  test('of the department it leaves the branch alone while the department is named with several branches', () => {
    const rows = [
      is(petrov, 'branch', kama),
      is(retail, 'branch', vyatka),
      is(retail, 'branch', 0, '2026-10-01'),
      is(retail, 'branch', vyatka, '2026-12-01'),
    ];
    const stated = [said(1, petrov, 'department', retail, '2026-11-01')];
    expect(parents(petrov, 'branch', rows, stated)).toEqual({ '1970-01-01': kama, '2026-12-01': vyatka });
    // That it belongs to nobody is a word, and follows to those of it.
    const word = said(2, retail, 'branch', 0, '2026-11-10');
    expect(parents(petrov, 'branch', rows, [...stated, word])).toEqual({
      '1970-01-01': kama,
      '2026-11-10': 0,
    });
  });
});

test('a resumed parent is known since it was first shown', () => {
  const links = organisationOf(
    [is(petrov, 'team', north, '2026-09-01'), is(petrov, 'team', south, '2026-10-01')],
    [said(1, petrov, 'team', north, '2026-11-01', '2026-11-30')],
  );
  expect(links.map(({ since, until, parent, stated, said }) => [since, until, parent, stated, said])).toEqual(
    [
      ['1970-01-01', '2026-09-30', north, false, '1970-01-01'],
      ['2026-10-01', '2026-10-31', south, false, '2026-10-01'],
      ['2026-11-01', '2026-11-30', north, true, '2026-11-01'],
      ['2026-12-01', never, south, false, '2026-10-01'],
    ],
  );
});
