import { Link, useSearch } from '@tanstack/react-router';
import { NoData } from '../../app/no-data.tsx';
import { useMay } from '../../app/session.tsx';
import { Empty } from '../../design/empty.tsx';
import { Page } from '../../design/page.tsx';
import { useWords } from '../../language/language.tsx';
import { useDataState } from '../../server/definitions.ts';
import classes from './hand-over.module.css';
import { HandOverHistory } from './history.tsx';
import { PlanForm } from './plan-form.tsx';
import { HandOverReport } from './report.tsx';
import { handOverWords } from './words.ts';

/** Customers of one rep go to others: what would go over, then what went; a report of each to print. */
export function HandOverPage() {
  const say = useWords(handOverWords);
  const may = useMay('handOver');
  const state = useDataState();
  const { from, clients, report } = useSearch({ from: '/hand-over' });
  if (!may) {
    return (
      <Page title={say('title')}>
        <Empty title={say('noRight')}>{say('noRightHelp')}</Empty>
      </Page>
    );
  }
  if (state.data && !state.data.asOf) return <NoData title={say('title')} />;
  if (report !== undefined) return <HandOverReport id={report} />;
  return (
    <Page
      title={say('title')}
      under={say('under')}
      actions={
        <Link to="/settings" search={{ tab: 'organisation' }} className={classes.link}>
          {say('organisation')}
        </Link>
      }
    >
      <div className={classes.blocks}>
        <PlanForm key={`${from} ${clients}`} from={from ?? null} clients={clients ?? null} />
        <HandOverHistory />
      </div>
    </Page>
  );
}
