import { formatNumber, formatPercent } from '../../../domain/money.ts';
import { formatDate } from '../../../messages/format.ts';
import { lookUp, sentence } from '../../../messages/index.ts';
import type { ImportSummary, TableSummary } from '../../../services/intake/import-summary.ts';
import type { Column } from '../../output/columns.ts';
import { faintly, type Screen, separator, tableLines, warningLines } from '../output/screen.ts';
import { displayWidth, pad, printable, truncate, wrap } from '../output/text.ts';

/** What an import would change, before it does. */
export function screenImport(summary: ImportSummary, screen: Screen): readonly string[] {
  const { paint, say } = screen;
  return [
    paint('title', say('import.title', { source: summary.source })),
    '',
    ...tableLines(tableColumns(screen), summary.tables, screen),
    ...summary.tables.flatMap((table) => mappingLines(table, screen)),
    '',
    ...countLines(summary, screen),
    ...section(shrunkLines(summary, screen)),
    ...section(rejectLines(summary, screen)),
    ...section(effectLines(summary.effect, screen)),
    ...section(findingLines(summary, screen)),
  ];
}

const section = (lines: readonly string[]) => (lines.length === 0 ? [] : ['', ...lines]);

const tableName = ({ file, sheet }: TableSummary) => (sheet === undefined ? file : `${file} · ${sheet}`);

export function tableColumns({ say }: Pick<Screen, 'say'>): readonly Column<TableSummary>[] {
  return [
    { title: say('import.file'), kind: 'text', value: tableName },
    { title: say('import.kind'), kind: 'text', value: ({ kind }) => say(`kind.${kind}`) },
    { title: say('import.rows'), kind: 'count', value: ({ rows }) => rows },
    { title: say('import.loaded'), kind: 'count', value: ({ loaded }) => loaded },
    { title: say('import.unchanged'), kind: 'count', value: ({ unchanged }) => unchanged, spare: 2 },
    { title: say('import.rejected'), kind: 'count', value: ({ rejected }) => rejected },
    { title: say('import.setAside'), kind: 'count', value: ({ setAside }) => setAside, spare: 3 },
    {
      title: say('import.format'),
      kind: 'code',
      value: ({ format, encoding }) => (encoding === undefined ? format : `${format}, ${encoding}`),
      spare: 4,
    },
  ];
}

/** Which column was taken for what, how surely, and why; then the columns nobody uses. */
function mappingLines(table: TableSummary, screen: Screen): readonly string[] {
  const { language, paint, say, width } = screen;
  const used = table.columns.filter(({ field }) => field !== null);
  const unused = table.columns.filter(({ field }) => field === null);
  if (used.length === 0) return [];
  const cells = used.map(({ header, field, confidence, reason, samples = [] }) => ({
    header: printable(header),
    field: say(`field.${field ?? 'note'}`),
    sure: formatPercent(String(confidence), language, { decimals: 0 }),
    unsure: confidence < 0.75,
    why: [
      lookUp(`reason.${reason}`, language) ?? reason,
      samples.length > 0 ? say('import.samples', { samples: samples.map(printable).join(', ') }) : '',
    ]
      .filter((part) => part !== '')
      .join(' · '),
  }));
  const headerWidth = Math.min(32, Math.max(...cells.map(({ header }) => displayWidth(header))));
  const fieldWidth = Math.max(...cells.map(({ field }) => displayWidth(field)));
  const lines = cells.map(({ header, field, sure, unsure, why }) => {
    const start = `  ${pad(truncate(header, headerWidth), headerWidth, 'left')} → ${pad(field, fieldWidth, 'left')}  `;
    const rest = `  ${why}`;
    const room = (width ?? Number.POSITIVE_INFINITY) - displayWidth(start) - 5;
    const note = room < 8 ? '' : paint('faint', Number.isFinite(room) ? truncate(rest, room) : rest);
    return `${start}${paint(unsure ? 'warning' : 'ok', pad(sure, 5, 'right'))}${note}`;
  });
  const ignored = unused.map(({ header }) => printable(header)).filter((header) => header !== '');
  return [
    '',
    paint('strong', say('import.columns', { table: tableName(table) })),
    ...lines,
    ...(ignored.length === 0 ? [] : faintly(say('import.unused', { columns: ignored.join(', ') }), screen)),
  ];
}

