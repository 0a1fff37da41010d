import type { BonusLine, BonusStatement } from '../../../../src/domain/bonus/statement.ts';
import { formatFormula } from '../../../../src/domain/money.ts';
import { useFormats } from '../../language/formats.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import classes from './bonus.module.css';
import { isShare } from './draft.ts';
import { bonusWords } from './words.ts';

/** What somebody is paid, line by line: what for, how, how much. */
export function StatementTable({
  statement,
  title,
}: {
  readonly statement: BonusStatement;
  readonly title: string;
}) {
  const say = useWords(bonusWords);
  const formats = useFormats();
  const { language } = useLanguage();
  const { lines, held, gates, earned, stopFactor, total, heldBack } = statement;
  const formula = (text: string) => formatFormula(text, language);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className={classes.wide} tabIndex={0} aria-label={title}>
      <table className={classes.lines}>
        <thead>
          <tr>
            <th scope="col">{say('what')}</th>
            <th scope="col" className="number" data-wide>
              {say('fulfilment')}
            </th>
            <th scope="col">{say('formula')}</th>
            <th scope="col" className="number">
              {say('amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={`${line.kind} ${line.metric} ${line.grade}`} line={line} />
          ))}
        </tbody>
        <tbody className={classes.sums}>
          {gates.length > 0 && (
            <tr>
              <th scope="row">{say('earned')}</th>
              <td data-wide />
              <td />
              <td className="number">{formats.money(earned)}</td>
            </tr>
          )}
          {gates.map(({ of, value, factor }) => (
            <tr key={of}>
              <th scope="row">{say(of)}</th>
              <td className="number" data-wide>
                {value === null ? '' : isShare(of) ? formats.percent(value) : formats.number(value)}
              </td>
              <td>
                × {formula(factor)} {value === null && <small>{say('unknown')}</small>}
              </td>
              <td />
            </tr>
          ))}
          <tr data-total>
            <th scope="row">{say('total')}</th>
            <td data-wide />
            <td>{gates.length > 0 && formula(`${earned} × ${stopFactor}`)}</td>
            <td className="number">{formats.money(total)}</td>
          </tr>
        </tbody>
        {held.length > 0 && (
          <tbody className={classes.held}>
            {held.map((line) => (
              <Line key={`${line.kind} ${line.grade}`} line={line} />
            ))}
            <tr>
              <th scope="row">{say('heldBack')}</th>
              <td data-wide />
              <td />
              <td className="number">{formats.money(heldBack)}</td>
            </tr>
          </tbody>
        )}
      </table>
      {held.length > 0 && <p className={classes.foot}>{say('heldHelp')}</p>}
    </section>
  );
}

function Line({ line }: { readonly line: BonusLine }) {
  const say = useWords(bonusWords);
  const formats = useFormats();
  const { language } = useLanguage();
  const { kind, metric, grade, fulfilment, formula, amount, why } = line;
  const named = () => {
    if (kind === 'part') return metric === null ? '' : say(metric);
    if (kind === 'newClients') return say('newClientsLine');
    if (kind === 'pool') return say('poolLine');
    return say(kind, { grade: grade || 'none' });
  };
  return (
    <tr>
      <th scope="row">{named()}</th>
      <td className="number" data-wide>
        {fulfilment !== null && formats.percent(fulfilment)}
      </td>
      <td>
        {formatFormula(formula, language)} {why !== 'paid' && <small>{say(why)}</small>}
      </td>
      <td className="number">{formats.money(amount)}</td>
    </tr>
  );
}
