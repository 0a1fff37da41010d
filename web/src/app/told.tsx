import { useNotifications } from '@mantine/notifications';
import { lazy, Suspense, useState } from 'react';

const ToldList = lazy(async () => ({ default: (await import('./told-list.tsx')).ToldList }));

/** Where deeds are told of; loaded when there is something to tell. */
export function Told() {
  const [needed, setNeeded] = useState(false);
  const { notifications } = useNotifications();
  if (!needed && notifications.length > 0) setNeeded(true);
  return (
    needed && (
      <Suspense>
        <ToldList />
      </Suspense>
    )
  );
}
