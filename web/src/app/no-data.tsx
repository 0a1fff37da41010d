import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Empty } from '../design/empty.tsx';
import { Page } from '../design/page.tsx';
import { useWords } from '../language/language.tsx';
import { appWords } from './words.ts';

/** A page of figures before there is anything to count: what fills it, and the way there. */
export function NoData({ title }: { readonly title: string }) {
  const say = useWords(appWords);
  return (
    <Page title={title}>
      <Empty
        title={say('noData')}
        action={
          <Button component={Link} to={'/data/import' as '/'} variant="filled">
            {say('load')}
          </Button>
        }
      >
        {say('noDataHelp')}
      </Empty>
    </Page>
  );
}
