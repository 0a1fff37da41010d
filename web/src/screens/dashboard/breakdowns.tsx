import { Block } from '../../design/page.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { GapLink, useGapIsOpen } from '../../drill/gap-link.tsx';
import { useOpen } from '../../drill/use-open.ts';
import { useWords } from '../../language/language.tsx';
import type { FigureAnswer } from '../../server/api.ts';
import { amount, memberName } from '../../server/cells.ts';
import { useCatalogue } from '../../server/definitions.ts';
import type { FactRow } from '../../server/plans.ts';
import { MembersTable } from './members-table.tsx';
import { dashboardWords } from './words.ts';

/**
 * Who moved the base: branches or reps, the greatest loss first; where they have plans, who will miss, or has missed, his
 * by most.
 */
export function Breakdown({
  answer,
  targets,
}: {
  readonly answer: FigureAnswer | undefined;
  /** Of the АКБ, of whoever has one. */
  readonly targets: readonly FactRow[];
}) {
  const [dimension] = answer?.query.rows ?? [];
  const name = useCatalogue().data?.dimensions.find(({ id }) => id === dimension)?.label;
  if (!answer || name === undefined) {
    return (
      <Block title={<Skeleton width={120} />}>
        <Skeleton height={190} />
      </Block>
    );
  }
  const rows = targets.filter(
    ({ level, forecast, compared }) =>
      level === dimension && (answer.periods[0]?.open ? forecast : compared) !== null,
  );
  return rows.length > 1 ? <ByPlan {...{ answer, name, rows }} /> : <ByChange {...{ answer, name }} />;
}

function ByChange({ answer, name }: { readonly answer: FigureAnswer; readonly name: string }) {
  const say = useWords(dashboardWords);
  const open = useOpen();
  const [dimension = ''] = answer.query.rows;
  const rows = answer.cells
    .filter((cell) => cell.rows.length === 1)
    .map((cell) => {
      const fact = amount(cell.figures, 'activeBase') ?? 0;
      const before = amount(cell.compared?.sameWorkingDay, 'activeBase');
      const [key = ''] = cell.rows;
      return {
        ...{ key, name: memberName(answer, dimension, key) || say('nobody'), fact, beside: before },
        onOpen: () => open(answer, cell, 'activeBase', say('base')),
        bar: before === undefined ? {} : { before },
        change: before === undefined ? undefined : fact - before,
      };
    });
  const heads = { fact: say('base'), beside: say('was'), change: say('change') };
  return <MembersTable title={say('by', { name })} {...{ heads, rows }} />;
}

function ByPlan({
  answer,
  name,
  rows: targets,
}: {
  readonly answer: FigureAnswer;
  readonly name: string;
  readonly rows: readonly FactRow[];
}) {
  const say = useWords(dashboardWords);
  const open = useOpen();
  const [period] = answer.periods;
  const gapIsOpen = useGapIsOpen(period?.label);
  const rows = targets.map(({ level, member, name: of, value, fact, forecast, compared }) => {
    const cell = answer.cells.find(({ rows: [id] }) => id === String(member));
    const will = period?.open && forecast ? { forecast: Number(forecast.value) } : {};
    const change = Number((period?.open ? forecast : compared)?.deviation ?? 0);
    return {
      ...{ key: String(member), name: of, fact: Number(fact ?? 0), beside: Number(value), ...will, change },
      onOpen: cell && (() => open(answer, cell, 'activeBase', say('base'))),
      bar: { plan: Number(value), ...will },
      ...(gapIsOpen &&
        change < 0 && {
          changeAs: (text: string) => (
            <GapLink of={{ level, member }} metric="activeBase" name={of}>
              {text}
            </GapLink>
          ),
        }),
    };
  });
  const heads = {
    ...{ fact: say('factTitle'), beside: say('plan'), change: say('toPlan') },
    ...(period?.open && { forecast: say('forecast') }),
  };
  const title = say(period?.open ? 'byPlan' : 'byPlanOver', { name });
  return <MembersTable {...{ title, heads, rows }} />;
}
