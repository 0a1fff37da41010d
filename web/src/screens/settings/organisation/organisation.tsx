import { TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../../../app/session.tsx';
import { Empty } from '../../../design/empty.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Block } from '../../../design/page.tsx';
import { Skeleton } from '../../../design/skeleton.tsx';
import { useWords } from '../../../language/language.tsx';
import { useOrganisation } from '../organisation-members.ts';
import classes from '../settings.module.css';
import { commonWords } from '../words.ts';
import { type Branch, memberTree, treeFound } from './member-tree.ts';
import own from './organisation.module.css';
import { OwnPlaces } from './own-places.tsx';
import { organisationWords } from './words.ts';

/** Branches, departments, teams and reps as a tree; the company's corrections of places. */
export function Organisation() {
  const say = useWords(organisationWords);
  const organisation = useOrganisation();
  const mayHandOver = useMay('handOver');
  const [search, setSearch] = useState('');
  const tree = memberTree(organisation.data?.members ?? []);
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
        {organisation.isPending && <Skeleton height={240} />}
        {organisation.data && tree.length === 0 && <Empty title={say('none')}>{say('noneHelp')}</Empty>}
        {tree.length > 0 && (
          <>
            <TextInput
              my={8}
              aria-label={say('find')}
              placeholder={say('find')}
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
              maxLength={120}
              data-page-search
            />
            <Level key={search} branches={treeFound(tree, search)} open={search.trim() !== ''} />
          </>
        )}
      </Block>
      <OwnPlaces />
    </div>
  );
}

function Level({ branches, open }: { readonly branches: readonly Branch[]; readonly open: boolean }) {
  const common = useWords(commonWords);
  const row = ({ member }: Branch) => (
    <>
      <span>{member.name || member.code}</span>
      <span className={classes.small}>{common('kind', { kind: member.kind })}</span>
    </>
  );
  return (
    <ul className={own.level}>
      {branches.map((branch) => (
        <li key={branch.member.id}>
          {branch.below.length > 0 ? (
            <details open={open}>
              <summary className={own.row}>
                {row(branch)}
                <span className={own.count}>{branch.below.length}</span>
              </summary>
              <Level branches={branch.below} open={open} />
            </details>
          ) : (
            <span className={own.row}>{row(branch)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
