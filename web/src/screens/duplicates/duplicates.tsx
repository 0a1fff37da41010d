import { Button } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { NoData } from '../../app/no-data.tsx';
import { Empty } from '../../design/empty.tsx';
import { Page } from '../../design/page.tsx';
import { useWords } from '../../language/language.tsx';
import { useDataState } from '../../server/definitions.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import { Dismissed } from './dismissed.tsx';
import classes from './duplicates.module.css';
import { Merges } from './merges.tsx';
import { Review } from './review.tsx';
import { duplicateParts } from './state.ts';
import { useMayMerge } from './use-candidates.ts';
import { duplicatesWords } from './words.ts';

/** Who may be one: pairs to decide, what was merged, what is not one. */
export function DuplicatesPage() {
  const say = useWords(duplicatesWords);
  const may = useMayMerge();
  const state = useDataState();
  const { part = 'review' } = useSearch({ from: '/duplicates' });
  const [bulk, setBulk] = useState(false);
  if (!may) {
    return (
      <Page title={say('title')}>
        <Empty title={say('noRight')}>{say('noRightHelp')}</Empty>
      </Page>
    );
  }
  if (state.data && !state.data.asOf) return <NoData title={say('title')} />;
  return (
    <Page
      title={say('title')}
      under={say('under')}
      actions={part === 'review' && <Button onClick={() => setBulk(true)}>{say('bulk')}</Button>}
    >
      <nav aria-label={say('parts')} className={classes.tabs}>
        {duplicateParts.map((one) => (
          <Link
            key={one}
            to="/duplicates"
            search={one === 'review' ? {} : { part: one }}
            className={classes.tab}
            activeOptions={{ exact: true }}
            {...(one === part && { 'aria-current': 'page' as const })}
          >
            {say(one)}
          </Link>
        ))}
      </nav>
      {part === 'review' && <Review halted={bulk} />}
      {part === 'merged' && <Merges />}
      {part === 'dismissed' && <Dismissed />}
      {bulk && <BulkDialog onClose={() => setBulk(false)} />}
    </Page>
  );
}