function countLines(summary: ImportSummary, { language, say, width }: Screen): readonly string[] {
  const { documents, customers, deliveryPoints, products, period } = summary;
  const units = [
    say('import.customers', customers),
    say('import.points', deliveryPoints),
    say('import.products', products),
  ];
  const lines = [
    say('import.lines', { count: summary.lines }),
    say('import.documents', documents),
    units.join(separator),
    say('import.contacts', { contacts: summary.contacts, duplicates: summary.duplicateProposals }),
    period === null
      ? say('import.noPeriod')
      : say('import.period', {
          from: formatDate(period.from, language),
          to: formatDate(period.to, language),
        }),
    summary.basis === null ? say('import.noBasis') : say('import.basis', { basis: summary.basis }),
    summary.purpose === null ? say('import.noPurpose') : say('import.purpose', { purpose: summary.purpose }),
  ];
  return lines.flatMap((line) => wrap(line, width));
}

function shrunkLines({ shrunk }: ImportSummary, screen: Screen): readonly string[] {
  if (shrunk.length === 0) return [];
  const { language, say } = screen;
  const columns: readonly Column<ImportSummary['shrunk'][number]>[] = [
    { title: say('import.document'), kind: 'text', value: ({ document }) => document },
    { title: say('import.date'), kind: 'date', value: ({ date }) => date },
    {
      title: say('import.documentLines'),
      kind: 'code',
      value: ({ lines: [before, after] }) =>
        `${formatNumber(before, language)} → ${formatNumber(after, language)}`,
    },
    {
      title: say('import.documentAmount'),
      kind: 'code',
      value: ({ amount: [before, after] }) =>
        `${formatNumber(before, language, { decimals: 2 })} → ${formatNumber(after, language, { decimals: 2 })}`,
    },
  ];
  return [
    ...warningLines(say('import.shrunk', { count: shrunk.length }), screen),
    ...tableLines(columns, shrunk, screen),
  ];
}

function rejectLines({ rejects }: ImportSummary, screen: Screen): readonly string[] {
  if (rejects.length === 0) return [];
  const { language, paint, say, width } = screen;
  const columns: readonly Column<ImportSummary['rejects'][number]>[] = [
    {
      title: say('import.reason'),
      kind: 'text',
      value: ({ code }) => lookUp(`reject.${code}`, language) ?? sentence({ code }, language),
    },
    { title: say('import.rows'), kind: 'count', value: ({ rows }) => rows },
    { title: say('import.amount'), kind: 'money', value: ({ amount }) => amount },
  ];
  return [
    paint('warning', say('import.rejects')),
    ...tableLines(columns, rejects, screen),
    ...wrap(say('import.rejectedLater'), width),
  ];
}

/** АКБ of every month that changes, before and after, by each count unit. */
export function effectLines(effect: ImportSummary['effect'], screen: Screen): readonly string[] {
  if (effect.length === 0) return [];
  const { paint, say } = screen;
  return [paint('strong', say('import.effect')), ...tableLines(effectColumns(screen), effect, screen)];
}

type Effect = ImportSummary['effect'][number];

function effectColumns({ language, say }: Screen): readonly Column<Effect>[] {
  const number = (value: number) => formatNumber(value, language);
  const change = (unit: keyof Effect['before'], spare: number): Column<Effect> => ({
    title: say(`unit.${unit}`),
    kind: 'code',
    value: ({ before, after }) =>
      before[unit] === after[unit] ? number(after[unit]) : `${number(before[unit])} → ${number(after[unit])}`,
    spare,
  });
  return [
    { title: say('import.month'), kind: 'code', value: ({ month }) => month },
    change('client', 0),
    change('legalEntity', 1),
    change('deliveryPoint', 2),
  ];
}

/** The same for CSV: before and after in columns of their own. */
export function effectExportColumns({ say }: Pick<Screen, 'say'>): readonly Column<Effect>[] {
  const units = ['client', 'legalEntity', 'deliveryPoint'] as const;
  return [
    { title: say('import.month'), kind: 'code', value: ({ month }) => month },
    ...units.flatMap((unit): Column<Effect>[] => [
      {
        title: `${say(`unit.${unit}`)}, ${say('import.before')}`,
        kind: 'count',
        value: ({ before }) => before[unit],
      },
      {
        title: `${say(`unit.${unit}`)}, ${say('import.after')}`,
        kind: 'count',
        value: ({ after }) => after[unit],
      },
    ]),
  ];
}

function findingLines(summary: ImportSummary, screen: Screen): readonly string[] {
  const findings = [
    ...summary.findings,
    ...summary.tables.flatMap(({ file, sheet, findings }) =>
      findings.map((finding) => ({
        ...finding,
        place: { file, ...(sheet !== undefined && { sheet }), ...finding.place },
      })),
    ),
  ];
  return findings.flatMap((finding) => warningLines(sentence(finding, screen.language), screen));
}
