import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lastDayOfMonth } from '../../../../src/domain/iso-date.ts';
import { NoData } from '../../app/no-data.tsx';
import { useMay, useMe } from '../../app/session.tsx';
import { did } from '../../app/undo.tsx';
import { Empty } from '../../design/empty.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { Note } from '../../design/note.tsx';
import { Page } from '../../design/page.tsx';
import { PeriodPicker } from '../../design/period-picker.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useFormats } from '../../language/formats.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import { type BonusMonth, invalidateBonus, useBonus } from '../../server/bonus.ts';
import { useDataState } from '../../server/definitions.ts';
import classes from './bonus.module.css';
import { Schemes } from './schemes.tsx';
import { Statement } from './statement.tsx';
import { Tabs } from './tabs.tsx';
import { bonusWords } from './words.ts';

/** What people are paid for a month, each line by line, and the schemes by which they are. */
export function BonusPage() {
  const say = useWords(bonusWords);
  const { month, member, tab } = useSearch({ from: '/bonus' });
  const state = useDataState();
  const { asOf } = state.data ?? {};
  const maySet = useMay('setBonus');
  if (state.data && !asOf) return <NoData title={say('name')} />;
  const shown = month ?? asOf?.slice(0, 7);
  if (shown === undefined)
    return <Page title={say('name')}>{state.error && <ErrorNote error={state.error} />}</Page>;
  if (tab === 'schemes' && maySet) return <Schemes month={shown} />;
  return <Statements month={shown} member={member} maySet={maySet} />;
}

function Statements({
  month,
  member,
  maySet,
}: {
  readonly month: string;
  readonly member: number | undefined;
  readonly maySet: boolean;
}) {
  const say = useWords(bonusWords);
  const formats = useFormats();
  const { language } = useLanguage();
  const navigate = useNavigate({ from: '/bonus' });
  const bonus = useBonus(month);
  const { data } = bonus;
  const whole = useMe().scope.nodes === null;
  const keeping = useMutation({
    mutationFn: (keep: boolean) => (keep ? api.keepBonus : api.releaseBonus)({ params: { month } }),
    onSuccess: (_, keep) =>
      did(say(keep ? 'didKeep' : 'didRelease'), async () => {
        await (keep ? api.releaseBonus : api.keepBonus)({ params: { month } });
        await invalidateBonus();
      }),
    onSettled: invalidateBonus,
  });
  const [first, second] = data?.statements ?? [];
  const alone = first !== undefined && second === undefined && !maySet;
  const one = alone ? first : data?.statements.find((each) => each.member === member);
  if (data && one !== undefined) return <Statement month={data} statement={one} alone={alone} />;
  const isRunning = data?.asOf != null && data.asOf < lastDayOfMonth(`${month}-01`);
  return (
    <Page
      title={say('title', { period: formats.period(month) })}
      under={data?.asOf && say('under', { day: formats.date(data.asOf) })}
      actions={
        <>
          <PeriodPicker
            large
            grains={['month']}
            value={month}
            onChange={(label) => void navigate({ search: { month: label } })}
          />
          {data && data.statements.length > 0 && (
            <>
              <Button
                component="a"
                href={api.exportBonusAddress({ params: { month }, query: { lang: language } })}
                download
              >
                {say('workbook')}
              </Button>
              {maySet && whole && (
                <Button loading={keeping.isPending} onClick={() => keeping.mutate(data.kept === null)}>
                  {say(data.kept === null ? 'keep' : 'release')}
                </Button>
              )}
            </>
          )}
        </>
      }
    >
      {maySet && <Tabs month={month} />}
      {(bonus.error ?? keeping.error) && (
        <ErrorNote error={bonus.error ?? keeping.error} retry={() => void invalidateBonus()} />
      )}
      {bonus.isPending && <Skeleton height={320} />}
      {data?.kept && (
        <Note>{say('kept', { at: formats.instant(data.kept.at), by: data.kept.by || say('holder') })}</Note>
      )}
      {data && !data.kept && isRunning && (
        <Note kind="warning">{say('running', { day: formats.date(data.asOf) })}</Note>
      )}
      {data?.statements.length === 0 && (
        <Empty
          title={say('none')}
          action={
            maySet && (
              <Button variant="filled" onClick={() => void navigate({ search: { month, tab: 'schemes' } })}>
                {say('schemes')}
              </Button>
            )
          }
        >
          {say(maySet ? 'noneHelp' : 'noneOthers')}
        </Empty>
      )}
      {data && data.statements.length > 0 && <List month={data} />}
    </Page>
  );
}

function List({ month: { month, statements, total, heldBack } }: { readonly month: BonusMonth }) {
  const say = useWords(bonusWords);
  const formats = useFormats();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className={classes.wide} tabIndex={0} aria-label={say('statements')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{say('who')}</th>
            <th scope="col" data-wide>
              {say('scheme')}
            </th>
            <th scope="col" className="number" data-wide>
              {say('earned')}
            </th>
            <th scope="col" className="number" data-wide>
              {say('stopFactor')}
            </th>
            <th scope="col" className="number">
              {say('total')}
            </th>
            <th scope="col" className="number">
              {say('heldBack')}
            </th>
          </tr>
        </thead>
        <tbody>
          {statements.map((one) => (
            <tr key={one.member}>
              <th scope="row">
                <Link to="/bonus" search={{ month, member: one.member }}>
                  {one.name}
                </Link>
              </th>
              <td data-wide>{one.scheme.name}</td>
              <td className="number" data-wide>
                {formats.money(one.earned)}
              </td>
              <td className="number" data-wide>
                {formats.number(one.stopFactor)}
              </td>
              <td className="number">{formats.money(one.total)}</td>
              <td className="number">{formats.money(one.heldBack)}</td>
            </tr>
          ))}
        </tbody>
        <tbody className={classes.sums}>
          <tr data-total>
            <th scope="row">{say('sum')}</th>
            <td data-wide />
            <td data-wide />
            <td data-wide />
            <td className="number">{formats.money(total)}</td>
            <td className="number">{formats.money(heldBack)}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
