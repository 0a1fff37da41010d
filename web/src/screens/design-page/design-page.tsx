import { Button } from '@mantine/core';
import { LockKeyhole, Plus } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { fetchPart } from '../../app/connection.ts';
import { did, tell } from '../../app/undo.tsx';
import { Bridge } from '../../design/bridge.tsx';
import { Bullet } from '../../design/bullet.tsx';
import { Chip, Chips } from '../../design/chip.tsx';
import { Empty } from '../../design/empty.tsx';
import { FigureCell } from '../../design/figure-cell.tsx';
import { FigureTile } from '../../design/figure-tile.tsx';
import { Hatches } from '../../design/hatches.tsx';
import { Note } from '../../design/note.tsx';
import { Block, Page } from '../../design/page.tsx';
import { PeriodPicker } from '../../design/period-picker.tsx';
import { Progress } from '../../design/progress.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { SplitBar } from '../../design/split-bar.tsx';
import { StateTag } from '../../design/state-mark.tsx';
import { designWords } from '../../design/words.ts';
import { useWords } from '../../language/language.tsx';
import classes from './design-page.module.css';
import { StateColours, Tokens } from './state-colours.tsx';
import { designPageWords } from './words.ts';

const LineChart = lazy(() => fetchPart(() => import('../../design/charts/line-chart.tsx')));

const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);
const values = [738, 773, 806, 834, 804, 803, 853, 865, 878, 902, 911, 792];
const nothing = () => undefined;

/** Every sign of the design system on one page. */
export function DesignPage() {
  const say = useWords(designPageWords);
  return (
    <Page title={say('title')} under={say('under')}>
      <Hatches />
      <div className={classes.columns}>
        <div className={classes.column}>
          <StateColours />
          <Type />
          <Tokens />
        </div>
        <div className={classes.column}>
          <Figures />
        </div>
        <div className={classes.column}>
          <Messages />
        </div>
      </div>
    </Page>
  );
}

function Type() {
  const say = useWords(designPageWords);
  const sizes = [
    ['40/44', '792', classes.headline],
    ['28/32', '916', classes.second],
    ['20/28', say('pageTitle'), classes.pageTitle],
    ['13/20', say('blockTitle'), classes.blockTitle],
    ['13/20', say('text'), classes.text],
    ['12/16', say('caption'), classes.caption],
    ['11/16', say('axis'), classes.axis],
  ] as const;
  return (
    <Block title={say('type')}>
      <dl className={classes.type}>
        {sizes.map(([size, text, style]) => (
          <div key={text}>
            <dt>{size}</dt>
            <dd className={style}>{text}</dd>
          </div>
        ))}
      </dl>
    </Block>
  );
}

