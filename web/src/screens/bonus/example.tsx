import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { type BonusFacts, bonusStatement } from '../../../../src/domain/bonus/statement.ts';
import { isDecimal } from '../../../../src/domain/decimal.ts';
import { decimalText } from '../../language/decimal-text.ts';
import { useWords } from '../../language/language.tsx';
import classes from './bonus.module.css';
import { isShare, type SchemeDraft, schemeOf, shareOf } from './draft.ts';
import { StatementTable } from './statement-table.tsx';
import { bonusWords } from './words.ts';

/** What the scheme comes to for somebody whose fulfilment is typed here. */
export function Example({ draft }: { readonly draft: SchemeDraft }) {
  const say = useWords(bonusWords);
  // A scheme without a name yet comes to something too.
  const read = schemeOf({ ...draft, name: draft.name || '?' });
  const scheme = 'scheme' in read ? read.scheme : null;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const at = (key: string, unless: string): string => typed[key] ?? unless;
  const field = (key: string, label: string, unless: string) => (
    <TextInput
      key={key}
      size="xs"
      label={label}
      value={at(key, unless)}
      inputMode="decimal"
      autoComplete="off"
      onChange={(event) => setTyped({ ...typed, [key]: event.currentTarget.value })}
    />
  );
  const numberAt = (key: string, unless: string): string => {
    const text = decimalText(at(key, unless));
    return isDecimal(text) ? text : '0';
  };
  const facts: BonusFacts | null = scheme && {
    planned: Object.fromEntries(
      scheme.parts.map(({ metric }) => [metric, { plan: '100', fact: numberAt(metric, '100') }]),
    ),
    points: [...(scheme.points?.rates ?? []), { grade: '' }].map(({ grade }) => ({
      ...{ grade, months: (scheme.points?.holdMonths ?? 1) + 1 },
      count: Math.max(0, Math.trunc(Number(numberAt(`points ${grade}`, '10')))),
    })),
    ...{ monthsInForce: 12, newClients: Math.max(0, Math.trunc(Number(numberAt('newClients', '2')))) },
    pool: scheme.pool && { plan: '100', fact: numberAt('pool', '100'), own: '1', all: '5' },
    gates: {
      ...{ overdueShare: shareOf(numberAt('overdueShare', '0')) },
      ...{ returnsShare: shareOf(numberAt('returnsShare', '0')) },
      unresolvedSignals: numberAt('unresolvedSignals', '0'),
    },
  };
  return (
    <aside className={classes.example}>
      <h2>{say('example')}</h2>
      <p className="muted">{say('exampleHelp')}</p>
      <div className={classes.row}>
        {draft.parts.map(({ metric }) =>
          field(metric, say('exampleFulfilment', { metric: say(metric) }), '100'),
        )}
        {draft.points?.rates.map(({ grade }) =>
          field(`points ${grade}`, say('examplePoints', { grade: grade || 'none' }), '10'),
        )}
        {draft.newClients && field('newClients', say('exampleNew'), '2')}
        {draft.pool && field('pool', say('exampleFulfilment', { metric: say('poolBlock') }), '100')}
        {draft.gates.map(({ of }) => field(of, `${say(of)}${isShare(of) ? ', %' : ''}`, '0'))}
      </div>
      {scheme && facts ? (
        <StatementTable statement={bonusStatement(scheme, facts)} title={say('example')} />
      ) : (
        <p>{say('exampleWrong')}</p>
      )}
    </aside>
  );
}
