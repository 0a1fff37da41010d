import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorNote } from '../../design/error-note.tsx';
import { Block } from '../../design/page.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import classes from './prospects.module.css';
import { ruleConditions } from './rule-conditions.ts';
import { RulesForm } from './rules-form.tsx';
import { prospectsWords } from './words.ts';

/** By which rules a prospect has a level; the first that fits says it. */
export function RulesBlock({ may }: { readonly may: boolean }) {
  const say = useWords(prospectsWords);
  const [changing, setChanging] = useState(false);
  const rules = useQuery({
    queryKey: ['target-rules'],
    queryFn: ({ signal }) => api.targetRules({ signal }),
  });
  const known = rules.data;
  return (
    <Block
      title={say('rules')}
      aside={may && known && !changing && <Button onClick={() => setChanging(true)}>{say('change')}</Button>}
    >
      <p className="muted">{say('rulesHelp')}</p>
      {rules.error && <ErrorNote error={rules.error} retry={() => void rules.refetch()} />}
      {rules.isPending && <Skeleton height={80} />}
      {known && changing && (
        <RulesForm key={known.version} known={known} onClose={() => setChanging(false)} />
      )}
      {known && !changing && known.rules.length === 0 && <p>{say('noRules')}</p>}
      {known && !changing && (
        <ol className={classes.rules}>
          {known.rules.map((rule, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rules have their places only
            <li key={at}>
              <b>{say('level', { level: rule.level })}</b>{' '}
              {ruleConditions
                .flatMap((condition) => {
                  const some = rule[condition];
                  return some === undefined ? [] : [`${say(condition)}: ${some.join(', ')}`];
                })
                .join(' · ')}
            </li>
          ))}
        </ol>
      )}
    </Block>
  );
}
