import { Bridge, type BridgeRow } from '../../design/bridge.tsx';
import { Pictured } from '../../design/charts/pictured.tsx';
import { Block } from '../../design/page.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { designWords } from '../../design/words.ts';
import { useDrill } from '../../drill/use-drill.ts';
import { useOpen } from '../../drill/use-open.ts';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import type { FigureAnswer } from '../../server/api.ts';
import { amount, totalOf } from '../../server/cells.ts';
import type { BaseForecast } from './use-planned.ts';
import { dashboardWords } from './words.ts';

/** Was + new + reactivated − lost (in a running period: not yet) = is. */
export function DashboardBridge({
  answer,
  forecast,
}: {
  readonly answer: FigureAnswer | undefined;
  readonly forecast: BaseForecast | undefined;
}) {
  const say = useWords(dashboardWords);
  const states = useWords(designWords);
  const formats = useFormats();
  const open = useOpen();
  const { open: openSet } = useDrill();
  const cell = answer && totalOf(answer);
  const period = answer?.periods[0];
  const previous = period?.compared?.previous;
  if (!answer || !cell || !period || !previous) {
    return (
      <Block title={say('bridge')}>
        <Skeleton height={161} />
      </Block>
    );
  }
  const size = (metric: Parameters<typeof amount>[1]) => amount(cell.figures, metric) ?? 0;
  const was = size('retained') + size('lost');
  const missing = period.open ? 'notYet' : 'lost';
  const { unit, methods, slice } = answer.query;
  const [method] = methods;
  const rows: readonly BridgeRow[] = [
    {
      sign: '=',
      label: formats.period(previous.label),
      value: was,
      total: 'past',
      onOpen: () =>
        method &&
        openSet({
          set: {
            language: 1,
            unit,
            method,
            set: { kind: 'state', state: 'active', period: previous.label, slice },
          },
          period: previous.label,
          slice,
          path: [say('base'), formats.period(previous.label)],
        }),
    },
    {
      sign: '+',
      state: 'new',
      label: states('new'),
      value: size('new'),
      onOpen: () => open(answer, cell, 'new', states('new')),
    },
    {
      sign: '+',
      state: 'reactivated',
      label: states('reactivated'),
      value: size('reactivated'),
      onOpen: () => open(answer, cell, 'reactivated', states('reactivated')),
    },
    {
      sign: '−',
      state: missing,
      label: states(missing),
      value: size('lost'),
      onOpen: () => open(answer, cell, 'lost', states(missing)),
    },
    {
      sign: '=',
      label: period.open ? say('bridgeNow', { day: formats.day(answer.asOf) }) : formats.period(period.label),
      value: size('activeBase'),
      total: 'now',
      onOpen: () => open(answer, cell, 'activeBase', say('base')),
    },
    ...(forecast
      ? [
          {
            sign: '+' as const,
            label: say('expected'),
            value: Math.max(0, forecast.value - size('activeBase')),
            expected: true,
          },
        ]
      : []),
  ];
  return (
    <Block title={say('bridge')}>
      <Pictured name={say('bridge')}>
        <Bridge rows={rows} />
      </Pictured>
    </Block>
  );
}
