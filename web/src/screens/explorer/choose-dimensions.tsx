import { Checkbox, UnstyledButton } from '@mantine/core';
import { ArrowUp, X } from 'lucide-react';
import type { Dimension } from '../../../../src/domain/dimensions.ts';
import classes from '../../filters/choose.module.css';
import { useWords } from '../../language/language.tsx';
import { useCatalogue } from '../../server/definitions.ts';
import { explorerWords } from './words.ts';

const kinds = ['organisation', 'place', 'client', 'product'] as const;
const most = 4;

/** Dimensions of rows or columns, in their order. */
export function ChooseDimensions({
  chosen,
  taken,
  onChange,
}: {
  readonly chosen: readonly Dimension[];
  /** Those that stand on the other side. */
  readonly taken: readonly Dimension[];
  readonly onChange: (chosen: readonly Dimension[]) => void;
}) {
  const say = useWords(explorerWords);
  const catalogue = useCatalogue();
  const all = catalogue.data?.dimensions ?? [];
  const nameOf = (dimension: Dimension) => all.find(({ id }) => id === dimension)?.label ?? dimension;
  const without = (dimension: Dimension) => chosen.filter((one) => one !== dimension);
  const up = (index: number) => {
    const moved = [...chosen];
    const [one] = moved.splice(index, 1);
    if (one) moved.splice(index - 1, 0, one);
    onChange(moved);
  };
  return (
    <div className={classes.choose}>
      {chosen.length > 0 && (
        <ol className={classes.chosen}>
          {chosen.map((dimension, index) => (
            <li key={dimension}>
              <span>{nameOf(dimension)}</span>
              {index > 0 && (
                <UnstyledButton aria-label={say('up', { name: nameOf(dimension) })} onClick={() => up(index)}>
                  <ArrowUp size={14} strokeWidth={1.8} />
                </UnstyledButton>
              )}
              <UnstyledButton
                aria-label={say('remove', { name: nameOf(dimension) })}
                onClick={() => onChange(without(dimension))}
              >
                <X size={14} strokeWidth={1.8} />
              </UnstyledButton>
            </li>
          ))}
        </ol>
      )}
      {chosen.length >= most && <p className="muted">{say('dimensionsUpTo', { n: most })}</p>}
      <div className={classes.groups}>
        {kinds.map((kind) => (
          <fieldset key={kind} className={classes.group}>
            <legend>{say(kind)}</legend>
            {all
              .filter((one) => one.kind === kind)
              .map(({ id, label, definition }) => {
                const dimension = id as Dimension;
                const on = chosen.includes(dimension);
                return (
                  <Checkbox
                    key={id}
                    label={label}
                    title={definition}
                    checked={on}
                    disabled={!on && (taken.includes(dimension) || chosen.length >= most)}
                    onChange={() => onChange(on ? without(dimension) : [...chosen, dimension])}
                  />
                );
              })}
          </fieldset>
        ))}
      </div>
    </div>
  );
}
