import { formatMoney } from '../../domain/money.ts';
import { formatDate } from '../../messages/format.ts';
import type { Say } from '../../messages/index.ts';
import type { Language } from '../../messages/message.ts';
import type { HandOverReport } from '../../use-cases/hand-over/hand-over.ts';
import type { HandedClient } from '../../use-cases/hand-over/report.ts';
import type { Column } from './columns.ts';

interface Words {
  readonly say: Say;
  readonly language: Language;
}

const contactsOf = ({ contacts }: HandedClient): string =>
  contacts === null
    ? ''
    : [
        ...new Set([
          contacts.decisionMaker,
          contacts.influencer,
          contacts.contactName,
          contacts.phone,
          contacts.email,
        ]),
      ]
        .filter(Boolean)
        .join(', ');

const termsOf = ({ terms }: HandedClient, say: Say): string =>
  terms.flatMap(({ kind, value }) => (value === '' ? [] : [`${say(`term.${kind}`)}: ${value}`])).join('; ');

const tasksOf = ({ tasks }: HandedClient, { say, language }: Words): string =>
  tasks
    .map(({ text, due }) =>
      due === null ? text : say('handOver.task', { text, due: formatDate(due, language) }),
    )
    .join('; ');

/** The hand-over as a table: a row a customer. */
export function handOverColumns({ to }: HandOverReport, words: Words): readonly Column<HandedClient>[] {
  const { say } = words;
  const names = new Map(to.map(({ id, name }) => [id, name]));
  const column = (
    title: string,
    kind: Column<HandedClient>['kind'],
    value: Column<HandedClient>['value'],
  ): Column<HandedClient> => ({ title, kind, value });
  return [
    column(say('handOver.to'), 'text', (row) => names.get(row.to) ?? ''),
    column(say('customer.name'), 'text', (row) => row.name),
    column(say('customer.code'), 'code', (row) => row.code),
    column(say('customer.address'), 'text', (row) => row.address),
    column(say('handOver.contacts'), 'text', contactsOf),
    column(say('customer.lastPurchase'), 'date', (row) => row.lastPurchase),
    column(say('handOver.sales'), 'money', (row) => row.sales),
    column(say('customer.avgCheck'), 'money', (row) => row.avgCheck),
    column(say('handOver.frequency'), 'ratio', (row) => row.frequency),
    column(say('handOver.terms'), 'text', (row) => termsOf(row, say)),
    column(say('handOver.debt'), 'money', (row) => row.receivable?.debt ?? null),
    column(say('handOver.overdue'), 'money', (row) => row.receivable?.overdue ?? null),
    column(say('handOver.owedOn'), 'date', (row) => row.receivable?.asOf ?? null),
    column(say('handOver.tasks'), 'text', (row) => tasksOf(row, words)),
    column(say('handOver.note'), 'text', (row) => row.note),
  ];
}

interface Page {
  readonly title: string;
  readonly parts: readonly {
    readonly title: string;
    readonly customers: readonly {
      readonly name: string;
      readonly lines: readonly (readonly [string, string])[];
    }[];
  }[];
}

function pageOf(report: HandOverReport, { say, language }: Words): Page {
  const day = (date: string) => formatDate(date, language);
  const money = (value: string | null) => (value === null ? '' : formatMoney(value, language));
  const lines = (row: HandedClient): [string, string][] =>
    (
      [
        [say('customer.code'), row.code],
        [say('customer.address'), row.address],
        [say('handOver.contacts'), contactsOf(row)],
        [say('customer.lastPurchase'), row.lastPurchase === null ? '' : day(row.lastPurchase)],
        [say('handOver.sales'), money(row.sales)],
        [say('customer.avgCheck'), money(row.avgCheck)],
        [say('handOver.frequency'), row.frequency ?? ''],
        [say('handOver.terms'), termsOf(row, say)],
        [say('handOver.debt'), money(row.receivable?.debt ?? null)],
        [say('handOver.overdue'), money(row.receivable?.overdue ?? null)],
        [say('handOver.owedOn'), row.receivable === null ? '' : day(row.receivable.asOf)],
        [say('handOver.tasks'), tasksOf(row, { say, language })],
        [say('handOver.note'), row.note],
      ] satisfies [string, string][]
    ).filter(([, value]) => value !== '');
  return {
    title: say('handOver.title', {
      from: report.from.name,
      since: day(report.since),
      until: report.until === null ? 'none' : day(report.until),
    }),
    parts: report.to.map(({ id, name, clients }) => ({
      title: say('handOver.part', { name, count: clients }),
      customers: report.customers
        .filter(({ to }) => to === id)
        .map((row) => ({ name: row.name, lines: lines(row) })),
    })),
  };
}

/** For print: Markdown, every word of users as plain text. */
export function handOverMarkdown(report: HandOverReport, words: Words): string {
  const page = pageOf(report, words);
  // A line break would begin another paragraph, a mark of the language another meaning.
  const plain = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]()#+!|<>~-]/g, '\\$&');
  const blocks = page.parts.flatMap(({ title, customers }) => [
    `## ${plain(title)}`,
    ...customers.flatMap(({ name, lines }) => [
      `### ${plain(name)}`,
      lines.map(([label, value]) => `- ${plain(label)}: ${plain(value)}`).join('\n'),
    ]),
  ]);
  return `${[`# ${plain(page.title)}`, ...blocks].filter(Boolean).join('\n\n')}\n`;
}

/** For print: one page of HTML that loads and runs nothing. */
export function handOverHtml(report: HandOverReport, words: Words): string {
  const page = pageOf(report, words);
  const plain = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  const customer = ({ name, lines }: Page['parts'][number]['customers'][number]): string =>
    `<section><h3>${plain(name)}</h3><dl>${lines
      .map(([label, value]) => `<dt>${plain(label)}</dt><dd>${plain(value)}</dd>`)
      .join('')}</dl></section>`;
  const style =
    'body{font:14px/1.45 sans-serif;max-width:48em;margin:2em auto}section{break-inside:avoid}dl{display:grid;grid-template-columns:12em 1fr;margin:0}dd{margin:0}';
  return `<!doctype html><html lang="${words.language}"><head><meta charset="utf-8"><title>${plain(page.title)}</title><style>${style}</style></head><body><h1>${plain(page.title)}</h1>${page.parts
    .map(({ title, customers }) => `<h2>${plain(title)}</h2>${customers.map(customer).join('')}`)
    .join('')}</body></html>\n`;
}
