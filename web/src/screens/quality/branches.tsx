import sheet from '../../design/sheet.module.css';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import type { QualityOf } from '../../server/api.ts';
import classes from './quality.module.css';
import { qualityWords } from './words.ts';

/** Whose base how good is; a row chooses whose flaws are shown. */
export function Branches({
  whole,
  branches,
  chosen,
  onChoose,
}: {
  readonly whole: QualityOf;
  readonly branches: readonly QualityOf[];
  readonly chosen: number | undefined;
  readonly onChoose: (branch: number | undefined) => void;
}) {
  const say = useWords(qualityWords);
  const formats = useFormats();
  const worstFirst = [...branches].sort((a, b) => (a.score ?? 101) - (b.score ?? 101));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className={sheet.wide} tabIndex={0} aria-label={say('branches')}>
      <table className={sheet.table}>
        <thead>
          <tr>
            <th scope="col">{say('branch')}</th>
            <th scope="col" className="number">
              {say('units')}
            </th>
            <th scope="col" colSpan={2}>
              {say('score')}
            </th>
            <th scope="col" className="number">
              {say('month')}
            </th>
            <th scope="col" className="number">
              {say('missingDays')}
            </th>
            <th scope="col" className="number">
              {say('jumps')}
            </th>
          </tr>
        </thead>
        <tbody>
          {[whole, ...worstFirst].map((one) => {
            const { branch } = one;
            const isChosen = (branch ?? undefined) === chosen;
            return (
              <tr key={branch} className={isChosen ? classes.chosen : undefined}>
                <th scope="row">
                  <button
                    type="button"
                    className={classes.door}
                    aria-pressed={isChosen}
                    onClick={() => onChoose(branch ?? undefined)}
                  >
                    {branch === null ? say('whole') : branch === 0 ? say('nobodys') : one.name}
                  </button>
                </th>
                <td className="number">{formats.count(one.units)}</td>
                <td className={classes.barCell}>
                  <span className={classes.bar} aria-hidden="true">
                    <span style={{ width: `${one.score ?? 0}%` }} />
                  </span>
                </td>
                <td className="number">{formats.number(one.score, 1)}</td>
                <td className="number">{changeIn(one, 30, formats)}</td>
                <td className="number">{one.days === null ? '—' : formats.count(one.days.missing.length)}</td>
                <td className="number">{one.jumps.length === 0 ? '—' : formats.count(one.jumps.length)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** How the score has moved in some days. */
function changeIn({ trend }: QualityOf, days: number, formats: ReturnType<typeof useFormats>): string {
  const last = trend.at(-1);
  if (last === undefined || trend.length < 2) return '—';
  const from = Date.parse(last.day) - days * 86_400_000;
  const first = trend.find(({ day }) => Date.parse(day) >= from);
  return first === undefined || first === last ? '—' : formats.number(last.score - first.score, 1);
}
