import { layoutTable } from '../src/edges/cli/output/table.ts';
import type { Column } from '../src/edges/output/columns.ts';
import type { Measurement } from './measurement.ts';

const MIB = 1024 ** 2;
const one = (value: number | null): string | null => (value === null ? null : value.toFixed(1));
const whole = (value: number | null): number | null => (value === null ? null : Math.round(value));

const columns: readonly Column<Measurement>[] = [
  { title: 'name', kind: 'text', value: ({ name }) => name },
  { title: 'what', kind: 'text', value: ({ what }) => what },
  { title: 'lines', kind: 'count', value: ({ lines }) => lines },
  { title: 'MiB', kind: 'count', value: ({ bytes }) => (bytes === 0 ? null : Math.ceil(bytes / MIB)) },
  { title: 'seconds', kind: 'ratio', value: ({ seconds }) => one(seconds) },
  { title: 'lines/s', kind: 'count', value: ({ lines, seconds }) => Math.round(lines / seconds) },
  { title: 'CPU s', kind: 'ratio', value: ({ cpuSeconds }) => one(cpuSeconds) },
  { title: 'MiB over idle', kind: 'count', value: ({ memory }) => whole(memory) },
  { title: 'reader MiB', kind: 'count', value: ({ readerMemory }) => whole(readerMemory) },
  { title: 'target', kind: 'text', value: ({ target }) => target },
  { title: 'met', kind: 'text', value: ({ met }) => (met === null ? '—' : met ? 'yes' : 'no') },
  { title: 'ratios', kind: 'text', value: ({ ratios }) => ratios },
];

/** The table as text, as wide as it has to be. */
export function measurementTable(rows: readonly Measurement[]): string {
  const { head, line } = layoutTable(columns, rows, {
    width: undefined,
    language: 'en',
    paint: (_role, text) => text,
  });
  return [...head, ...rows.map(line)].join('\n');
}
