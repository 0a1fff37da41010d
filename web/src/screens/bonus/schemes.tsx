import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMe } from '../../app/session.tsx';
import { Empty } from '../../design/empty.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { Page } from '../../design/page.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { useBonusSchemes } from '../../server/bonus.ts';
import { useOrganisation } from '../../server/organisation.ts';
import classes from './bonus.module.css';
import { draftOf, emptyScheme } from './draft.ts';
import { SchemeForm } from './scheme-form.tsx';
import { Tabs } from './tabs.tsx';
import { bonusWords } from './words.ts';

/** How people are paid: the latest version of every scheme, and the editor. */
export function Schemes({ month }: { readonly month: string }) {
  const say = useWords(bonusWords);
  const formats = useFormats();
  const known = useBonusSchemes();
  const organisation = useOrganisation();
  const whole = useMe().scope.nodes === null;
  const [editing, setEditing] = useState<number | 'new'>();
  const names = new Map(organisation.data?.members.map(({ id, name }) => [id, name]));
  // Versions of one scheme follow one another, the latest first.
  const all = known.data?.schemes.filter(
    ({ id }, at, every) => every.findIndex((one) => one.id === id) === at,
  );
  const edited = all?.find(({ id }) => id === editing);
  const close = () => setEditing(undefined);
  if (editing !== undefined && organisation.data)
    return (
      <SchemeForm
        id={edited?.id ?? null}
        version={edited?.version ?? 0}
        before={edited ? draftOf(edited.scheme) : emptyScheme(month)}
        members={organisation.data.members}
        onClose={close}
      />
    );
  return (
    <Page
      title={say('schemesTitle')}
      actions={
        whole && (
          <Button variant="filled" onClick={() => setEditing('new')}>
            {say('add')}
          </Button>
        )
      }
    >
      <Tabs month={month} />
      {(known.error ?? organisation.error) && <ErrorNote error={known.error ?? organisation.error} />}
      {known.isPending && <Skeleton height={160} />}
      {all?.length === 0 && <Empty title={say('noSchemes')}>{say('noneHelp')}</Empty>}
      <ul className={classes.schemes}>
        {all?.map(({ id, version, author, statedAt, scheme }) => (
          <li key={id}>
            <div>
              <h2>{scheme.name}</h2>
              <p>
                {[
                  `${say('level', { level: scheme.whom.level })}: ${
                    scheme.whom.members.map((one) => names.get(one) ?? `№ ${one}`).join(', ') ||
                    say('everybody')
                  }`,
                  say(scheme.active ? 'since' : 'ended', { month: formats.monthOf(scheme.from) }),
                  formats.money(scheme.base),
                  ...scheme.parts.map(({ metric, weight }) => `${say(metric)} ${formats.percent(weight)}`),
                ].join(' · ')}
              </p>
              <small>
                {say('version', { version, author: author || say('holder'), at: formats.instant(statedAt) })}
              </small>
            </div>
            {whole && (
              <Button aria-label={`${say('change')}: ${scheme.name}`} onClick={() => setEditing(id)}>
                {say('change')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Page>
  );
}
