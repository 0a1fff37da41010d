import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { NoData } from '../../app/no-data.tsx';
import { useMay, useMe } from '../../app/session.tsx';
import { Empty } from '../../design/empty.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { Page } from '../../design/page.tsx';
import sheet from '../../design/sheet.module.css';
import { Skeleton } from '../../design/skeleton.tsx';
import { useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import { useDataState } from '../../server/definitions.ts';
import { Dealers } from './dealers.tsx';
import { GroupDialog } from './group-dialog.tsx';
import { GroupList } from './group-list.tsx';
import type { MakeOf } from './state.ts';
import { groupsWords } from './words.ts';

/** Legal entities that are counted as one client, and dealers with their sub-dealers, who are not. */
export function GroupsPage() {
  const say = useWords(groupsWords);
  const whole = useMe().scope.nodes === null;
  const may = useMay('editCustomers') && whole;
  const maySee = useMay('seeCustomers');
  const state = useDataState();
  const navigate = useNavigate({ from: '/groups' });
  const { group: opened, make } = useSearch({ from: '/groups' });
  const groups = useQuery({
    queryKey: ['groups'],
    enabled: whole && maySee,
    queryFn: ({ signal }) => api.groups({ signal }),
  });
  if (!maySee) {
    return (
      <Page title={say('title')}>
        <Empty title={say('noRight')}>{say('noRightHelp')}</Empty>
      </Page>
    );
  }
  if (state.data && !state.data.asOf) return <NoData title={say('title')} />;
  const open = (search: { readonly group?: number; readonly make?: MakeOf }) =>
    void navigate({ search, resetScroll: false });
  const close = () => open({});
  const all = groups.data?.groups;
  const group = all?.find(({ id }) => id === opened);
  return (
    <Page
      title={say('title')}
      under={say('under')}
      actions={
        may && (
          <Button variant="filled" onClick={() => open({ make: { unit: 'legalEntity', ids: [] } })}>
            {say('make')}
          </Button>
        )
      }
    >
      <div className={sheet.blocks}>
        {groups.error && <ErrorNote error={groups.error} retry={() => void groups.refetch()} />}
        {whole && groups.isPending && <Skeleton height={120} />}
        {!whole && <p className="muted">{say('ofWhole')}</p>}
        {all && <GroupList groups={all} may={may} onOpen={(id) => open({ group: id })} />}
        <Dealers />
      </div>
      {may && make && <GroupDialog make={make} onClose={close} />}
      {may && group && <GroupDialog key={group.id} group={group} onClose={close} />}
    </Page>
  );
}
