import type { ComponentProps, ReactNode } from 'react';
import { Bullet } from '../../design/bullet.tsx';
import { Block } from '../../design/page.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import classes from './dashboard.module.css';
import { dashboardWords } from './words.ts';

const rowsShown = 6;

export interface MemberRow {
  readonly key: string;
  readonly name: string;
  readonly onOpen: (() => void) | undefined;
  readonly fact: number;
  readonly beside: number | undefined;
  readonly forecast?: number;
  readonly bar: Omit<ComponentProps<typeof Bullet>, 'most' | 'height' | 'fact'>;
  /** From what it is judged by, `beside` when that is not another number. */
  readonly change: number | undefined;
  /** What the change is shown as, if not alone. */
  readonly changeAs?: (text: string) => ReactNode;
}

/** Members of one dimension, who stands worst first. */
export function MembersTable({
  title,
  heads,
  rows,
}: {
  readonly title: string;
  readonly heads: {
    readonly fact: string;
    readonly beside: string;
    readonly forecast?: string;
    readonly change: string;
  };
  readonly rows: readonly MemberRow[];
}) {
  const say = useWords(dashboardWords);
  const formats = useFormats();
  const most = Math.max(
    1,
    ...rows.map(({ fact, beside = 0, forecast = 0 }) => Math.max(fact, beside, forecast)),
  );
  const sorted = rows.toSorted((a, b) => (a.change ?? 0) - (b.change ?? 0) || b.fact - a.fact);
  return (
    <Block title={title}>
      <table className={classes.members}>
        <colgroup>
          <col className={classes.name} />
          <col className={classes.value} />
          <col className={`${classes.value} ${classes.roomy}`} />
          <col className={classes.roomy} />
          {heads.forecast && <col className={`${classes.share} ${classes.roomy}`} />}
          <col className={classes.value} />
          <col className={classes.share} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{say('member')}</span>
            </th>
            <th scope="col">{heads.fact}</th>
            <th scope="col" className={classes.roomy}>
              {heads.beside}
            </th>
            <td className={classes.roomy} />
            {heads.forecast && (
              <th scope="col" className={classes.roomy}>
                {heads.forecast}
              </th>
            )}
            <th scope="col" colSpan={2}>
              {heads.change}
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, rowsShown).map(({ key, name, onOpen, fact, beside, forecast, bar, ...row }) => {
            const { change, changeAs = (text: string): ReactNode => text } = row;
            const tone = `number ${(change ?? 0) < 0 ? 'missing' : ''}`;
            return (
              <tr key={key}>
                <th scope="row">
                  {onOpen ? (
                    <button type="button" onClick={onOpen} title={name}>
                      {name}
                    </button>
                  ) : (
                    name
                  )}
                </th>
                <td className="number">{formats.count(fact)}</td>
                <td className={`number muted ${classes.roomy}`}>{formats.count(beside)}</td>
                <td className={`${classes.bar} ${classes.roomy}`}>
                  <Bullet {...bar} fact={fact} most={most * 1.05} height={6} />
                </td>
                {heads.forecast && <td className={`number ${classes.roomy}`}>{formats.count(forecast)}</td>}
                <td className={tone}>{changeAs(formats.change(change))}</td>
                <td className={tone}>
                  {beside ? formats.percent(String((change ?? 0) / beside), true) : '—'}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Block>
  );
}
