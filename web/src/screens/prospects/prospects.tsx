import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { NoData } from '../../app/no-data.tsx';
import { useMay, useMe } from '../../app/session.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { Note } from '../../design/note.tsx';
import { Page } from '../../design/page.tsx';
import sheet from '../../design/sheet.module.css';
import { Skeleton } from '../../design/skeleton.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import { useDataState } from '../../server/definitions.ts';
import { ProspectList } from './prospect-list.tsx';
import classes from './prospects.module.css';
import { RulesBlock } from './rules-block.tsx';
import { prospectsWords } from './words.ts';

/** Whom one would like to have as customers, and how much; nobody of them is in ОКБ. */
export function ProspectsPage() {
  const say = useWords(prospectsWords);
  const formats = useFormats();
  const maySee = useMay('seeCustomers');
  const whole = useMe().scope.nodes === null;
  const mayRule = useMay('defineCompany') && whole;
  const state = useDataState();
  const { level } = useSearch({ from: '/prospects' });
  const levels = useQuery({
    queryKey: ['prospects'],
    queryFn: ({ signal }) => api.prospectLevels({ signal }),
  });
  if (state.data && !state.data.asOf) return <NoData title={say('title')} />;
  const all = levels.data?.levels;
  const shown = all?.filter((one) => level === undefined || (one.level ?? 'none') === level);
  const total = all?.reduce((sum, { size }) => sum + size, 0) ?? 0;
  return (
    <Page title={say('title')} under={say('under')}>
      <div className={sheet.blocks}>
        <div>
          <Note>{say('neverOfBase')}</Note>
        </div>
        <RulesBlock may={mayRule} />
        <div>
          {levels.error && <ErrorNote error={levels.error} retry={() => void levels.refetch()} />}
          {levels.isPending && <Skeleton height={240} />}
          {all && (
            <nav aria-label={say('levels')} className={classes.levels}>
              {[undefined, ...all.map((one) => one.level ?? ('none' as const))].map((one) => (
                <Link
                  key={one ?? 'all'}
                  to="/prospects"
                  search={one === undefined ? {} : { level: one }}
                  activeOptions={{ exact: true, includeSearch: true }}
                  resetScroll={false}
                  {...(one === level && { 'aria-current': 'page' as const })}
                >
                  {say('level', { level: one ?? 'all' })}{' '}
                  <b>
                    {formats.count(
                      one === undefined
                        ? total
                        : (all.find((other) => (other.level ?? 'none') === one)?.size ?? 0),
                    )}
                  </b>
                </Link>
              ))}
            </nav>
          )}
          {maySee && shown && (
            <ProspectList
              set={
                shown.length === 1 && shown[0]
                  ? shown[0].set
                  : { kind: 'or', sets: shown.map(({ set }) => set) }
              }
            />
          )}
        </div>
      </div>
    </Page>
  );
}
