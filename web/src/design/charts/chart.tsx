import { useComputedColorScheme } from '@mantine/core';
import { type ECharts, type EChartsCoreOption, init } from 'echarts/core';
import { useEffect, useRef } from 'react';
import { onPaper } from '../on-paper.ts';
import classes from './chart.module.css';
import type { Picture } from './picture.ts';
import { SavePicture } from './save-picture.tsx';

/** A token of the design as a colour that the chart can paint with. */
export const token = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** A chart that follows its box and the theme. `optionOf` is asked anew when the theme changes. */
export function Chart({
  optionOf,
  label,
  onPoint,
}: {
  readonly optionOf: () => EChartsCoreOption;
  /** What it shows, for those who do not see it; its table is beside. */
  readonly label: string;
  readonly onPoint?: (index: number) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<ECharts>(null);
  const scheme = useComputedColorScheme();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes what `token` answers
  useEffect(() => {
    if (box.current === null) return;
    const chart = init(box.current, null, { renderer: 'svg' });
    drawn.current = chart;
    chart.setOption({ animation: false, ...optionOf() });
    const resize = new ResizeObserver(() => chart.resize());
    resize.observe(box.current);
    if (onPoint) {
      chart.getZr().on('click', ({ offsetX, offsetY }) => {
        const [at] = chart.convertFromPixel('grid', [offsetX, offsetY]) ?? [];
        if (at !== undefined && chart.containPixel('grid', [offsetX, offsetY])) onPoint(Math.round(at));
      });
    }
    // Paper is white, and of another width: tokens say other colours there.
    const stop = onPaper(() => {
      chart.resize();
      chart.setOption(optionOf());
      chart.getZr().flush();
    });
    return () => {
      stop();
      resize.disconnect();
      chart.dispose();
    };
  }, [optionOf, onPoint, scheme]);
  const pictureOf = (): Picture | undefined =>
    drawn.current
      ? {
          svg: drawn.current.renderToSVGString(),
          width: drawn.current.getWidth(),
          height: drawn.current.getHeight(),
          ground: token('page'),
        }
      : undefined;
  return (
    <div className={classes.frame}>
      <div ref={box} className={classes.chart} role="img" aria-label={label} />
      <SavePicture name={label} pictureOf={pictureOf} />
    </div>
  );
}
