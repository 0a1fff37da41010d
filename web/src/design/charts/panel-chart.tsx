import { LineChart as Line } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useMemo } from 'react';
import { Chart, token } from './chart.tsx';

use([Line, GridComponent, TooltipComponent, SVGRenderer]);

type Values = readonly (number | null)[];

/** One of several small charts on a common scale: its own line dark, the others grey behind it. Null is a gap. */
export function PanelChart({
  label,
  labels,
  values,
  others,
  before,
  running,
  most,
  axis,
  say,
  onOpen,
}: {
  readonly label: string;
  readonly labels: readonly string[];
  readonly values: Values;
  readonly others: readonly Values[];
  /** What the values are compared with. */
  readonly before?: Values;
  /** Which periods are not over: points, no part of the line. */
  readonly running: readonly boolean[];
  /** Top of the common scale. */
  readonly most: number;
  /** Texts of the axis, and what is said of a point. */
  readonly axis: (value: number) => string;
  readonly say: (index: number) => string;
  readonly onOpen: (index: number) => void;
}) {
  const optionOf = useMemo(
    () => () => {
      const ink3 = token('ink3');
      const line = (data: Values, color: string, width: number, z: number) => ({
        type: 'line',
        data,
        z,
        silent: true,
        symbol: data.filter((value) => value !== null).length === 1 ? 'circle' : 'none',
        symbolSize: 4,
        lineStyle: { width, color },
        itemStyle: { color },
      });
      return {
        grid: { left: 44, right: 10, top: 8, bottom: 20 },
        textStyle: { fontFamily: 'inherit', fontSize: 11, color: ink3 },
        xAxis: {
          type: 'category',
          data: labels,
          boundaryGap: false,
          axisLine: { lineStyle: { color: token('line2') } },
          axisTick: { show: false },
          axisLabel: {
            color: ink3,
            showMinLabel: true,
            showMaxLabel: true,
            alignMinLabel: 'left',
            alignMaxLabel: 'right',
            interval: Math.max(0, labels.length - 2),
          },
        },
        yAxis: {
          type: 'value',
          min: 0,
          max: most,
          interval: most / 2,
          axisLabel: { color: ink3, formatter: axis },
          splitLine: { lineStyle: { color: token('line') } },
        },
        tooltip: {
          trigger: 'axis',
          confine: true,
          backgroundColor: token('ink'),
          borderWidth: 0,
          padding: [4, 8],
          textStyle: { color: token('page'), fontSize: 12 },
          axisPointer: { lineStyle: { color: token('control'), type: 'solid' } },
          formatter: (points: readonly { readonly dataIndex: number }[]) => say(points[0]?.dataIndex ?? 0),
        },
        series: [
          ...others.map((data) => line(data, token('line2'), 1, 1)),
          ...(before ? [line(before, token('fact-past'), 1.5, 2)] : []),
          line(
            values.map((value, index) => (running[index] ? null : value)),
            token('fact'),
            2,
            3,
          ),
          {
            type: 'line',
            data: values.map((value, index) => (running[index] ? value : null)),
            z: 4,
            symbol: 'circle',
            symbolSize: 7,
            lineStyle: { width: 0 },
            itemStyle: { color: token('page'), borderColor: token('forecast'), borderWidth: 2 },
          },
        ],
      };
    },
    [labels, values, others, before, running, most, axis, say],
  );
  return <Chart optionOf={optionOf} label={label} onPoint={onOpen} />;
}

/** A round number not below the greatest value. */
export function roundTop(value: number): number {
  if (value <= 0) return 1;
  const step = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 3, 4, 5, 6, 8, 10].find((times) => times * step >= value) ?? 10) * step;
}
