import { Switch, Tooltip } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { did } from '../../../app/undo.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useLanguage, useWords } from '../../../language/language.tsx';
import { api, type Method } from '../../../server/api.ts';
import { totalOf } from '../../../server/cells.ts';
import { useDataState } from '../../../server/definitions.ts';
import classes from '../settings.module.css';
import { useAct } from '../use-act.ts';
import { useMayDefine } from '../use-may-define.ts';
import { askBases, closedMonth } from './ask-figures.ts';
import own from './methods.module.css';
import { useOpenTotal } from './use-open-total.ts';
import { useRules } from './use-rules.ts';
import { methodsWords } from './words.ts';

type Listed = Method & { readonly kept: boolean };

/** Every method in its newest version: what it has of its own, its base of the last closed month, whether it is kept. */
export function MethodList({
  methods,
  shown,
  onShow,
}: {
  readonly methods: readonly Listed[];
  readonly shown: string | undefined;
  readonly onShow: (id: string) => void;
}) {
  const say = useWords(methodsWords);
  const formats = useFormats();
  const { language } = useLanguage();
  const rulesOf = useRules();
  const openTotal = useOpenTotal();
  const state = useDataState();
  const asOf = state.data?.asOf;
  const period = asOf ? closedMonth(asOf) : undefined;
  const bases = useQuery({
    queryKey: ['method-bases', period, methods.map(({ id, version }) => `${id} ${version}`)],
    enabled: period !== undefined,
    queryFn: ({ signal }) => askBases(methods, period ?? '', signal),
  });
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{say('name')}</th>
            <th scope="col" className="number">
              {say('version')}
            </th>
            <th scope="col" className="number">
              {period ? say('baseIn', { period: formats.period(period) }) : say('activeBase')}
            </th>
            <th scope="col" className={own.kept}>
              <Tooltip label={say('keptHelp')} multiline w={280}>
                <span>{say('kept')}</span>
              </Tooltip>
            </th>
          </tr>
        </thead>
        <tbody>
          {methods.map((method, index) => {
            const answer = bases.data?.[index];
            const name = method.name[language];
            const rules = rulesOf(method).filter((rule) => rule.own);
            return (
              <tr key={method.id} data-chosen={method.id === shown || undefined} className={own.row}>
                <th scope="row">
                  <button
                    type="button"
                    className={classes.link}
                    aria-current={method.id === shown || undefined}
                    onClick={() => onShow(method.id)}
                  >
                    {name}
                  </button>
                  <p className={classes.small}>
                    {rules.length === 0 ? say('asMain') : rules.map(({ words }) => words).join('; ')}
                  </p>
                </th>
                <td className="number">{method.version}</td>
                <td className="number">
                  {answer ? (
                    <button
                      type="button"
                      className={classes.link}
                      onClick={() => openTotal(answer, 'activeBase', [name])}
                    >
                      {formats.count(totalOf(answer)?.figures.activeBase)}
                    </button>
                  ) : (
                    '—'
                  )}
                </td>
                <td className={own.kept}>
                  <KeptSwitch method={method} methods={methods} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function KeptSwitch({ method, methods }: { readonly method: Listed; readonly methods: readonly Listed[] }) {
  const say = useWords(methodsWords);
  const { language } = useLanguage();
  const may = useMayDefine();
  const client = useQueryClient();
  const act = useAct();
  const name = method.name[language];
  const keep = async (ids: readonly string[]) => {
    await api.keepMethods({ body: { ids } });
    await client.invalidateQueries({ queryKey: ['methods'] });
  };
  const toggle = () =>
    act(async () => {
      const before = methods.filter(({ kept }) => kept).map(({ id }) => id);
      await keep(method.kept ? before.filter((id) => id !== method.id) : [...before, method.id]);
      did(say(method.kept ? 'keptNoMore' : 'keptNow', { name }), () => keep(before));
    });
  return (
    <Switch
      aria-label={`${say('kept')}: ${name}`}
      checked={method.kept}
      disabled={!may}
      onChange={() => void toggle()}
    />
  );
}
