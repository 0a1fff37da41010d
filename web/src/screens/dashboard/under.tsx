import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMay } from '../../app/session.tsx';
import { useFormats } from '../../language/formats.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { api, type FigureAnswer, type Method } from '../../server/api.ts';
import { dashboardWords } from './words.ts';

/** What is counted: method, unit, up to which day, how many rows were loaded and rejected. */
export function Under({ answer, method }: { readonly answer: FigureAnswer; readonly method: Method }) {
  const say = useWords(dashboardWords);
  const formats = useFormats();
  const { language } = useLanguage();
  const mayImport = useMay('import');
  const period = answer.periods[0];
  const days = useQuery({
    queryKey: ['working-days', period?.label],
    enabled: period?.open === true,
    queryFn: ({ signal }) => api.workingDays({ query: { period: period?.label ?? '' } }, { signal }),
  });
  const imports = useQuery({
    queryKey: ['imports'],
    enabled: mayImport,
    queryFn: ({ signal }) => api.imports({ signal }),
  });
  const applied = imports.data?.imports.filter(({ status }) => status === 'applied') ?? [];
  const lines = applied.reduce((sum, one) => sum + one.lines, 0);
  const rejected = applied.reduce((sum, one) => sum + one.rejected, 0);
  const company = days.data?.branches.find(({ branch }) => branch === 0);
  return (
    <>
      <Link to={'/settings' as '/'}>
        {say('method', {
          name: method.name[language],
          version: answer.methods[0]?.version ?? method.version,
        })}
      </Link>
      {' · '}
      {say('under', {
        unit: answer.query.unit,
        asOf: formats.day(answer.asOf),
        since: formats.date(answer.historySince),
      })}
      {company && ` · ${say('workingDays', { passed: company.passed, all: company.days })}`}
      {imports.data && (
        <>
          {` · ${say('loaded', { lines })}`}
          {rejected > 0 && (
            <>
              {', '}
              <Link to={'/data' as '/'}>{say('rejected', { rows: formats.count(rejected) })}</Link>
            </>
          )}
        </>
      )}
    </>
  );
}
