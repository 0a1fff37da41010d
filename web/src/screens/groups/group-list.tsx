import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Empty } from '../../design/empty.tsx';
import { Block } from '../../design/page.tsx';
import sheet from '../../design/sheet.module.css';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { api, type CustomerGroup } from '../../server/api.ts';
import { useDataState } from '../../server/definitions.ts';
import classes from './groups.module.css';
import { groupsWords } from './words.ts';

const most = 1000;

/** Which of some legal entities are active in a month. */
function useActive(entities: readonly number[], month: string | undefined) {
  return useQuery({
    queryKey: ['active-entities', month, entities],
    enabled: month !== undefined && entities.length > 0,
    queryFn: async ({ signal }) => {
      const period = month ?? '';
      const set = {
        kind: 'and',
        sets: [
          { kind: 'state', state: 'active', period },
          { kind: 'ids', ids: entities },
        ],
      } as const;
      const whole = { language: 1, unit: 'legalEntity', method: { id: 'main' }, set } as const;
      const { rows } = await api.setPage({ body: { set: whole, period, limit: most } }, { signal });
      return new Set(rows.map(({ id }) => id));
    },
  });
}

/** Clients that somebody has made of legal entities. */
export function GroupList({
  groups,
  may,
  onOpen,
}: {
  readonly groups: readonly CustomerGroup[];
  readonly may: boolean;
  readonly onOpen: (id: number) => void;
}) {
  const say = useWords(groupsWords);
  const formats = useFormats();
  const month = useDataState().data?.asOf?.slice(0, 7);
  const active = useActive(
    groups.flatMap(({ entities }) => entities.map(({ id }) => id)),
    month,
  );
  if (groups.length === 0) return <Empty title={say('none')}>{say('noneHelp')}</Empty>;
  return (
    <Block title={say('groups')} aside={month && say('activeAside', { month: formats.period(month) })}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
      <section className={sheet.wide} tabIndex={0} aria-label={say('groups')}>
        <table className={sheet.table}>
          <thead>
            <tr>
              <th scope="col">{say('name')}</th>
              <th scope="col">{say('kind')}</th>
              <th scope="col" className="number">
                {say('entities')}
              </th>
              <th scope="col" className="number">
                {say('active')}
              </th>
              <th scope="col">{say('who')}</th>
              <th scope="col">
                <span className="sr-only">{say('action')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ id, name, kind, entities }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to="/customers/$unit/$id" params={{ unit: 'client', id: String(id) }}>
                    {name}
                  </Link>
                </th>
                <td>{say('kindIs', { kind })}</td>
                <td className="number">{formats.count(entities.length)}</td>
                <td className="number">
                  {active.data && formats.count(entities.filter((one) => active.data.has(one.id)).length)}
                </td>
                <td className={classes.names}>{entities.map((one) => one.name).join(', ')}</td>
                <td>
                  {may && (
                    <Button
                      variant="subtle"
                      size="compact-xs"
                      aria-label={say('changeOf', { name })}
                      onClick={() => onOpen(id)}
                    >
                      {say('change')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Block>
  );
}