function Figures() {
  const say = useWords(designPageWords);
  const words = useWords(designWords);
  const cells = [
    ['plain', <FigureCell key="cell">158</FigureCell>],
    [
      'above',
      <FigureCell key="cell" heat={{ by: 'deviation', better: true, tint: 22, marked: false }}>
        146
      </FigureCell>,
    ],
    [
      'below',
      <FigureCell key="cell" heat={{ by: 'deviation', better: false, tint: 20, marked: true }}>
        130
      </FigureCell>,
    ],
    [
      'chosen',
      <FigureCell key="cell" chosen heat={{ by: 'deviation', better: false, tint: 16, marked: false }}>
        94
      </FigureCell>,
    ],
    ['loading', <FigureCell key="cell" state="loading" aria-label={say('loading')} />],
    ['nothing', <FigureCell key="cell" state="nothing" />],
    ['locked', <FigureCell key="cell" state="locked" />],
  ] as const;
  return (
    <>
      <Block title={say('tile')}>
        <FigureTile
          title={say('tileTitle')}
          figure="792"
          onOpen={nothing}
          verdict={
            <>
              {say('verdict')}
              <b className="missing">{say('missing')}</b>
            </>
          }
          comparison={say('comparison')}
        />
      </Block>
      <Block title={say('bullet')}>
        <Bullet fact={792} forecast={888} interval={[846, 930]} plan={930} before={784} most={1000} />
        <p className={classes.small}>{say('bulletIs')}</p>
      </Block>
      <Block title={say('bridge')}>
        <Bridge
          width={180}
          rows={[
            { sign: '=', label: say('october'), value: 902, total: 'past' },
            { sign: '+', label: words('new'), value: 31, state: 'new', onOpen: nothing },
            { sign: '+', label: words('reactivated'), value: 57, state: 'reactivated', onOpen: nothing },
            { sign: '−', label: words('notYet'), value: 198, state: 'notYet', onOpen: nothing },
            { sign: '=', label: say('now'), value: 792, total: 'now', onOpen: nothing },
          ]}
        />
      </Block>
      <Block title={say('split')}>
        <SplitBar
          parts={[
            { state: 'retained', size: 80, onOpen: nothing },
            { state: 'reactivated', size: 13, onOpen: nothing },
            { state: 'new', size: 1, onOpen: nothing },
          ]}
          missing={{ state: 'lost', size: 11, onOpen: nothing }}
        />
      </Block>
      <Block title={say('cells')}>
        <ul className={classes.cells}>
          {cells.map(([name, cell]) => (
            <li key={name}>
              <div className={classes.cell}>{cell}</div>
              <span>{say(name)}</span>
            </li>
          ))}
        </ul>
      </Block>
      <Block title={say('heat')}>
        <div className={classes.steps}>
          {[1, 2, 3, 4, 5, 6].map((step) => (
            <FigureCell key={step} heat={{ by: 'amount', step }}>
              {step * 25}
            </FigureCell>
          ))}
        </div>
      </Block>
      <Block title={say('chips')}>
        <Chips label={say('chips')}>
          <PeriodPicker name={say('period')} value="2026-11" onChange={nothing} />
          <Chip name={say('branch')} value={say('branches')} onRemove={nothing}>
            {() => <p>{say('chipHelp')}</p>}
          </Chip>
          <Chip dashed value={say('filter')} icon={<Plus size={13} strokeWidth={1.8} aria-hidden />}>
            {() => <p>{say('chipHelp')}</p>}
          </Chip>
        </Chips>
        <p className={classes.tags}>
          {(
            ['new', 'retained', 'reactivated', 'lost', 'notYet', 'transferredIn', 'transferredOut'] as const
          ).map((state) => (
            <StateTag key={state} state={state} />
          ))}
        </p>
      </Block>
      <Block title={say('line')}>
        <div className={classes.chart}>
          <Suspense fallback={<Skeleton height={160} />}>
            <LineChart
              name={say('line')}
              labels={months}
              values={values}
              running={say('running')}
              onOpen={nothing}
            />
          </Suspense>
        </div>
      </Block>
    </>
  );
}

function Messages() {
  const say = useWords(designPageWords);
  const words = useWords(designWords);
  return (
    <>
      <Block title={say('buttons')}>
        <p className={classes.tags}>
          <Button variant="filled">{say('save')}</Button>
          <Button>{say('export')}</Button>
          <Button variant="subtle" color="gray">
            {say('cancel')}
          </Button>
          <Button disabled aria-label={say('lock')}>
            <LockKeyhole size={16} strokeWidth={1.8} />
          </Button>
        </p>
      </Block>
      <Block title={say('long')}>
        <Progress
          title={say('longTitle')}
          done={11_840}
          all={18_412}
          note={say('longNote')}
          onStop={nothing}
        />
      </Block>
      <Block title={say('empty')}>
        <Empty title={say('emptyTitle')} action={<Button variant="filled">{say('setPlan')}</Button>}>
          {say('emptyText')}
        </Empty>
      </Block>
      <Block title={say('notes')}>
        <Note kind="error">
          <b>{say('errorTitle')}</b>
          <p>{say('errorText')}</p>
        </Note>
        <Note kind="warning">{say('warningText')}</Note>
        <Note>{say('infoText')}</Note>
        <p className={classes.tags}>
          <Button onClick={() => did(say('toast'), async () => tell(words('retry')))}>{say('cancel')}</Button>
        </p>
      </Block>
    </>
  );
}
