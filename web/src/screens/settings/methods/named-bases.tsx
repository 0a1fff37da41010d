import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { did } from '../../../app/undo.tsx';
import { Empty } from '../../../design/empty.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Block } from '../../../design/page.tsx';
import { Skeleton } from '../../../design/skeleton.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useLanguage, useWords } from '../../../language/language.tsx';
import { api, type FigureAnswer, type Method, type NamedBase } from '../../../server/api.ts';
import { totalOf } from '../../../server/cells.ts';
import { useDataState } from '../../../server/definitions.ts';
import classes from '../settings.module.css';
import { useAct } from '../use-act.ts';
import { useMayDefine } from '../use-may-define.ts';
import own from './methods.module.css';
import { NamedBaseForm } from './named-base-form.tsx';
import { useOpenTotal } from './use-open-total.ts';
import { methodsWords } from './words.ts';

const metrics = ['activeBase', 'totalBase', 'coverage'] as const;

/** The АКБ that the company has under names of its own, side by side. */
export function NamedBases({ methods }: { readonly methods: readonly Method[] }) {
  const say = useWords(methodsWords);
  const may = useMayDefine();
  const client = useQueryClient();
  const act = useAct();
  const [adding, setAdding] = useState(false);
  const state = useDataState();
  const hasData = Boolean(state.data?.asOf);
  const bases = useQuery({ queryKey: ['bases'], queryFn: ({ signal }) => api.namedBases({ signal }) });
  const figures = useQuery({
    queryKey: ['bases', 'figures', bases.data?.bases],
    enabled: hasData && bases.data !== undefined && bases.data.bases.length > 0,
    queryFn: ({ signal }) =>
      api.namedBaseFigures(
        { body: { metrics, rows: [], columns: [], slice: [], history: 'slice', compare: [] } },
        { signal },
      ),
  });
  const refresh = () => client.invalidateQueries({ queryKey: ['bases'] });
  const add = async ({ id: _id, ...body }: NamedBase) => {
    await api.addNamedBase({ body });
    await refresh();
  };
  const remove = async (id: number) => {
    await api.removeNamedBase({ params: { id } });
    await refresh();
  };
  const shown = bases.data?.bases ?? [];
  const answerOf = (id: number) => figures.data?.answers.find(({ base }) => base.id === id)?.answer;
  return (
    <Block
      title={say('bases')}
      aside={may && <Button onClick={() => setAdding(true)}>{say('newBase')}</Button>}
    >
      <p className={own.partHelp}>{say('basesHelp')}</p>
      {(bases.error ?? figures.error) && (
        <ErrorNote error={bases.error ?? figures.error} retry={() => void refresh()} />
      )}
      {bases.isPending && <Skeleton height={80} />}
      {bases.data && shown.length === 0 && (
        <Empty
          title={say('noBases')}
          action={
            may && (
              <Button variant="filled" onClick={() => setAdding(true)}>
                {say('newBase')}
              </Button>
            )
          }
        >
          {say('noBasesHelp')}
        </Empty>
      )}
      {shown.length > 0 && (
        <BaseTable
          bases={shown}
          methods={methods}
          answerOf={answerOf}
          onRemove={
            may
              ? (base) =>
                  void act(async () => {
                    await remove(base.id);
                    did(say('removed', { name: base.name }), () => add(base));
                  })
              : undefined
          }
        />
      )}
      {adding && (
        <NamedBaseForm
          methods={methods}
          onClose={() => setAdding(false)}
          onAdded={(base) => {
            void refresh();
            did(say('added', { name: base.name }), () => remove(base.id));
          }}
        />
      )}
    </Block>
  );
}

function BaseTable({
  bases,
  methods,
  answerOf,
  onRemove,
}: {
  readonly bases: readonly NamedBase[];
  readonly methods: readonly Method[];
  readonly answerOf: (id: number) => FigureAnswer | undefined;
  readonly onRemove: ((base: NamedBase) => void) | undefined;
}) {
  const say = useWords(methodsWords);
  const formats = useFormats();
  const { language } = useLanguage();
  const openTotal = useOpenTotal();
  const nameOf = ({ method }: NamedBase) => {
    const name = methods.find(({ id }) => id === method.id)?.name[language] ?? method.id;
    return method.version === undefined ? name : say('versionOf', { name, version: method.version });
  };
  const period = ({ period: of }: NamedBase) =>
    typeof of === 'string' ? say(of) : say(of.of === 'days' ? 'lastDays' : 'lastMonths', { n: of.length });
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{say('name')}</th>
            {metrics.map((metric) => (
              <th key={metric} scope="col" className="number">
                {say(metric === 'totalBase' ? 'totalBaseFigure' : metric)}
              </th>
            ))}
            {onRemove && <td />}
          </tr>
        </thead>
        <tbody>
          {bases.map((base) => {
            const answer = answerOf(base.id);
            const figures = answer && totalOf(answer)?.figures;
            const label = answer?.periods[0]?.label;
            return (
              <tr key={base.id}>
                <th scope="row">
                  <b>{base.name}</b>
                  <p className={classes.small}>
                    {[
                      nameOf(base),
                      base.products.flatMap(({ members }) => members).join(', ') || say('allProducts'),
                      say(base.unit),
                      label ? `${period(base)}: ${formats.period(label)}` : period(base),
                    ].join(' · ')}
                  </p>
                </th>
                {metrics.map((metric) => (
                  <td key={metric} className="number">
                    {answer && figures ? (
                      <button
                        type="button"
                        className={classes.link}
                        onClick={() => openTotal(answer, metric, [base.name])}
                      >
                        {metric === 'coverage'
                          ? formats.percent(figures[metric])
                          : formats.count(figures[metric])}
                      </button>
                    ) : (
                      '—'
                    )}
                  </td>
                ))}
                {onRemove && (
                  <td className={classes.acts}>
                    <button
                      type="button"
                      className={classes.link}
                      aria-label={`${say('removeBase')}: ${base.name}`}
                      onClick={() => onRemove(base)}
                    >
                      {say('removeBase')}
                    </button>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
