import { Checkbox } from '@mantine/core';
import { EffectTable } from '../../../design/effect-table.tsx';
import { Note } from '../../../design/note.tsx';
import { Block } from '../../../design/page.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import type { ImportSummary } from '../../../server/api.ts';
import classes from './changes.module.css';
import { importWords } from './words.ts';

/** Shrunk documents that are shown by name. */
const few = 5;

/** What applying would do: documents, customers, the base by months. */
export function Changes({
  summary,
  shrunkAllowed,
  onAllowShrunk,
}: {
  readonly summary: ImportSummary;
  readonly shrunkAllowed: boolean;
  readonly onAllowShrunk: (allowed: boolean) => void;
}) {
  const say = useWords(importWords);
  const formats = useFormats();
  const { documents, shrunk, effect, customers, deliveryPoints, products, contacts, basis, purpose } =
    summary;
  const rejected = summary.rejects.reduce((sum, { rows }) => sum + rows, 0);
  const figures = [
    { key: 'new', label: say('newDocuments'), size: documents.new },
    { key: 'changed', label: say('changedDocuments'), size: documents.changed },
    { key: 'same', label: say('sameDocuments'), size: documents.same },
    { key: 'rejected', label: say('rejectedRows'), size: rejected },
  ];
  const shipments = summary.tables.filter(({ kind }) => kind === 'shipments');
  const rows = (of: 'loaded' | 'unchanged') => shipments.reduce((sum, table) => sum + table[of], 0);
  const parts = [
    { key: 'loaded', size: rows('loaded'), fill: 'var(--fact)' },
    { key: 'unchanged', size: rows('unchanged'), fill: 'var(--fill2)' },
    { key: 'rejected', size: rejected, fill: 'var(--lost)' },
  ];
  return (
    <Block title={say('changes')} aside={say('changesAside')}>
      <dl className={classes.figures}>
        {figures.map(({ key, label, size }) => (
          <div key={key} className={key === 'rejected' && size > 0 ? 'missing' : undefined}>
            <dt>{label}</dt>
            <dd>{formats.count(size)}</dd>
          </div>
        ))}
      </dl>
      <div className={classes.bar} aria-hidden="true">
        {parts
          .filter(({ size }) => size > 0)
          .map(({ key, size, fill }) => (
            <span key={key} style={{ flexGrow: size, background: fill }} />
          ))}
      </div>
      {shrunk.length > 0 && (
        <Note kind="warning">
          <b>{say('shrunk', { n: documents.shrunk })}</b>
          <p>{say('shrunkHelp')}</p>
          <table className={classes.shrunk}>
            <thead>
              <tr>
                <th scope="col">{say('document')}</th>
                <th scope="col">{say('date')}</th>
                <th scope="col" className="number">
                  {say('linesWas')}
                </th>
                <th scope="col" className="number">
                  {say('amountWas')}
                </th>
              </tr>
            </thead>
            <tbody>
              {shrunk.slice(0, few).map(({ document, date, lines, amount }) => (
                <tr key={`${document} ${date}`}>
                  <th scope="row">{document}</th>
                  <td>{formats.date(date)}</td>
                  <td className="number">
                    {say('becomes', { before: formats.count(lines[0]), after: formats.count(lines[1]) })}
                  </td>
                  <td className="number">
                    {say('becomes', {
                      before: formats.roubles(amount[0]),
                      after: formats.roubles(amount[1]),
                    })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Checkbox
            label={say('shrunkAllow')}
            checked={shrunkAllowed}
            onChange={({ currentTarget }) => onAllowShrunk(currentTarget.checked)}
          />
        </Note>
      )}
      {effect.length === 0 ? (
        <p className={classes.line}>{say('noEffect')}</p>
      ) : (
        <EffectTable effect={effect} />
      )}
      <p className={classes.line}>
        {shipments.length > 0 && `${say('rowsLine', { loaded: rows('loaded'), same: rows('unchanged') })} `}
        {say('also', {
          clients: formats.count(customers.new),
          points: formats.count(deliveryPoints.new),
          products: formats.count(products.new),
          contacts: formats.count(contacts),
        })}
      </p>
      {(basis ?? purpose) !== null && (
        <p className={classes.line}>
          {say('people')}: {[basis, purpose].filter(Boolean).join(' · ')}
        </p>
      )}
    </Block>
  );
}
