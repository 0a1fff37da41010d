import { Link } from '@tanstack/react-router';
import { type Flaw, flaws } from '../../../../src/domain/flaws.ts';
import { flawWords } from '../../design/flaw-words.ts';
import { Note } from '../../design/note.tsx';
import { Block } from '../../design/page.tsx';
import sheet from '../../design/sheet.module.css';
import { useDrill } from '../../drill/use-drill.ts';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import type { QualityOf } from '../../server/api.ts';
import classes from './quality.module.css';
import { qualityWords } from './words.ts';

const remedyOf = (flaw: Flaw): 'remedy.assign' | 'remedy.state' | 'remedy.point' | 'remedy.fill' => {
  if (flaw === 'repMissing') return 'remedy.assign';
  if (flaw === 'typeMissing' || flaw === 'cityUnknown') return 'remedy.state';
  return flaw === 'pointMissing' ? 'remedy.point' : 'remedy.fill';
};

/** What is wrong, of how many, and the way to mend it. */
export function Flaws({ of, day }: { readonly of: QualityOf; readonly day: string }) {
  const say = useWords(qualityWords);
  const named = useWords(flawWords);
  const formats = useFormats();
  const { open } = useDrill();
  const { branch } = of;
  const name = branch === 0 ? say('nobodys') : of.name;
  const found = flaws
    .map((flaw) => ({ flaw, n: of.flawed[flaw] ?? 0 }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n);
  const within = branch === null ? {} : { branch };
  return (
    <Block title={branch === null ? say('flaws') : say('flawsOf', { name })}>
      {found.length === 0 ? (
        <Note>{say('nothingWrong')}</Note>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
        <section className={sheet.wide} tabIndex={0} aria-label={say('flaws')}>
          <table className={sheet.table}>
            <thead>
              <tr>
                <th scope="col">{say('flaw')}</th>
                <th scope="col" className="number">
                  {say('customers')}
                </th>
                <th scope="col" colSpan={2}>
                  {say('share')}
                </th>
                <th scope="col">{say('remedy')}</th>
              </tr>
            </thead>
            <tbody>
              {found.map(({ flaw, n }) => (
                <tr key={flaw}>
                  <th scope="row">{named(flaw)}</th>
                  <td className="number">
                    <button
                      type="button"
                      className={classes.door}
                      aria-label={say('list', { flaw: named(flaw), n: formats.count(n) })}
                      onClick={() =>
                        open({
                          set: {
                            language: 1,
                            unit: 'legalEntity',
                            method: { id: 'main' },
                            set: { kind: 'flawed', flaw, ...within },
                          },
                          period: `${day.slice(0, 4)}`,
                          path: [say('path'), named(flaw), ...(branch === null ? [] : [name])],
                        })
                      }
                    >
                      {formats.count(n)}
                    </button>
                  </td>
                  <td className={classes.barCell}>
                    <span className={classes.bar} data-bad aria-hidden="true">
                      <span style={{ width: `${(100 * n) / Math.max(1, of.units)}%` }} />
                    </span>
                  </td>
                  <td className="number">{formats.percent(n / Math.max(1, of.units))}</td>
                  <td>
                    <Link
                      to="/customers"
                      search={{ unit: 'legalEntity', flaw, ...within }}
                      className={classes.link}
                      aria-label={say('open', { remedy: say(remedyOf(flaw)), flaw: named(flaw) })}
                    >
                      {say(remedyOf(flaw))}
                    </Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Block>
  );
}
