import type { Slice } from '../../src/domain/dimensions.ts';
import { mainMethod } from '../../src/domain/method.ts';
import type { Period } from '../../src/domain/period.ts';
import { type FigureCell, figureTable } from '../../src/services/activity/figure-table.ts';
import type { Frame } from '../../src/services/activity/frame.ts';
import { type Answer, bridgeRows, memberBridgeRows, type Rows, standingRows, totalsRows } from './answer.ts';
import type { Asking, EngineQuestion } from './question.ts';
import {
  bridge,
  type Days,
  memberBridge,
  type RawDimension,
  type RawTables,
  standing,
  totals,
} from './raw-lines.ts';
import { sourceOfFigures } from './source.ts';

type Asked = Omit<EngineQuestion, 'name' | 'target'>;
type Periods = Frame['periods'];
type Table = Omit<Frame, 'version' | 'method' | 'unit' | 'history'>;

/** Lines that count at all, for the product and by hand. */
export interface Part {
  readonly slice: Slice;
  /** SQL condition on lines `l`. */
  readonly where: (tables: RawTables) => string;
}

const everything: Part = { slice: [], where: () => 'true' };

/** Tables of figures, asked at once; `rows` picks what is compared from the cells of each. */
function figureQuestion(
  tables: readonly Table[],
  rows: readonly ((frame: Frame, cells: readonly FigureCell[]) => Rows)[][],
  hand: Pick<Asked, 'byHand' | 'keys'>,
): Asked {
  const frames = ({ version }: Asking): Frame[] =>
    tables.map((table) => ({ ...table, version, method: mainMethod, unit: 'client', history: 'slice' }));
  return {
    ours: async (asking) => {
      const asked = await Promise.all(
        frames(asking).map(async (frame) => ({ frame, cells: await figureTable(asking.stores, frame) })),
      );
      return (): Answer =>
        asked.flatMap(({ frame, cells }, index) => (rows[index] ?? []).map((pick) => pick(frame, cells)));
    },
    source: (asking) => sourceOfFigures(frames(asking)),
    ...hand,
  };
}

/** АКБ, sales, documents and assortment, by month where there are several. */
export function totalsBy(
  periods: Periods,
  levels: readonly (readonly RawDimension[])[],
  { slice, where }: Part = everything,
): Asked {
  const byMonth = periods.length > 1;
  return figureQuestion(
    [{ periods, levels, slice }],
    [[(frame, cells) => totalsRows(frame, cells, byMonth)]],
    {
      byHand: (tables) => [totals(tables, { days: spanOf(periods), byMonth, levels, where: where(tables) })],
      keys: [1 + new Set(levels.flat()).size],
    },
  );
}

/** Everything that is known of one month, whole and by one dimension. */
export const monthBy = (period: Period, history: Days, by: RawDimension): Asked =>
  figureQuestion(
    [{ periods: [period], levels: [[], [by]], slice: [] }],
    [
      [
        (frame, cells) => totalsRows(frame, cells, false),
        (_frame, cells) => standingRows(cells),
        (_frame, cells) => standingRows(cells, by),
      ],
    ],
    {
      byHand: (tables) => [
        totals(tables, { days: period, byMonth: false, levels: [[], [by]], where: 'true' }),
        standing(tables, period, history),
        standing(tables, period, history, by),
      ],
      keys: [2, 1, 1],
    },
  );

/** АКБ, ОКБ, bridge, what sales are made of and their trend in one call, with the branches of the last month. */
export function dashboard(periods: Periods): Asked {
  const history = spanOf(periods);
  const last = periods.at(-1) ?? periods[0];
  const branches = [[], ['branch']] as const;
  return figureQuestion(
    [
      { periods, levels: [[]], slice: [] },
      { periods: [last], levels: branches, slice: [] },
    ],
    [
      [bridgeRows, (frame, cells) => totalsRows(frame, cells, true)],
      [(frame, cells) => totalsRows(frame, cells, false)],
    ],
    {
      byHand: (tables) => [
        bridge(tables, history),
        totals(tables, { days: history, byMonth: true, levels: [[]], where: 'true' }),
        totals(tables, { days: last, byMonth: false, levels: branches, where: 'true' }),
      ],
      keys: [1, 1, 2],
    },
  );
}

/** New, retained, back, lost and handed over, of every member and of the company. */
export const bridgeBy = (periods: Periods, by: 'rep' | 'branch'): Asked =>
  figureQuestion(
    [{ periods, levels: [[], [by]], slice: [] }],
    [[bridgeRows, (frame, cells) => memberBridgeRows(frame, cells, by)]],
    {
      byHand: (tables) => [bridge(tables, spanOf(periods)), memberBridge(tables, spanOf(periods), by)],
      keys: [1, 2],
    },
  );

const spanOf = (periods: Periods): Days => ({
  from: periods[0].from,
  to: periods.at(-1)?.to ?? periods[0].to,
});
