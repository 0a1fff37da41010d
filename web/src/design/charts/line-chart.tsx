import { LineChart as Line } from 'echarts/charts';
import { GridComponent, MarkAreaComponent, MarkPointComponent, TooltipComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useMemo } from 'react';
import { useFormats } from '../../language/formats.ts';
import { Chart, token } from './chart.tsx';

use([Line, GridComponent, MarkAreaComponent, MarkPointComponent, TooltipComponent, SVGRenderer]);

interface Forecast {
  readonly value: number;
  readonly interval: readonly [number, number];
}

/** On a narrow axis points without a label of their own would be left out. */
const everyPoint = { showSymbol: true, showAllSymbol: true };

/** What is drawn beside the line itself is not pointed at. */
const silent = { type: 'line', symbol: 'none', silent: true } as const;

function fanOf({ value, interval: [low, high] }: Forecast, values: readonly (number | null)[]) {
  const last = values.length - 1;
  const since = values[last - 1] ?? value;
  const data = (before: number, then: number) =>
    values.map((_, index) => (index === last ? then : index === last - 1 ? before : null));
  const colour = token('forecast');
  const band = { ...silent, stack: 'interval', lineStyle: { opacity: 0 } };
  return [
    { ...band, data: data(since, low) },
    { ...band, data: data(0, high - low), areaStyle: { color: colour, opacity: 0.25 } },
    {
      ...silent,
      ...{ symbol: 'circle', symbolSize: 7, ...everyPoint },
      data: data(since, value).map((one, index) => ({
        value: one,
        ...(index !== last && { symbol: 'none' }),
      })),
      lineStyle: { width: 2, type: 'dashed', color: colour },
      itemStyle: { color: token('page'), borderColor: colour, borderWidth: 2 },
    },
  ];
}

const marksOf = (plan: readonly (number | null)[]) => ({
  ...silent,
  ...{ symbol: 'rect', symbolSize: [9, 2], ...everyPoint },
  data: plan,
  lineStyle: { opacity: 0 },
  itemStyle: { color: token('plan') },
});

/** Values by months, one line; years along the axis. Null is a gap. */
export default function LineChart({
  name,
  labels,
  values,
  plan,
  forecast,
  told,
  running,
  onOpen,
}: {
  readonly name: string;
  /** `YYYY-MM` */
  readonly labels: readonly string[];
  readonly values: readonly (number | null)[];
  /** A mark over each month that had one. */
  readonly plan?: readonly (number | null)[] | undefined;
  /** What the last month will reach: a dashed line from the month before, and the fan within which it will be. */
  readonly forecast?: Forecast | undefined;
  /** What else to say of a month. */
  readonly told?: (index: number) => string;
  /** What to say of the last point when its month is not over; it is then no part of the line. */
  readonly running: string | undefined;
  readonly onOpen: (index: number) => void;
}) {
  const formats = useFormats();
  const optionOf = useMemo(
    () => () => {
      const last = values.length - 1;
      const fact = values.map((value, index) => (running !== undefined && index === last ? null : value));
      const ink3 = token('ink3');
      return {
        grid: { left: 44, right: 44, top: 12, bottom: 22 },
        textStyle: { fontFamily: 'inherit', fontSize: 11, color: ink3 },
        xAxis: {
          type: 'category',
          data: labels,
          axisLine: { lineStyle: { color: token('line2') } },
          axisTick: { show: true, alignWithLabel: true, interval: atJanuary },
          axisLabel: {
            color: ink3,
            interval: atJanuary,
            formatter: (label: string) => label.slice(0, 4),
          },
        },
        yAxis: {
          type: 'value',
          scale: true,
          splitNumber: 4,
          axisLabel: { color: ink3, formatter: (value: number) => formats.count(value) },
          splitLine: { lineStyle: { color: token('line') } },
        },
        tooltip: {
          trigger: 'axis',
          backgroundColor: token('ink'),
          borderWidth: 0,
          padding: [4, 8],
          textStyle: { color: token('page'), fontSize: 12 },
          axisPointer: { lineStyle: { color: token('control'), type: 'solid' } },
          formatter: (points: readonly { readonly dataIndex: number }[]) => {
            const index = points[0]?.dataIndex ?? 0;
            const more = told?.(index);
            return `${formats.period(labels[index] ?? '')}: <b>${formats.count(values[index] ?? null)}</b>${more ? `<br>${more}` : ''}`;
          },
        },
        series: [
          ...(forecast ? fanOf(forecast, values) : []),
          ...(plan ? [marksOf(plan)] : []),
          {
            name,
            type: 'line',
            data: fact,
            symbol: 'none',
            lineStyle: { width: 2, color: token('fact') },
            itemStyle: { color: token('fact') },
          },
          {
            type: 'line',
            data: values.map((value, index) => (index === last ? value : null)),
            symbol: 'circle',
            ...everyPoint,
            symbolSize: 7,
            itemStyle: { color: running === undefined ? token('fact') : token('forecast') },
            label: {
              show: true,
              position: 'right',
              fontSize: 12,
              fontWeight: 600,
              color: token('ink'),
              formatter: ({ value }: { readonly value: number }) => formats.count(value),
            },
          },
        ],
      };

      function atJanuary(_index: number, label: string): boolean {
        return label.endsWith('-01');
      }
    },
    [formats, labels, name, plan, forecast, told, running, values],
  );
  return <Chart optionOf={optionOf} label={name} onPoint={onOpen} />;
}
