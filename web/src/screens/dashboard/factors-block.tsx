import { explainSales, salesFactors } from '../../../../src/domain/sales-factors.ts';
import { Block } from '../../design/page.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useOpen } from '../../drill/use-open.ts';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import type { FigureAnswer } from '../../server/api.ts';
import { amount, type Cell, totalOf } from '../../server/cells.ts';
import classes from './dashboard.module.css';
import { dashboardWords } from './words.ts';

/** АКБ × frequency × average check = sales, and how much of the change each of them explains. */
export function FactorsBlock({ answer }: { readonly answer: FigureAnswer | undefined }) {
  const say = useWords(dashboardWords);
  const formats = useFormats();
  const open = useOpen();
  const cell = answer && totalOf(answer);
  const compared = answer?.periods[0]?.compared?.sameWorkingDay;
  if (!answer || !cell) {
    return (
      <Block title={say('factors')}>
        <Skeleton height={116} />
      </Block>
    );
  }
  const now = factorsOf(cell.figures);
  const before = factorsOf(cell.compared?.sameWorkingDay);
  const parts = now && before ? explainSales(now, before) : undefined;
  const change = parts && salesFactors.reduce((sum, factor) => sum + parts[factor], 0);
  const scale = Math.max(
    1,
    ...(parts ? salesFactors.map((factor) => Math.abs(parts[factor])) : []),
    Math.abs(change ?? 0),
  );
  const values = {
    activeBase: say('customersCount', {
      n: amount(cell.figures, 'activeBase') ?? 0,
      unit: answer.query.unit,
    }),
    frequency: say('documentsEach', { n: formats.number(cell.figures.frequency, 2) }),
    avgCheck: formats.roubles(cell.figures.avgCheck),
  };
  const names = { activeBase: say('base'), frequency: say('frequency'), avgCheck: say('avgCheck') };
  return (
    <Block
      title={say('factors')}
      aside={compared && say('factorsTo', { period: formats.period(compared.label.split('@')[0] ?? '') })}
    >
      <table className={classes.factors}>
        <tbody>
          {salesFactors.map((factor, index) => (
            <tr key={factor}>
              <td className="muted">{index === 0 ? '' : '×'}</td>
              <th scope="row">
                <button type="button" onClick={() => open(answer, cell, factor, names[factor])}>
                  {names[factor]}
                </button>
              </th>
              <td className="number">{values[factor]}</td>
              <td className={classes.roomy}>{parts && <Diverging value={parts[factor]} scale={scale} />}</td>
              <td className={`number ${(parts?.[factor] ?? 0) < 0 ? 'missing' : ''}`}>
                {signed(parts?.[factor])}
              </td>
            </tr>
          ))}
          <tr>
            <td className="muted">=</td>
            <th scope="row">
              <button type="button" onClick={() => open(answer, cell, 'sales', say('sales'))}>
                {say('sales')}
              </button>
            </th>
            <td className="number">{formats.shortMoney(cell.figures.sales)}</td>
            <td className={classes.roomy}>
              {change !== undefined && <Diverging value={change} scale={scale} />}
            </td>
            <td className={`number ${(change ?? 0) < 0 ? 'missing' : ''}`}>{signed(change)}</td>
          </tr>
        </tbody>
      </table>
    </Block>
  );

  function signed(value: number | undefined): string {
    if (value === undefined) return '—';
    const text = formats.shortMoney(String(Math.round(value)));
    return value > 0 ? `+${text}` : text;
  }
}

/** What the product multiplies: its frequency and check are those of counted documents, so that it is the sum of sales. */
function factorsOf(figures: Cell['figures'] | undefined) {
  const activeBase = amount(figures, 'activeBase');
  const frequency = amount(figures, 'frequency');
  const avgCheck = amount(figures, 'avgCheck');
  return activeBase === undefined || frequency === undefined || avgCheck === undefined
    ? undefined
    : { activeBase, frequency, avgCheck };
}

const width = 48;

function Diverging({ value, scale }: { readonly value: number; readonly scale: number }) {
  const length = (Math.abs(value) / scale) * (width / 2 - 1);
  return (
    <svg width={width} height="14" aria-hidden="true">
      <rect
        x={value < 0 ? width / 2 - length : width / 2}
        y="3"
        width={Math.max(1, length)}
        height="8"
        fill={value < 0 ? 'var(--lost)' : 'var(--fact)'}
      />
      <path d={`M${width / 2} 0V14`} stroke="var(--line2)" shapeRendering="crispEdges" />
    </svg>
  );
}
