import { expect, test } from 'vitest';
import { withoutNames } from '../../src/services/parts/recording.ts';

test('a recorded question keeps what was asked, not who was looked for', () => {
  expect(
    withoutNames({
      search: 'Иванова Анна',
      by: { dimension: 'rep', code: 'Петров Пётр' },
      slice: [
        { dimension: 'rep', members: ['Петров Пётр', 'Сидоров Иван'] },
        { dimension: 'category', members: ['Краны'] },
      ],
      set: { kind: 'ids', ids: Array.from({ length: 5000 }, (_, id) => id + 1) },
      sort: undefined,
      limit: 100,
    }),
  ).toEqual({
    search: true,
    by: { dimension: 'rep' },
    slice: [
      { dimension: 'rep', members: { count: 2 } },
      { dimension: 'category', members: ['Краны'] },
    ],
    set: { kind: 'ids', ids: { count: 5000 } },
    limit: 100,
  });
});
