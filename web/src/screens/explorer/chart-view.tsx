import { Select } from '@mantine/core';
import { useMemo } from 'react';
import type { Metric } from '../../../../src/domain/metrics.ts';
import { PanelChart, roundTop } from '../../design/charts/panel-chart.tsx';
import { type Formats, useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { Bars } from './bars.tsx';
import classes from './chart-view.module.css';
import styles from './explorer.module.css';
import { figureText } from './figure-text.ts';
import { metricWords } from './names.ts';
import { comparedOf, type Leaf, type Pivot, type PivotRow, valueIn } from './pivot.ts';
import { explorerWords } from './words.ts';

const mostPanels = 24;

/** The rows of the table as lines over time, a small chart each on one scale; as bars where time is not cut. */
export default function ChartView({
  pivot,
  rows,
  title,
  charted,
  onCharted,
  onOpen,
}: {
  readonly pivot: Pivot;
  readonly rows: readonly PivotRow[];
  readonly title: string;
  readonly charted: Metric | undefined;
  readonly onCharted: (metric: Metric) => void;
  readonly onOpen: (row: PivotRow, leaf: Leaf) => void;
}) {
  const say = useWords(explorerWords);
  const names = useWords(metricWords);
  const { query, periods, methods } = pivot.answer;
  const metric = query.metrics.find((one) => one === charted) ?? query.metrics[0];
  const all = rows.length > 0 ? rows : [pivot.root];
  const shown = all.slice(0, mostPanels);
  const timed = periods.filter(({ whole }) => !whole).length > 1;
  const leaves = useMemo(
    () =>
      pivot.leaves.filter((leaf) => leaf.metric === metric && leaf.shown === 'value' && leaf.method === 0),
    [pivot.leaves, metric],
  );
  if (metric === undefined) return null;
  return (
    <section className={styles.chart} aria-label={say('chartLabel', { title })}>
      <div className={styles.chartHead}>
        {query.metrics.length > 1 && (
          <Select
            aria-label={say('charted')}
            value={metric}
            allowDeselect={false}
            data={query.metrics.map((one) => ({ value: one, label: names(one) }))}
            onChange={(chosen) => {
              const found = query.metrics.find((one) => one === chosen);
              if (found) onCharted(found);
            }}
          />
        )}
        <span>
          {all.length > shown.length && `${say('chartFirst', { shown: shown.length, all: all.length })} `}
          {methods.length > 1 && `${say('chartMethod')} `}
          {timed && query.columns.length > 0 && `${say('chartTotals')} `}
          {timed && shown.length > 1 && `${say('chartGrey')} `}
          {query.compare.length > 0 && say(timed ? 'chartPastLine' : 'chartPast')}
        </span>
      </div>
      {timed ? (
        <Panels pivot={pivot} rows={shown} leaves={leaves} onOpen={onOpen} />
      ) : (
        <Bars pivot={pivot} rows={shown} leaves={leaves} onOpen={onOpen} />
      )}
    </section>
  );
}

function Panels({
  pivot,
  rows,
  leaves,
  onOpen,
}: {
  readonly pivot: Pivot;
  readonly rows: readonly PivotRow[];
  readonly leaves: readonly Leaf[];
  readonly onOpen: (row: PivotRow, leaf: Leaf) => void;
}) {
  const formats = useFormats();
  const say = useWords(explorerWords);
  const { periods, query } = pivot.answer;
  const [comparison] = query.compare;
  const points = useMemo(
    () => leaves.filter(({ period, columns }) => periods[period]?.whole !== true && columns.length === 0),
    [leaves, periods],
  );
  const labels = useMemo(
    () => points.map(({ period }) => periodText(formats, periods[period]?.label ?? '')),
    [points, periods, formats],
  );
  const running = useMemo(
    () => points.map(({ period }) => periods[period]?.open === true),
    [points, periods],
  );
  const lines = useMemo(
    () =>
      rows.map((row) => ({
        row,
        values: points.map((leaf) => valueIn(row, leaf, undefined) ?? null),
        before: points.map((leaf) => comparedOf(row.cells.get(leaf.place), comparison, leaf.metric) ?? null),
      })),
    [rows, points, comparison],
  );
  const most = roundTop(
    Math.max(0, ...lines.flatMap(({ values, before }) => [...values, ...before].map((value) => value ?? 0))),
  );
  return (
    <ul className={classes.panels} data-one={rows.length === 1 || undefined}>
      {lines.map((line) => (
        <Panel
          key={line.row.key}
          name={pathOf(pivot, line.row, say('notStated')) || say('total')}
          line={line}
          lines={lines}
          points={points}
          labels={labels}
          running={running}
          compared={comparison !== undefined}
          most={most}
          formats={formats}
          onOpen={onOpen}
        />
      ))}
    </ul>
  );
}

interface PanelLine {
  readonly row: PivotRow;
  readonly values: readonly (number | null)[];
  readonly before: readonly (number | null)[];
}

function Panel({
  name,
  line,
  lines,
  points,
  labels,
  running,
  compared,
  most,
  formats,
  onOpen,
}: {
  readonly name: string;
  readonly line: PanelLine;
  readonly lines: readonly PanelLine[];
  readonly points: readonly Leaf[];
  readonly labels: readonly string[];
  readonly running: readonly boolean[];
  readonly compared: boolean;
  readonly most: number;
  readonly formats: Formats;
  readonly onOpen: (row: PivotRow, leaf: Leaf) => void;
}) {
  const metric = points[0]?.metric ?? 'activeBase';
  const others = useMemo(
    () => (lines.length > 12 ? [] : lines.filter((one) => one !== line).map(({ values }) => values)),
    [lines, line],
  );
  const axis = useMemo(() => (value: number) => short(formats, metric, value), [formats, metric]);
  const tell = useMemo(
    () => (index: number) => {
      const now = `${labels[index] ?? ''}: <b>${figureText(formats, metric, line.values[index])}</b>`;
      const before = line.before[index];
      return before === null || before === undefined
        ? now
        : `${now} (${figureText(formats, metric, before)})`;
    },
    [formats, metric, labels, line],
  );
  const open = useMemo(
    () => (index: number) => {
      const leaf = points[index];
      if (leaf) onOpen(line.row, leaf);
    },
    [points, line.row, onOpen],
  );
  const last = line.values.findLastIndex((value) => value !== null);
  return (
    <li>
      <h2 className={classes.name}>
        <span title={name}>{name}</span>
        <button type="button" className="number" onClick={() => open(last)} disabled={last < 0}>
          {figureText(formats, metric, line.values[last])}
        </button>
      </h2>
      <div className={classes.panel}>
        <PanelChart
          label={name}
          labels={labels}
          values={line.values}
          others={others}
          {...(compared && { before: line.before })}
          running={running}
          most={most}
          axis={axis}
          say={tell}
          onOpen={open}
        />
      </div>
    </li>
  );
}

/** «Казань · Розница»: rows below others say what they are parts of. */
export function pathOf({ root }: Pivot, row: PivotRow, notStated: string): string {
  const names: string[] = [];
  let at: PivotRow | undefined = root;
  for (let depth = 1; depth <= row.members.length && at; depth++) {
    const key = JSON.stringify(row.members.slice(0, depth));
    at = at.children.find((child) => child.key === key);
    if (at) names.push(at.name || notStated);
  }
  return names.join(' · ');
}

const short = (formats: Formats, metric: Metric, value: number): string =>
  value >= 100_000 ? formats.shortMoney(value).replace(/\s*₽/, '') : figureText(formats, metric, value);

const periodText = (formats: Formats, label: string): string =>
  /^\d{4}-\d\d$/.test(label) ? `${formats.shortMonth(label)} ${label.slice(0, 4)}` : formats.period(label);
