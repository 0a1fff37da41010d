import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMay } from '../../app/session.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { Block, Page } from '../../design/page.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useFormats } from '../../language/formats.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import classes from './hand-over.module.css';
import { useDaysOf } from './use-days-of.ts';
import { handOverWords } from './words.ts';

type Customer = Awaited<ReturnType<typeof api.handOverReport>>['customers'][number];

/** Everything that the receivers have to know of the customers; made to be printed. */
export function HandOverReport({ id }: { readonly id: number }) {
  const say = useWords(handOverWords);
  const { language } = useLanguage();
  const daysOf = useDaysOf();
  const mayExport = useMay('export');
  const report = useQuery({
    queryKey: ['handOverReport', id],
    queryFn: ({ signal }) => api.handOverReport({ params: { id } }, { signal }),
  });
  const { data } = report;
  const name = data && (data.from.name || data.from.code);
  return (
    <Page
      title={name === undefined ? say('title') : say('reportTitle', { name })}
      under={data && daysOf(data)}
      actions={
        <>
          <Link to="/hand-over" search={{}} className={classes.back}>
            {say('back')}
          </Link>
          {mayExport && data && (
            <Button
              component="a"
              href={api.exportHandOverAddress({ params: { id }, query: { format: 'xlsx', lang: language } })}
              download
            >
              {say('workbook')}
            </Button>
          )}
          <Button disabled={!data} onClick={() => print()}>
            {say('print')}
          </Button>
        </>
      }
    >
      {report.error && <ErrorNote error={report.error} retry={() => void report.refetch()} />}
      {report.isPending && <Skeleton height={320} />}
      <div className={classes.blocks}>
        {data?.to.map((rep) => (
          <Block
            key={rep.id}
            title={say('listOf', { name: rep.name || rep.code, n: rep.clients })}
            aside={<span className={classes.signatures}>{say('signatures')}</span>}
          >
            <Customers
              title={rep.name || rep.code}
              customers={data.customers.filter(({ to }) => to === rep.id)}
            />
          </Block>
        ))}
      </div>
    </Page>
  );
}

function Customers({
  title,
  customers,
}: {
  readonly title: string;
  readonly customers: readonly Customer[];
}) {
  const say = useWords(handOverWords);
  const formats = useFormats();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className={classes.wide} tabIndex={0} aria-label={title}>
      <table className={classes.report}>
        <thead>
          <tr>
            <th scope="col">{say('customer')}</th>
            <th scope="col">{say('contacts')}</th>
            <th scope="col">{say('lastPurchase')}</th>
            <th scope="col" className="number">
              {say('sales')}
            </th>
            <th scope="col" className="number">
              {say('avgCheck')}
            </th>
            <th scope="col" className="number">
              {say('frequency')}
            </th>
            <th scope="col" className="number">
              {say('debt')}
            </th>
            <th scope="col">{say('tasks')}</th>
            <th scope="col">{say('terms')}</th>
          </tr>
        </thead>
        <tbody>
          {customers.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {one.name || one.code}
                <small>{[one.inn, one.address].filter(Boolean).join(' · ')}</small>
              </th>
              <td>{one.contacts === null ? say('hidden') : contactsOf(one.contacts, say)}</td>
              <td>{formats.date(one.lastPurchase)}</td>
              <td className="number">{formats.roubles(one.sales)}</td>
              <td className="number">{formats.roubles(one.avgCheck)}</td>
              <td className="number">{formats.number(one.frequency, 1)}</td>
              <td className="number">
                {one.receivable && (
                  <>
                    {formats.roubles(one.receivable.debt)}
                    {one.receivable.overdue !== null && (
                      <small>{say('overdue', { sum: formats.roubles(one.receivable.overdue) })}</small>
                    )}
                    <small>{say('asOf', { day: formats.date(one.receivable.asOf) })}</small>
                  </>
                )}
              </td>
              <td>
                {one.tasks.length > 0 && (
                  <ul>
                    {one.tasks.map(({ id, text, due }) => (
                      <li key={id}>
                        {text}
                        {due !== null && <small>{say('due', { day: formats.date(due) })}</small>}
                      </li>
                    ))}
                  </ul>
                )}
              </td>
              <td>
                {[
                  ...one.terms.map(({ kind, value }) => `${say(`term.${kind}`)}: ${value}`),
                  ...(one.note === '' ? [] : [one.note]),
                ].join('; ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function contactsOf(
  { phone, email, contactName, decisionMaker, influencer }: NonNullable<Customer['contacts']>,
  say: (code: 'decisionMaker' | 'influencer', params: { name: string }) => string,
): string {
  return [
    ...[contactName, phone, email],
    decisionMaker && say('decisionMaker', { name: decisionMaker }),
    influencer && say('influencer', { name: influencer }),
  ]
    .filter(Boolean)
    .join(', ');
}
