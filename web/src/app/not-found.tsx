import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Empty } from '../design/empty.tsx';
import { Page } from '../design/page.tsx';
import { useWords } from '../language/language.tsx';
import { appWords } from './words.ts';

export function NotFound() {
  const say = useWords(appWords);
  return (
    <Page title={say('notFound')}>
      <Empty
        title={say('notFoundHelp')}
        action={
          <Button component={Link} to="/" variant="filled">
            {say('toDashboard')}
          </Button>
        }
      />
    </Page>
  );
}
