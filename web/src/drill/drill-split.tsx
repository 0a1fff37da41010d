import { useQuery } from '@tanstack/react-query';
import { parsePeriod } from '../../../src/domain/period.ts';
import { SplitBar } from '../design/split-bar.tsx';
import { designWords } from '../design/words.ts';
import { useWords } from '../language/language.tsx';
import { api } from '../server/api.ts';
import { useDataState } from '../server/definitions.ts';
import classes from './drill-split.module.css';
import type { Drill } from './drill-state.ts';
import { useDrill } from './use-drill.ts';
import { useGroups, withState } from './use-groups.ts';

const order = ['retained', 'reactivated', 'new'] as const;

/** Of whom the active are made, and who is missing: each part opens its own list. */
export function DrillSplit({ drill }: { readonly drill: Drill }) {
  const say = useWords(designWords);
  const { open } = useDrill();
  const { split, groups } = useGroups(drill.set);
  const { asOf } = useDataState().data ?? {};
  const lost = split ? withState(drill.set, 'lost') : undefined;
  const missing = useQuery({
    queryKey: ['set-size', lost],
    enabled: lost !== undefined,
    queryFn: ({ signal }) => api.setSize({ body: { set: lost ?? drill.set } }, { signal }),
  });
  if (!split || !groups.data || groups.data.length === 0) return null;
  const period = parsePeriod(drill.period, { today: asOf ?? '2000-01-01' });
  const state = asOf && !('code' in period) && period.to > asOf ? 'notYet' : 'lost';
  const [word, ...rest] = drill.path;
  const parts = order.flatMap((one) => {
    const group = groups.data.find((found) => found.state === one);
    return group ? [{ ...group, state: one, size: group.size ?? 0 }] : [];
  });
  return (
    <div className={classes.split}>
      <SplitBar
        parts={parts.map(({ state: one, size, set }) => ({
          state: one,
          size,
          onOpen: () => open({ ...drill, set, path: [word ?? '', say(one), ...rest].slice(0, 8) }),
        }))}
        {...(missing.data &&
          lost && {
            missing: {
              state,
              size: missing.data.size,
              onOpen: () =>
                open({ ...drill, set: lost, path: [word ?? '', say(state), ...rest].slice(0, 8) }),
            },
          })}
      />
    </div>
  );
}
