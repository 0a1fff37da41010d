import { Button, UnstyledButton } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { NoData } from '../../app/no-data.tsx';
import { useMay } from '../../app/session.tsx';
import { ChoiceChip } from '../../design/choice-chip.tsx';
import { Empty } from '../../design/empty.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { Hatches } from '../../design/hatches.tsx';
import { Page } from '../../design/page.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import links from '../../design/view-links.module.css';
import { useDrill } from '../../drill/use-drill.ts';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import type { CallPage } from '../../server/api.ts';
import { CallList } from './call-list.tsx';
import { CallNow } from './call-now.tsx';
import classes from './calls.module.css';
import { CallsResults } from './results.tsx';
import { CallsRules } from './rules-form.tsx';
import type { CallsState } from './state.ts';
import { useCalls } from './use-calls.ts';
import { callsWords } from './words.ts';

/** Whom to call today, one after the other. */
export function CallsPage() {
  const say = useWords(callsWords);
  const state = useSearch({ from: '/calls' });
  const { view } = state;
  const calls = useCalls(state);
  const first = calls.data?.pages[0];
  if (first && first.asOf === null) return <NoData title={say('title')} />;
  return (
    <Page
      title={say('title')}
      under={first && view === undefined && <Late page={first} />}
      actions={<Views state={state} hiddenOn={view === undefined ? 'telephone' : undefined} />}
    >
      <Hatches />
      {view === 'results' && <CallsResults month={state.month} today={first?.today} />}
      {view === 'rules' && <CallsRules />}
      {view === undefined && (
        <>
          {calls.error && <ErrorNote error={calls.error} retry={() => void calls.refetch()} />}
          {calls.isPending && <Skeleton height={420} />}
          {first && <Progress page={first} />}
          {first && <Choices page={first} state={state} />}
          {calls.data && <Work calls={calls} state={state} />}
          <Views state={state} hiddenOn="desk" />
        </>
      )}
    </Page>
  );
}

function Views({
  state: { view },
  hiddenOn,
}: {
  readonly state: CallsState;
  /** The list leaves the head of a telephone to the customer who is called. */
  readonly hiddenOn: 'telephone' | 'desk' | undefined;
}) {
  const say = useWords(callsWords);
  return (
    <nav className={`${links.views} ${classes.views}`} aria-label={say('views')} data-hidden-on={hiddenOn}>
      {([undefined, 'results', 'rules'] as const).map((one) => (
        <Link
          key={one ?? 'list'}
          to="/calls"
          search={({ branch, department, team, rep }: CallsState) => ({
            branch,
            department,
            team,
            rep,
            view: one,
          })}
          activeOptions={{ exact: true, includeSearch: true }}
          {...(one === view && { 'aria-current': 'page' as const })}
        >
          {say(one ?? 'list')}
        </Link>
      ))}
    </nav>
  );
}

/** How many are late and what is expected of them: a door to the customers. */
function Late({ page }: { readonly page: CallPage }) {
  const say = useWords(callsWords);
  const formats = useFormats();
  const { open } = useDrill();
  const late = page.groups.filter(({ group }) => group === 'urgent' || group === 'winBack');
  const n = late.reduce((sum, { size }) => sum + size, 0);
  const sum = late.reduce((all, { expected }) => all + Number(expected), 0);
  const set = { language: 1, unit: 'client', method: { id: 'main' }, set: page.set } as const;
  return (
    <>
      <button
        type="button"
        className={classes.late}
        title={say('openLate')}
        onClick={() => open({ set, period: 'last:12m', path: [say('title')] })}
      >
        {say('late', { n, sum: formats.shortMoney(sum) })}
      </button>
      {' · '}
      {say('asOf', { day: formats.day(page.asOf) })}
    </>
  );
}

