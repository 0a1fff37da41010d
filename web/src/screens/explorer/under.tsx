import { Popover, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useMay } from '../../app/session.tsx';
import { IncompleteBadge } from '../../filters/incomplete-badge.tsx';
import { useFormats } from '../../language/formats.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { api, type FigureAnswer } from '../../server/api.ts';
import { useMethods } from '../../server/definitions.ts';
import styles from './explorer.module.css';
import { shortName } from './question-chips.tsx';
import { explorerWords } from './words.ts';

/** What is counted: method, unit, up to which day, how many rows were rejected, and what the figures come from. */
export function Under({ answer }: { readonly answer: FigureAnswer }) {
  const say = useWords(explorerWords);
  const formats = useFormats();
  const { language } = useLanguage();
  const mayImport = useMay('import');
  const known = useMethods().data?.methods ?? [];
  const imports = useQuery({
    queryKey: ['imports'],
    enabled: mayImport,
    queryFn: ({ signal }) => api.imports({ signal }),
  });
  const [first] = answer.periods;
  const last = answer.periods.at(-1);
  const span = first && last && { from: first.from, to: last.to };
  const rejected = (imports.data?.imports ?? [])
    .filter(({ status }) => status === 'applied')
    .reduce((sum, one) => sum + one.rejected, 0);
  return (
    <>
      {answer.methods.map(({ id, version }) => (
        <Fragment key={id}>
          <Link to={'/settings' as '/'}>
            {say('method', {
              name: shortName(known.find((one) => one.id === id)?.name[language] ?? id),
              version,
            })}
          </Link>
          {' · '}
        </Fragment>
      ))}
      {say('under', { unit: answer.query.unit, asOf: formats.day(answer.asOf) })}
      {rejected > 0 && (
        <>
          {' · '}
          <Link to={'/data' as '/'}>{say('rejected', { n: rejected })}</Link>
        </>
      )}
      {' · '}
      <Explained answer={answer} />
      {span && (
        <>
          {' '}
          <IncompleteBadge period={span} slice={answer.query.slice} />
        </>
      )}
    </>
  );
}

const kinds = ['sizes', 'sums', 'registered', 'assigned'] as const;

function Explained({ answer }: { readonly answer: FigureAnswer }) {
  const say = useWords(explorerWords);
  const formats = useFormats();
  const { language } = useLanguage();
  const known = useMethods().data?.methods ?? [];
  return (
    <Popover width={380}>
      <Popover.Target>
        <UnstyledButton component="button" type="button">
          {say('explained')}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={styles.explained}>
        <b>{say('explainedTitle')}</b>
        <ul>
          {answer.explained.map((one) => (
            <li key={`${one.method} ${one.from} ${one.to}`}>
              <p>
                {answer.methods.length > 1 &&
                  `${shortName(known.find(({ id }) => id === one.method)?.name[language] ?? one.method)}, `}
                {formats.date(one.from)}–{formats.date(one.to)}
              </p>
              {kinds.map((kind) => {
                const from = one[kind];
                return (
                  from && (
                    <p key={kind} className="muted">
                      {say(kind)}: {say('source', { source: from.source })}
                      {from.why && `, ${say('reason', { why: from.why })}`}
                    </p>
                  )
                );
              })}
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
