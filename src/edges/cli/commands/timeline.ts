import { type TimelineKind, timelineKinds } from '../../../domain/entry.ts';
import type { TimelineRow } from '../../../use-cases/timeline/timeline-page.ts';
import type { Column } from '../../output/columns.ts';
import { type CommandSpec, oneOf, wholeNumber } from '../command-spec.ts';
import { chosenCustomer } from '../customers/chosen-customer.ts';
import { exitCodes } from '../exit.ts';
import { printCsv, printJson, printTable } from '../output/print.ts';
import { existingDataFolder, type Session, withApplication } from '../session.ts';

interface Options {
  readonly kind?: readonly string[];
  readonly limit?: string;
}
const mostAtOnce = 200;

export const timelineCommand: CommandSpec<Options> = {
  name: 'timeline',
  args: [{ name: '<customer>', label: 'arg.customer', help: 'arg.customerHelp' }],
  options: [
    {
      ...{ flag: '--kind', value: 'arg.kind', help: 'option.kinds', repeat: true },
      helpParams: { kinds: timelineKinds.join(', ') },
    },
    { flag: '--limit', value: 'arg.number', help: 'option.timelineLimit' },
  ],
  formats: ['json', 'csv'],
  run: async (session, { kind: asked = [], limit: most }, [named]) => {
    const kinds = asked.flatMap((one) => oneOf('--kind', one, timelineKinds) ?? []);
    const wanted = most === undefined ? 50 : wholeNumber('--limit', most);
    await withApplication(session, { dataDir: existingDataFolder(session) }, async (application) => {
      const { id, name } = await chosenCustomer(session, application, String(named));
      const rows: TimelineRow[] = [];
      let cursor: string | undefined;
      do {
        const page = await application.timeline.page('client', id, {
          limit: Math.min(mostAtOnce, wanted - rows.length),
          ...(kinds.length > 0 && { kinds: kinds as TimelineKind[] }),
          ...(cursor !== undefined && { cursor }),
        });
        rows.push(...page.rows);
        cursor = page.next;
      } while (cursor !== undefined && rows.length < wanted);
      const { format, say, remark } = session;
      if (format.json) await printJson(session, rows);
      else if (format.csv) await printCsv(session, columnsOf(session), rows);
      else if (rows.length === 0) remark(say('timeline.none', { name }));
      else await printTable(session, columnsOf(session), rows);
      if (cursor !== undefined && !format.json) remark(say('timeline.more', { count: rows.length }));
    });
    return exitCodes.done;
  },
};

const columnsOf = ({ say }: Session): readonly Column<TimelineRow>[] => [
  {
    title: say('timeline.day'),
    kind: 'text',
    value: ({ day, time }) => (time === null ? day : `${day} ${time}`),
  },
  { title: say('timeline.kind'), kind: 'text', value: ({ kind }) => say(`timeline.kind.${kind}`) },
  { title: say('timeline.what'), kind: 'text', value: (row) => wordsOf(row, say) },
  { title: say('timeline.who'), kind: 'text', value: ({ who }) => who },
  { title: say('timeline.whose'), kind: 'text', value: ({ whose }) => whose?.name ?? '' },
];

/** What a row says, in one line. */
function wordsOf(
  { text, entry, shipment, call, changes, owner, merge }: TimelineRow,
  say: Session['say'],
): string {
  if (merge) return [merge.absorbed || '—', merge.withdrawn ? '≠' : '→', merge.survivor || '—'].join(' ');
  if (call) {
    const reason = call.reason === null ? '' : say(`calls.reason.${call.reason}`);
    return [say(`calls.outcome.${call.outcome}`), reason, `→ ${call.next}`].filter(Boolean).join(' · ');
  }
  if (shipment) return [shipment.number, shipment.sales].filter(Boolean).join(' · ');
  if (owner) return `${say(`dimension.${owner.dimension}` as 'dimension.rep')}: ${owner.name || '—'}`;
  if (changes)
    return changes
      .map(({ field, before, after }) => `${field}: ${before ?? '—'} → ${after ?? '—'}`)
      .join('; ');
  return [text, entry?.outcome, entry?.due].filter(Boolean).join(' · ').replace(/\s+/g, ' ');
}
