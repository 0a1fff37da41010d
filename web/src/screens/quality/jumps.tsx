import { Note } from '../../design/note.tsx';
import sheet from '../../design/sheet.module.css';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import type { QualityOf } from '../../server/api.ts';
import { qualityWords } from './words.ts';

/** Months far from what was usual, the latest first. */
export function Jumps({ of }: { readonly of: readonly QualityOf[] }) {
  const say = useWords(qualityWords);
  const formats = useFormats();
  const all = of
    .flatMap((one) => one.jumps.map((jump) => ({ one, jump })))
    .sort((a, b) => b.jump.month - a.jump.month);
  if (all.length === 0) return <Note>{say('noJumps')}</Note>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className={sheet.wide} tabIndex={0} aria-label={say('jumpsTitle')}>
      <table className={sheet.table}>
        <thead>
          <tr>
            <th scope="col">{say('when')}</th>
            <th scope="col">{say('branch')}</th>
            <th scope="col">{say('measure')}</th>
            <th scope="col" className="number">
              {say('was')}
            </th>
            <th scope="col" className="number">
              {say('is')}
            </th>
            <th scope="col" className="number">
              {say('times')}
            </th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ one, jump }) => (
            <tr key={`${one.branch} ${jump.measure} ${jump.month}`}>
              <th scope="row">{formats.period(monthLabel(jump.month))}</th>
              <td>{one.branch === null ? say('whole') : one.branch === 0 ? say('nobodys') : one.name}</td>
              <td>{say(jump.measure)}</td>
              <td className="number">{formats.count(Math.round(jump.usual))}</td>
              <td className="number">{formats.count(Math.round(jump.value))}</td>
              <td className="number">
                {jump.usual === 0 ? '—' : formats.number(jump.value / jump.usual, 1)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const monthLabel = (month: number): string =>
  `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}`;
