import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Page } from '../../design/page.tsx';
import { useFormats } from '../../language/formats.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import type { BonusMonth } from '../../server/bonus.ts';
import classes from './bonus.module.css';
import { StatementTable } from './statement-table.tsx';
import { bonusWords } from './words.ts';

/** What one of those is paid whose premium the reader may see; made to be printed. */
export function Statement({
  month: { month, kept },
  statement,
  alone,
}: {
  readonly month: BonusMonth;
  readonly statement: BonusMonth['statements'][number];
  /** It is the only one that the reader may see. */
  readonly alone: boolean;
}) {
  const say = useWords(bonusWords);
  const formats = useFormats();
  const { language } = useLanguage();
  const { member, name, scheme } = statement;
  return (
    <Page
      title={name}
      under={[
        say('title', { period: formats.period(month) }),
        scheme.name,
        kept && say('kept', { at: formats.instant(kept.at), by: kept.by || say('holder') }),
      ]
        .filter(Boolean)
        .join(' · ')}
      actions={
        <>
          {!alone && (
            <Link to="/bonus" search={{ month }} className={classes.back}>
              {say('back')}
            </Link>
          )}
          <Button
            component="a"
            href={api.exportBonusAddress({ params: { month }, query: { member, lang: language } })}
            download
          >
            {say('workbook')}
          </Button>
          <Button onClick={() => print()}>{say('print')}</Button>
        </>
      }
    >
      <StatementTable statement={statement} title={name} />
      <p className={classes.foot}>{say('rounding')}</p>
      <p className={classes.signatures}>{say('signatures')}</p>
    </Page>
  );
}
