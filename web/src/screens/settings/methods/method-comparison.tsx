import { Select } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { subtract } from '../../../../../src/domain/decimal.ts';
import { metricShapes } from '../../../../../src/domain/metrics.ts';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Block } from '../../../design/page.tsx';
import { Skeleton } from '../../../design/skeleton.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useLanguage, useWords } from '../../../language/language.tsx';
import { api, type FigureAnswer, type Method } from '../../../server/api.ts';
import { totalOf } from '../../../server/cells.ts';
import { useCatalogue, useDataState } from '../../../server/definitions.ts';
import { inPlace } from '../in-place.ts';
import classes from '../settings.module.css';
import { askComparison, closedMonth, comparedMetrics } from './ask-figures.ts';
import own from './methods.module.css';
import { useOpenTotal } from './use-open-total.ts';
import { useRules } from './use-rules.ts';
import { methodsWords } from './words.ts';

const keyOf = ({ id, version }: Method) => `${id} ${version}`;

/** Two versions side by side, rules and figures of the last closed month: the one before and this one, or any others. */
export function MethodComparison({
  method,
  methods,
}: {
  readonly method: Method;
  readonly methods: readonly Method[];
}) {
  const say = useWords(methodsWords);
  const formats = useFormats();
  const { language } = useLanguage();
  const asOf = useDataState().data?.asOf;
  const versionsOf = useQueries({
    queries: methods.map(({ id, version }) => ({
      queryKey: ['method-versions', id, version],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        api.methodVersions({ params: { id } }, { signal }),
    })),
  });
  const all = versionsOf.flatMap(({ data }) => data?.versions ?? []);
  const [chosen, setChosen] = useState<{ readonly left?: string; readonly right?: string }>({});
  const others = all.filter(({ id }) => id !== method.id);
  const find = (key: string | undefined) => all.find((one) => keyOf(one) === key);
  const right = find(chosen.right) ?? find(keyOf(method));
  const left =
    find(chosen.left) ?? all.find((one) => one.id === method.id && one.version < method.version) ?? others[0];
  const period = asOf ? closedMonth(asOf) : undefined;
  const answers = useQuery({
    queryKey: ['method-comparison', left && keyOf(left), right && keyOf(right), period],
    enabled: left !== undefined && right !== undefined && period !== undefined,
    queryFn: ({ signal }) => askComparison([left as Method, right as Method], period ?? '', signal),
  });
  const error = versionsOf.find((one) => one.error)?.error ?? answers.error;
  const choices = all.map((one) => ({
    value: keyOf(one),
    label: say('versionOf', { name: one.name[language], version: one.version }),
  }));
  if (error) return <ErrorNote error={error} retry={() => void answers.refetch()} />;
  if (!left || !right) return <Skeleton height={220} />;
  return (
    <Block title={say('versions')} aside={period && formats.period(period)}>
      <div className={own.choice}>
        <Select
          comboboxProps={inPlace}
          label={say('left')}
          data={choices}
          value={keyOf(left)}
          onChange={(key) => setChosen({ ...chosen, left: key ?? undefined })}
          allowDeselect={false}
        />
        <Select
          comboboxProps={inPlace}
          label={say('right')}
          data={choices}
          value={keyOf(right)}
          onChange={(key) => setChosen({ ...chosen, right: key ?? undefined })}
          allowDeselect={false}
        />
      </div>
      <ChangedRules left={left} right={right} />
      {period === undefined ? (
        <p className="muted">{say('noData')}</p>
      ) : (
        <Figures answers={answers.data} versions={{ left, right }} />
      )}
    </Block>
  );
}

function ChangedRules({ left, right }: { readonly left: Method; readonly right: Method }) {
  const say = useWords(methodsWords);
  const rulesOf = useRules();
  const [before, now] = [rulesOf(left), rulesOf(right)].map((rules) => rules.map(({ words }) => words));
  const gone = before?.filter((rule) => !now?.includes(rule)) ?? [];
  const come = now?.filter((rule) => !before?.includes(rule)) ?? [];
  if (gone.length + come.length === 0) return <p className={own.changed}>{say('sameRules')}</p>;
  return (
    <div className={own.changed}>
      {gone.length > 0 && <p className="muted">{say('rulesBefore', { rules: gone.join('; ') })}</p>}
      {come.length > 0 && <p>{say('rulesNow', { rules: come.join('; ') })}</p>}
    </div>
  );
}

function Figures({
  answers,
  versions,
}: {
  readonly answers: readonly FigureAnswer[] | undefined;
  readonly versions: { readonly left: Method; readonly right: Method };
}) {
  const say = useWords(methodsWords);
  const formats = useFormats();
  const { language } = useLanguage();
  const catalogue = useCatalogue();
  const openTotal = useOpenTotal();
  const shape = (metric: (typeof comparedMetrics)[number]) => metricShapes[metric].kind;
  const show = (metric: (typeof comparedMetrics)[number], value: string | number | null | undefined) => {
    if (metric === 'coverage') return formats.percent(value);
    return shape(metric) === 'sum' || metric === 'avgCheck' ? formats.roubles(value) : formats.count(value);
  };
  const change = (metric: (typeof comparedMetrics)[number], by: string) =>
    metric === 'coverage'
      ? say('points', { n: formats.percent(by, true).replace(/\s*%$/, '') })
      : formats.change(by);
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{say('figure')}</th>
            {(['left', 'right'] as const).map((side) => {
              const { name, version } = versions[side];
              return (
                <th scope="col" className="number" key={side}>
                  {versions.left.id === versions.right.id
                    ? say('versionIs', { version })
                    : say('versionOf', { name: name[language], version })}
                </th>
              );
            })}
            <th scope="col" className="number">
              {say('difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {comparedMetrics.map((metric) => {
            const values = answers?.map((answer) => totalOf(answer)?.figures[metric]);
            const [before, now] = values ?? [];
            const known = before !== null && before !== undefined && now !== null && now !== undefined;
            const label = catalogue.data?.metrics.find(({ id }) => id === metric)?.label ?? metric;
            return (
              <tr key={metric}>
                <th scope="row">{label}</th>
                {[0, 1].map((index) => {
                  const answer = answers?.[index];
                  return (
                    <td key={index} className="number">
                      {answer ? (
                        <button
                          type="button"
                          className={classes.link}
                          onClick={() => openTotal(answer, metric, [label])}
                        >
                          {show(metric, values?.[index])}
                        </button>
                      ) : (
                        '—'
                      )}
                    </td>
                  );
                })}
                <td className="number">
                  {known ? change(metric, subtract(String(now), String(before))) : '—'}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
