import { expect, test } from 'vitest';
import { differing, draftOf, readDraft, takeIn, typedOf, typeIn, undone } from './draft.ts';
import { type Named, planLines } from './lines.ts';
import { proposalBy } from './proposal-by.ts';

const about = (
  member: number,
  metric: Named['metric'] = 'sales',
  product: Named['product'] = null,
): Named => ({
  ...{
    level: member === 0 ? 'company' : 'rep',
    member,
    metric,
    product,
    name: member === 0 ? '' : `№ ${member}`,
  },
});
const values = (draft: ReturnType<typeof draftOf>) =>
  readDraft(draft).targets.map(({ member, value }) => [member, value]);

test('a target is added by its number and removed with it; what is no number is no target', () => {
  let draft = draftOf([{ ...about(1), value: '1000' }], 'ru');
  draft = typeIn(draft, about(2), '1 500,50');
  draft = typeIn(draft, about(1), '');
  expect(values(draft)).toEqual([[2, '1500.50']]);
  draft = typeIn(draft, about(2), 'много');
  expect(readDraft(draft)).toMatchObject({ targets: [], wrong: { size: 1 } });
});

test('what is typed into one cell is one step back, and a proposal is one', () => {
  let draft = draftOf([{ ...about(1), value: '10' }], 'ru');
  for (const typed of ['1', '12', '125']) draft = typeIn(draft, about(1), typed);
  draft = takeIn(
    draft,
    [
      { ...about(1), value: '7' },
      { ...about(2), value: '8' },
    ],
    'ru',
  );
  expect(values(draft)).toEqual([
    [1, '7'],
    [2, '8'],
  ]);
  draft = undone(draft);
  expect(values(draft)).toEqual([[1, '125']]);
  draft = undone(undone(draft));
  expect(values(draft)).toEqual([[1, '10']]);
});

test('coverage is typed in per cent, and so is growth', () => {
  expect(typedOf('coverage', '0.755', 'ru')).toBe('75,5');
  expect(values(typeIn(draftOf([], 'ru'), about(0, 'coverage'), '75,5'))).toEqual([[0, '0.755']]);
  expect(proposalBy('coverage', 'reach', '80')).toEqual({ goal: { kind: 'reach', value: '0.8' } });
  expect(proposalBy('coverage', 'growByPercent', '-5')).toEqual({
    goal: { kind: 'growByPercent', percent: '-5' },
  });
  expect(proposalBy('sales', 'total', 'x')).toBeUndefined();
});

test('two plans differ by what is changed, added and taken out', () => {
  const { targets } = readDraft(
    draftOf(
      [
        { ...about(1), value: '10' },
        { ...about(2), value: '20' },
        { ...about(3), value: '30' },
      ],
      'ru',
    ),
  );
  const theirs = [
    { ...about(1), value: '10.00' },
    { ...about(2), value: '21' },
    { ...about(4), value: '1' },
  ];
  expect(differing(targets, theirs)).toBe(3);
});

test('lines are whoever has targets, with those above and his goods first below him', () => {
  const member = (id: number, kind: 'branch' | 'rep', parent: number | null) => ({
    ...{ id, kind, parent, name: `№ ${id}`, code: '', above: {}, retired: null, version: 0 },
  });
  const members = [
    member(1, 'branch', null),
    member(2, 'rep', 1),
    member(3, 'rep', 1),
    member(4, 'branch', null),
  ];
  const goods = { dimension: 'category', member: 'Сыры' } as const;
  const shape = (lines: ReturnType<typeof planLines>): unknown =>
    lines.map(({ name, below }) => (below.length === 0 ? name : [name, shape(below)]));
  const targets = [about(3), about(3, 'sales', goods), about(9)];
  expect(shape(planLines(members, targets, false))).toEqual([['№ 1', [['№ 3', ['Сыры']]]], '№ 9']);
  expect(shape(planLines(members, [], true))).toEqual([['', [['№ 1', ['№ 2', '№ 3']], '№ 4']]]);
});
