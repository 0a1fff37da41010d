import { ChevronDown, ChevronRight } from 'lucide-react';
import { useWords } from '../../language/language.tsx';
import type { Line } from './lines.ts';
import classes from './plan.module.css';
import { planWords } from './words.ts';

/** Who a line is about; opens and closes what is below. */
export function RowHead({
  line,
  depth,
  isOpen,
  turn,
}: {
  readonly line: Line;
  readonly depth: number;
  readonly isOpen: boolean | null;
  readonly turn: (key: string) => void;
}) {
  const say = useWords(planWords);
  const name = line.name || say('company');
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  const inside = (
    <>
      <span className={classes.turn}>{isOpen !== null && <Chevron size={14} aria-hidden />}</span>
      <span className={classes.who}>{name}</span>
      {line.product && <small>{say('goods', { dimension: line.product.dimension })}</small>}
    </>
  );
  return (
    <th scope="row" style={{ paddingLeft: `calc(${depth} * var(--indent))` }} data-depth={depth}>
      {isOpen === null ? (
        <span className={classes.name} title={name}>
          {inside}
        </span>
      ) : (
        <button
          type="button"
          className={classes.name}
          aria-expanded={isOpen}
          title={name}
          onClick={() => turn(line.key)}
        >
          {inside}
        </button>
      )}
    </th>
  );
}
