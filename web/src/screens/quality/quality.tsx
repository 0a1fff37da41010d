import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { NoData } from '../../app/no-data.tsx';
import { useMay } from '../../app/session.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { Block, Page } from '../../design/page.tsx';
import sheet from '../../design/sheet.module.css';
import { Skeleton } from '../../design/skeleton.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import { useDataState } from '../../server/definitions.ts';
import { Branches } from './branches.tsx';
import { Flaws } from './flaws.tsx';
import { Jumps } from './jumps.tsx';
import classes from './quality.module.css';
import { Score } from './score.tsx';
import { qualityWords } from './words.ts';

/** How good what is known is, where it is not, and what to do about it. */
export function QualityPage() {
  const say = useWords(qualityWords);
  const formats = useFormats();
  const { branch } = useSearch({ from: '/quality' });
  const navigate = useNavigate({ from: '/quality' });
  const state = useDataState();
  const mayMerge = useMay('mergeCustomers');
  const quality = useQuery({ queryKey: ['quality'], queryFn: ({ signal }) => api.quality({ signal }) });
  if (state.data && !state.data.asOf) return <NoData title={say('title')} />;
  const { whole, branches, day } = quality.data ?? {};
  const shown = branches?.find((one) => one.branch === branch) ?? whole;
  return (
    <Page
      title={say('title')}
      under={whole && say('under', { units: whole.units, day: formats.date(day) })}
      actions={
        mayMerge && (
          <Link to="/duplicates" className={classes.link}>
            {say('duplicates')}
          </Link>
        )
      }
    >
      {quality.error && <ErrorNote error={quality.error} retry={() => void quality.refetch()} />}
      {!quality.error && !whole && <Skeleton height={420} />}
      {whole && branches && shown && day && (
        <div className={sheet.blocks}>
          <div className={classes.top}>
            <Score of={whole} />
            <Branches
              whole={whole}
              branches={branches}
              chosen={branch}
              onChoose={(next) =>
                void navigate({ search: next === undefined ? {} : { branch: next }, resetScroll: false })
              }
            />
          </div>
          <Flaws of={shown} day={day} />
          <Block title={say('jumpsTitle')} aside={say('jumpsAside')}>
            <Jumps of={[whole, ...branches]} />
          </Block>
        </div>
      )}
    </Page>
  );
}
