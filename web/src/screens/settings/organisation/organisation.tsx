import { Button, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../../app/session.tsx';
import { Empty } from '../../../design/empty.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Block } from '../../../design/page.tsx';
import { Skeleton } from '../../../design/skeleton.tsx';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import { type Member, memberTree, treeFound } from '../../../server/member-tree.ts';
import { useOrganisation } from '../../../server/organisation.ts';
import classes from '../settings.module.css';
import { useMayDefine } from '../use-may-define.ts';
import { useSettings } from '../use-settings.ts';
import { type MemberDeed, MemberDialog } from './member-dialog.tsx';
import own from './organisation.module.css';
import { OrganisationTree } from './organisation-tree.tsx';
import { OwnPlaces } from './own-places.tsx';
import { organisationWords } from './words.ts';

/** Branches, departments, teams and reps as a tree as of a day, changed by hand; the company's corrections of places. */
export function Organisation() {
  const say = useWords(organisationWords);
  const { search: address, change } = useSettings();
  const organisation = useOrganisation(address.day);
  const mayHandOver = useMay('handOver');
  const may = useMayDefine();
  const [search, setSearch] = useState('');
  const [adds, setAdds] = useState(false);
  const [renames, setRenames] = useState(false);
  const members = organisation.data?.members ?? [];
  const day = organisation.data?.day ?? address.day ?? '';
  const clients = useQuery({
    queryKey: ['organisation-clients', day],
    enabled: day !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.organisationClients({ query: { day } }, { signal }),
  });
  const tree = memberTree(members);
  const found = treeFound(tree, search);
  const looked = members.find(({ id }) => id === address.member);
  const look = (member: Member | undefined, rename = false) => {
    setAdds(false);
    setRenames(rename && may);
    change({ member: member?.id });
  };
  const deed: MemberDeed | undefined = renames ? 'rename' : undefined;
  return (
    <div className={classes.halves}>
      <Block
        title={say('tree')}
        aside={
          mayHandOver && (
            <Link to="/hand-over" className={classes.link}>
              {say('handOver')}
            </Link>
          )
        }
      >
        <p className={classes.small}>{say('treeHelp')}</p>
        {organisation.error && (
          <ErrorNote error={organisation.error} retry={() => void organisation.refetch()} />
        )}
        <div className={own.choice}>
          <TextInput
            className={own.find}
            aria-label={say('find')}
            placeholder={say('find')}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            maxLength={120}
            data-page-search
          />
          <TextInput
            type="date"
            aria-label={say('day')}
            value={day}
            onChange={(event) => change({ day: event.currentTarget.value || undefined })}
          />
          {may && (
            <Button
              leftSection={<Plus size={16} strokeWidth={1.8} aria-hidden />}
              onClick={() => setAdds(true)}
              data-page-new
            >
              {say('addMember')}
            </Button>
          )}
        </div>
        {organisation.isPending && <Skeleton height={240} />}
        {organisation.data && tree.length === 0 && <Empty title={say('none')}>{say('noneHelp')}</Empty>}
        {found.length > 0 && (
          <OrganisationTree
            tree={found}
            day={day}
            clients={new Map(clients.data?.clients.map((one) => [one.member, one.clients]))}
            allOpen={search.trim() !== ''}
            onLook={look}
          />
        )}
      </Block>
      <OwnPlaces />
      {(adds || looked) && organisation.data && (
        <MemberDialog
          key={adds ? 'new' : `${looked?.id} ${deed}`}
          member={adds ? undefined : looked}
          deed={deed}
          members={members}
          day={day}
          clients={clients.data?.clients.find((one) => one.member === looked?.id)?.clients ?? 0}
          onClose={() => look(undefined)}
        />
      )}
    </div>
  );
}