function Progress({ page: { done, planned, gap, closes } }: { readonly page: CallPage }) {
  const say = useWords(callsWords);
  const formats = useFormats();
  const brought = ({ share, enough }: NonNullable<CallPage['closes']['sales']>) => ({
    share: formats.percent(share),
    enough: enough ?? 0,
  });
  const said = [
    ...(gap?.sales && closes.sales
      ? [say('gap', { missing: formats.shortMoney(gap.sales.missing), ...brought(closes.sales) })]
      : []),
    ...(gap?.activeBase && closes.activeBase
      ? [say('gapBase', { missing: Number(gap.activeBase.missing), ...brought(closes.activeBase) })]
      : []),
  ];
  return (
    <>
      <div className={classes.progress}>
        <progress value={done} max={Math.max(1, planned)} aria-label={say('calls')} />
        <span>{say('done', { done, planned })}</span>
      </div>
      {said.length > 0 && <p className={classes.gap}>{said.join(' ')}</p>}
    </>
  );
}

const levels = ['branch', 'department', 'team', 'rep'] as const;
const nobodyChosen = { branch: undefined, department: undefined, team: undefined, rep: undefined };

function Choices({ page, state }: { readonly page: CallPage; readonly state: CallsState }) {
  const say = useWords(callsWords);
  const formats = useFormats();
  const navigate = useNavigate({ from: '/calls' });
  const change = (next: CallsState) =>
    void navigate({
      search: (before: CallsState) => ({ ...before, who: undefined, ...next }),
      resetScroll: false,
    });
  const { group = 'urgent', sort = 'money' } = state;
  const chosen = levels.find((level) => state[level] !== undefined);
  return (
    <div className={classes.chooseFrom}>
      <fieldset className={classes.groups}>
        <legend className="sr-only">{say('groups')}</legend>
        {page.groups
          .filter((one) => one.group !== 'agreed' || one.size > 0 || group === 'agreed')
          .map((one) => (
            <UnstyledButton
              key={one.group}
              aria-pressed={one.group === group}
              onClick={() => change({ group: one.group === 'urgent' ? undefined : one.group })}
            >
              {say('group', { group: one.group })} <em>{formats.count(one.size)}</em>
            </UnstyledButton>
          ))}
      </fieldset>
      <ChoiceChip
        label={say('sort')}
        value={sort}
        onChange={(chosen) => change({ sort: chosen === 'plan' ? 'plan' : undefined })}
        options={[
          { value: 'money', label: say('byMoney') },
          { value: 'plan', label: say('byPlan') },
        ]}
      />
      {(page.reps.length > 1 || chosen !== undefined) && (
        <ChoiceChip
          label={say('rep')}
          value={chosen === undefined ? '' : `${chosen} ${state[chosen]}`}
          onChange={(value) => {
            const [level = '', id] = value.split(' ');
            change({ ...nobodyChosen, ...(value !== '' && { [level]: Number(id) }) });
          }}
          options={[
            { value: '', label: say('everybody') },
            ...page.parts.map(({ level, id, name }) => ({
              value: `${level} ${id}`,
              label: say('part', { level, name }),
            })),
            ...page.reps.map(({ id, name }) => ({ value: `rep ${id}`, label: name || say('nobody') })),
          ]}
        />
      )}
    </div>
  );
}

function Work({ calls, state }: { readonly calls: ReturnType<typeof useCalls>; readonly state: CallsState }) {
  const say = useWords(callsWords);
  const may = useMay('recordTouches');
  const navigate = useNavigate({ from: '/calls' });
  const pages = calls.data?.pages ?? [];
  const [first] = pages;
  const rows = pages.flatMap((page) => page.rows);
  const current = rows.find(({ id }) => id === state.who) ?? rows[0];
  if (first === undefined) return null;
  if (current === undefined) return <Empty title={say('nobodyLeft')}>{say('nobodyHelp')}</Empty>;
  const next = () =>
    void navigate({
      search: (before: CallsState) => ({ ...before, who: undefined }),
      replace: true,
      resetScroll: false,
    });
  return (
    <div className={classes.work}>
      <div className={classes.now}>
        <CallNow
          {...{ row: current, may, today: first.today, asOf: first.asOf ?? first.today }}
          onRecorded={next}
        />
        {may && <p className={classes.keys}>{say('keys')}</p>}
      </div>
      <div>
        <CallList rows={rows} current={current.id} />
        {calls.hasNextPage && (
          <Button mt={12} loading={calls.isFetchingNextPage} onClick={() => void calls.fetchNextPage()}>
            {say('more')}
          </Button>
        )}
      </div>
    </div>
  );
}
