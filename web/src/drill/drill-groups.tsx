import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { add } from '../../../src/domain/decimal.ts';
import { ErrorNote } from '../design/error-note.tsx';
import { StateMark } from '../design/state-mark.tsx';
import { designWords } from '../design/words.ts';
import type { Formats } from '../language/formats.ts';
import { useWords } from '../language/language.tsx';
import { api } from '../server/api.ts';
import { usePages } from '../server/use-pages.ts';
import classes from './drill-drawer.module.css';
import type { Drill } from './drill-state.ts';
import { type Group, useGroups } from './use-groups.ts';
import { drillWords } from './words.ts';

/** Whoever is active is new, reactivated or retained: the list goes by that. Other sets are one list. */
export function DrillGroups({ drill, formats }: { readonly drill: Drill; readonly formats: Formats }) {
  const say = useWords(drillWords);
  const { set } = drill;
  const { split, groups } = useGroups(set);
  if (groups.error) return <ErrorNote error={groups.error} />;
  // Those who are transferred belong to no part: then the list is one.
  const shown: readonly Group[] = split ? (groups.data ?? []) : [{ set }];
  return (
    <table className={classes.table}>
      <colgroup>
        <col />
        <col style={{ width: 84 }} />
        <col style={{ width: 52 }} />
        <col style={{ width: 104 }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{say('customer')}</th>
          <th scope="col">{say('last')}</th>
          <th scope="col">{say('documents')}</th>
          <th scope="col">{say('amount')}</th>
        </tr>
      </thead>
      {shown.map((group) => (
        <Members
          key={group.state ?? 'all'}
          drill={drill}
          group={group}
          first={shown.length > 1 ? 5 : 100}
          formats={formats}
        />
      ))}
      <Total drill={drill} formats={formats} />
    </table>
  );
}

function Members({
  drill,
  group,
  first,
  formats,
}: {
  readonly drill: Drill;
  readonly group: Group;
  readonly first: number;
  readonly formats: Formats;
}) {
  const say = useWords(drillWords);
  const states = useWords(designWords);
  const { period, slice } = drill;
  const { pages, rows, total } = usePages(
    ['drill-members', group.set, period, slice, first],
    (from, options) =>
      // A cursor belongs to one size of page.
      api.setPage(
        {
          body: { set: group.set, period, ...(slice && { slice }), sort: 'sales', limit: first, ...from },
        },
        options,
      ),
  );
  return (
    <tbody>
      {group.state && (
        <tr className={classes.group}>
          <td colSpan={4}>
            <StateMark state={group.state} />
            {states(group.state)} {formats.count(group.size)}
          </td>
        </tr>
      )}
      {rows.map((row) => (
        <tr key={row.id}>
          <td title={row.shown ? row.name : undefined}>
            <Link to={`/customers/${drill.set.unit}/${row.id}` as '/'}>
              {row.shown ? row.name : say('hidden', { id: row.id })}
            </Link>
          </td>
          <td className={classes.date}>{formats.date(row.lastPurchase)}</td>
          <td className="number">{formats.count(row.documents)}</td>
          <td className="number">{formats.number(row.sales, 0)}</td>
        </tr>
      ))}
      {pages.hasNextPage && (
        <tr>
          <td colSpan={4}>
            <button
              type="button"
              className={classes.more}
              disabled={pages.isFetchingNextPage}
              onClick={() => void pages.fetchNextPage()}
            >
              {say('more', { n: total - rows.length })}
            </button>
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** As many as can be added up in one go. */
const summed = 1000;

/** How many they are, and what they bought together where one page holds them all. */
function Total({ drill, formats }: { readonly drill: Drill; readonly formats: Formats }) {
  const say = useWords(drillWords);
  const all = useQuery({
    queryKey: ['drill-total', drill.set, drill.period, drill.slice],
    queryFn: async ({ signal }) => {
      const { set, period, slice } = drill;
      const body = { set, period, ...(slice && { slice }), sort: 'sales', limit: summed } as const;
      const { rows, total, next } = await api.setPage({ body }, { signal });
      const sum = rows.reduce((known: string, { sales }) => add(known, sales ?? '0'), '0');
      return { total, sum: next === undefined ? sum : undefined };
    },
  });
  if (!all.data) return null;
  return (
    <tfoot>
      <tr>
        <td colSpan={3}>
          {say('totalOf', { count: say('count', { n: all.data.total, unit: drill.set.unit }) })}
        </td>
        <td className="number">{all.data.sum !== undefined && formats.number(all.data.sum, 0)}</td>
      </tr>
    </tfoot>
  );
}
