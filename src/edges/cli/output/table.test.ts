import { describe, expect, test } from 'vitest';
import type { Column } from '../../output/columns.ts';
import { painter } from './style.ts';
import { layoutTable } from './table.ts';
import { displayWidth, printable, truncate, wrap } from './text.ts';

interface Row {
  readonly name: string;
  readonly sales: string;
  readonly city: string;
}
const columns: readonly Column<Row>[] = [
  { title: 'Наименование', kind: 'text', value: ({ name }) => name },
  { title: 'Продажи', kind: 'money', value: ({ sales }) => sales, spare: 1 },
  { title: 'Город', kind: 'text', value: ({ city }) => city, spare: 2 },
];
const rows: readonly Row[] = [
  {
    name: 'Общество с ограниченной ответственностью «Ромашка»',
    sales: '1234567.5',
    city: 'Набережные Челны',
  },
  { name: 'ИП Ли', sales: '-3', city: 'Уфа' },
];
const plain = { language: 'ru', paint: painter(false) } as const;

function printed(width: number | undefined) {
  const layout = layoutTable(columns, rows, { ...plain, width });
  return {
    lines: [...layout.head, ...rows.map(layout.line)],
    hidden: layout.hidden.map(({ title }) => title),
  };
}

describe('a table fits its terminal', () => {
  test('without a terminal it is as wide as its cells', () => {
    const { lines, hidden } = printed(undefined);
    expect(lines[2]).toContain('ответственностью «Ромашка»');
    expect(hidden).toEqual([]);
  });

  test.each([100, 80, 60, 45])('%i cells', (width) => {
    const { lines } = printed(width);
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
  });

  test('texts give way before columns do, and the cut shows', () => {
    const { lines, hidden } = printed(60);
    expect(hidden).toEqual([]);
    expect(lines[2]).toMatch(/^Общество .*…/);
  });

  test('then the most spare column goes, and is named', () => {
    expect(printed(32).hidden).toEqual(['Город']);
  });

  test('a number is never cut: it would be another one', () => {
    const { lines } = printed(20);
    expect(lines.join('\n')).not.toMatch(/\d…/);
  });

  test('numbers stand on the right with a real minus', () => {
    const [, , first = '', second = ''] = printed(undefined).lines;
    expect(first.indexOf('1\u00a0234\u00a0567,50') + '1 234 567,50'.length).toBe(
      second.indexOf('−3,00') + '−3,00'.length,
    );
  });
});

describe('text in a terminal', () => {
  test.each([
    ['Баумана', 7],
    ['日本', 4],
    ['ё́жик', 4],
    ['👩‍👩‍👧', 2],
  ])('%s takes %i cells', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  test.each([
    ['г. Казань, ул. Баумана', 13, 'г. Казань, у…'],
    ['日本語日本語', 5, '日本…'],
    ['👩‍👩‍👧 семья', 4, '👩‍👩‍👧 …'],
    ['ровно', 5, 'ровно'],
  ])('%s in %i cells is %s', (text, width, shown) => {
    expect(truncate(text, width)).toBe(shown);
  });

  test('names from a file cannot clear the screen or run backwards', () => {
    expect(printable('ООО\u001b[2J\r\n\u202eашка')).toBe('ООО [2J ашка');
  });

  test('lines break at blanks and never inside a number', () => {
    expect(wrap('сумма 1\u00a0234\u00a0567,50 за месяц', 15)).toEqual([
      'сумма',
      '1\u00a0234\u00a0567,50 за',
      'месяц',
    ]);
  });
});
