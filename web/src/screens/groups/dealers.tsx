import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ErrorNote } from '../../design/error-note.tsx';
import { Block } from '../../design/page.tsx';
import sheet from '../../design/sheet.module.css';
import { Skeleton } from '../../design/skeleton.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import classes from './groups.module.css';
import { groupsWords } from './words.ts';

/** Who buys below whom: each is a customer of his own. */
export function Dealers() {
  const say = useWords(groupsWords);
  const formats = useFormats();
  const dealers = useQuery({ queryKey: ['dealers'], queryFn: ({ signal }) => api.dealers({ signal }) });
  const all = dealers.data?.dealers;
  return (
    <Block title={say('dealers')} aside={say('dealersAside')}>
      {dealers.error && <ErrorNote error={dealers.error} retry={() => void dealers.refetch()} />}
      {dealers.isPending && <Skeleton height={80} />}
      {all?.length === 0 && <p className="muted">{say('noDealers')}</p>}
      {all && all.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
        <section className={sheet.wide} tabIndex={0} aria-label={say('dealers')}>
          <table className={sheet.table}>
            <thead>
              <tr>
                <th scope="col">{say('dealer')}</th>
                <th scope="col" className="number">
                  {say('subDealers')}
                </th>
                <th scope="col" className="number">
                  {say('active')}
                </th>
                <th scope="col">{say('who')}</th>
              </tr>
            </thead>
            <tbody>
              {all.map(({ id, name, subDealers }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link to="/customers/$unit/$id" params={{ unit: 'client', id: String(id) }}>
                      {name}
                    </Link>
                  </th>
                  <td className="number">{formats.count(subDealers.length)}</td>
                  <td className="number">
                    {formats.count(subDealers.filter(({ active }) => active).length)}
                  </td>
                  <td className={classes.names}>{subDealers.map((one) => one.name).join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Block>
  );
}
