import { useCallback, useEffect, useRef, useState } from 'react';
import { type Metric, metricShapes } from '../../../../src/domain/metrics.ts';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import type { FigureAnswer } from '../../server/api.ts';
import type { Cell } from '../../server/cells.ts';
import classes from './explained-total.module.css';
import { figureText } from './figure-text.ts';
import { byParts, partsOf } from './names.ts';
import type { Leaf } from './pivot.ts';
import { explorerWords } from './words.ts';

interface Shown {
  readonly cell: Cell;
  readonly leaf: Leaf;
  readonly at: HTMLElement;
}

const wait = 180;

/** Which total explains itself; it goes when the pointer and the focus have left it and its explanation. */
export function useExplained() {
  const [shown, setShown] = useState<Shown>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const soon = useCallback((next: Shown | undefined) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShown(next), wait);
  }, []);
  const show = useCallback((cell: Cell, leaf: Leaf, at: HTMLElement) => soon({ cell, leaf, at }), [soon]);
  const hide = useCallback(() => soon(undefined), [soon]);
  const stay = useCallback(() => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!shown) return;
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && setShown(undefined);
    const gone = () => setShown(undefined);
    document.addEventListener('keydown', onKey);
    document.addEventListener('scroll', gone, true);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('scroll', gone, true);
    };
  }, [shown]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { shown, show, hide, stay };
}

const width = 348;

/** «Почему 1 292, а не сумма»: what the parts add up to, less those who are in several of them. */
export function ExplainedTotal({
  explained,
  answer,
}: {
  readonly explained: ReturnType<typeof useExplained>;
  readonly answer: FigureAnswer;
}) {
  const { shown, hide, stay } = explained;
  if (!shown?.at.isConnected) return null;
  const box = shown.at.getBoundingClientRect();
  const below = box.bottom + 240 < window.innerHeight || box.top < 260;
  return (
    <div
      className={classes.note}
      role="tooltip"
      data-above={!below || undefined}
      style={{
        width,
        left: Math.max(8, Math.min(box.right - width, window.innerWidth - width - 8)),
        ...(below ? { top: box.bottom + 6 } : { bottom: window.innerHeight - box.top + 6 }),
      }}
      onMouseEnter={stay}
      onMouseLeave={hide}
    >
      <TotalExplanation answer={answer} cell={shown.cell} metric={shown.leaf.metric} />
    </div>
  );
}

function TotalExplanation({
  answer,
  cell,
  metric,
}: {
  readonly answer: FigureAnswer;
  readonly cell: Cell;
  readonly metric: Metric;
}) {
  const say = useWords(explorerWords);
  const ofParts = useWords(partsOf);
  const parts = useWords(byParts);
  const formats = useFormats();
  const { query } = answer;
  const text = (value: string | number | null | undefined) => figureText(formats, metric, value);
  const totals = (cell.totals ?? []).flatMap(({ over, parts: n, metrics, shared }) => {
    const addition = metrics[metric];
    return addition ? [{ over: over === 'time' ? (query.grain ?? 'month') : over, n, addition, shared }] : [];
  });
  const overlaps = totals.some(
    ({ addition }) => addition.is === 'distinct' && Number(addition.overlap) !== 0,
  );
  const total = text(cell.figures[metric]);
  return (
    <>
      <b>{say(overlaps ? 'why' : 'isSum', { total })}</b>
      <table className={classes.sums}>
        <tbody>
          {totals.map(({ over, n, addition, shared }) => {
            const overlap = addition.is === 'distinct' ? Number(addition.overlap ?? 0) : 0;
            return [
              <tr key={over}>
                <td>{say('sumOf', { n, parts: ofParts(over) })}</td>
                <td className="number">{addition.sum === null ? say('unknownSum') : text(addition.sum)}</td>
              </tr>,
              overlap !== 0 && (
                <tr key={`${over} overlap`} className={classes.overlap}>
                  <td>{overlap > 0 ? say('overlapOver', { parts: parts(over) }) : say('beyondParts')}</td>
                  <td className="number">{overlap > 0 ? text(-overlap) : `+${text(-overlap)}`}</td>
                </tr>
              ),
              shared && (
                <tr key={`${over} shared`} className={classes.overlap}>
                  <td colSpan={2}>{say('shared', { ...shared })}</td>
                </tr>
              ),
            ];
          })}
          <tr className={classes.total}>
            <td>{totalName()}</td>
            <td className="number">{total}</td>
          </tr>
        </tbody>
      </table>
    </>
  );

  function totalName(): string {
    if (metric === 'documents') return say('differentDocuments');
    if (metric === 'skuPairs') return say('differentPairs');
    return metricShapes[metric].kind === 'size' ? say('different', { unit: query.unit }) : say('total');
  }
}
