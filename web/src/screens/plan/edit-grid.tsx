import { TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { type PlanMetric, targetKey } from '../../../../src/domain/plan.ts';
import { useWords } from '../../language/language.tsx';
import type { Member } from '../../server/member-tree.ts';
import type { Draft } from './draft.ts';
import { type Named, planLines } from './lines.ts';
import classes from './plan.module.css';
import { RowHead } from './row-head.tsx';
import { useOpenRows } from './use-open-rows.ts';
import { walk } from './walk.ts';
import { planWords } from './words.ts';

/** A field for each member and metric; Enter and arrows go on to the next line. */
export function EditGrid({
  draft,
  metrics,
  members,
  wrong,
  onType,
}: {
  readonly draft: Draft;
  readonly metrics: readonly PlanMetric[];
  readonly members: readonly Member[];
  /** Keys of targets that cannot be read. */
  readonly wrong: ReadonlySet<string>;
  readonly onType: (about: Named, typed: string) => void;
}) {
  const say = useWords(planWords);
  const { cells } = draft;
  // Lines come and go with targets, not with what is typed in them.
  const planned = [...cells.keys()].join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: as said
  const lines = useMemo(() => {
    const targets = [...cells.values()].map(({ about }) => about);
    const there = new Set(targets.map(({ member }) => member));
    return planLines(
      members.filter(({ id, retired }) => retired === null || there.has(id)),
      targets,
      true,
    );
  }, [members, planned]);
  const { rows, turn } = useOpenRows(lines);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className={classes.wide} tabIndex={0} aria-label={say('grid')}>
      <table className={`${classes.table} ${classes.edited}`}>
        <thead>
          <tr>
            <th scope="col" rowSpan={1}>
              {say('who')}
            </th>
            {metrics.map((metric) => (
              <th key={metric} scope="col">
                {say(metric)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={walk}>
          {rows.map(({ line, depth, isOpen }, at) => (
            <tr key={line.key}>
              <RowHead line={line} depth={depth} isOpen={isOpen} turn={turn} />
              {metrics.map((metric, column) => {
                const { level, member, product } = line;
                const key = targetKey({ level, member, metric, product });
                return (
                  <td key={metric}>
                    <TextInput
                      size="xs"
                      data-at={`${at} ${column}`}
                      aria-label={say('planOf', { metric: say(metric), name: line.name || say('company') })}
                      inputMode="decimal"
                      autoComplete="off"
                      styles={{ input: { textAlign: 'right' } }}
                      value={cells.get(key)?.typed ?? ''}
                      error={wrong.has(key)}
                      onChange={(event) =>
                        onType(
                          cells.get(key)?.about ?? { level, member, metric, product, name: line.name },
                          event.currentTarget.value,
                        )
                      }
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
