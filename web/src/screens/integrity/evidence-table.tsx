import { Link } from '@tanstack/react-router';
import type { Scheme } from '../../../../src/domain/integrity/scheme.ts';
import sheet from '../../design/sheet.module.css';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import classes from './integrity.module.css';
import type { SignalDetail } from './server.ts';
import { integrityWords } from './words.ts';

type Evidence = SignalDetail['evidence'][number];
type Words = keyof typeof integrityWords;

const isWord = (word: string): word is Words => word in integrityWords;

/** Row by row with whom; columns that a scheme has nothing for are left out. */
export function EvidenceTable({
  scheme,
  evidence,
}: {
  readonly scheme: Scheme;
  readonly evidence: readonly Evidence[];
}) {
  const say = useWords(integrityWords);
  const formats = useFormats();
  const heading = (of: 'usual' | 'other' | 'day'): Words | undefined => {
    const word = `${of}.${scheme}`;
    return isWord(word) ? word : undefined;
  };
  const [usual, other, day] = [heading('usual'), heading('other'), heading('day')];
  const hasPoints = evidence.some(({ point }) => point !== null);
  const hasProducts = evidence.some(({ product }) => product !== null);
  const hasGaps = evidence.some(({ gaps }) => gaps.length > 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className={sheet.wide} tabIndex={0} aria-label={say('evidence')}>
      <table className={sheet.table}>
        <thead>
          <tr>
            <th scope="col">{say('customer')}</th>
            {hasPoints && <th scope="col">{say('point')}</th>}
            <th scope="col">{say('date')}</th>
            <th scope="col">{say('document')}</th>
            <th scope="col" className="number">
              {say('amount')}
            </th>
            {usual && (
              <th scope="col" className="number">
                {say(usual)}
              </th>
            )}
            {day && <th scope="col">{say(day)}</th>}
            {other && <th scope="col">{say(other)}</th>}
            {hasProducts && <th scope="col">{say('product')}</th>}
            {hasGaps && <th scope="col">{say('lacks')}</th>}
          </tr>
        </thead>
        <tbody>
          {evidence.map((row) => (
            <tr key={`${row.customer.id} ${row.number} ${row.date} ${row.point}`}>
              <th scope="row">
                <Customer of={row.customer} />
              </th>
              {hasPoints && <td>{row.point}</td>}
              <td>{formats.date(row.date)}</td>
              <td>{row.number}</td>
              <td className="number">{formats.money(row.amount)}</td>
              {usual && <td className="number">{formats.money(row.usual)}</td>}
              {day && <td>{formats.date(row.otherDate)}</td>}
              {other && <td>{row.other && <Customer of={row.other} />}</td>}
              {hasProducts && <td>{row.product}</td>}
              {hasGaps && <td>{row.gaps.map((gap) => say(`gap.${gap}`)).join(', ')}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Customer({ of: { id, name, code, shown } }: { readonly of: Evidence['customer'] }) {
  const say = useWords(integrityWords);
  if (!shown) return <i>{say('hidden')}</i>;
  return (
    <Link className={classes.link} to="/customers/$unit/$id" params={{ unit: 'legalEntity', id: String(id) }}>
      {name || code}
    </Link>
  );
}
