import { Refusal } from '../../../domain/problem.ts';
import { type CountUnit, countUnits } from '../../../domain/units.ts';
import type { MergeEntry } from '../../../use-cases/duplicates/report.ts';
import type { Column } from '../../output/columns.ts';
import { type CommandSpec, oneOf, wholeNumber } from '../command-spec.ts';
import { exitCodes } from '../exit.ts';
import { printJson } from '../output/print.ts';
import { printList } from '../output/print-list.ts';
import { existingDataFolder, type Session, withApplication } from '../session.ts';
import { printEffect } from './unmerge.ts';

interface Options {
  readonly dryRun?: boolean;
  readonly unit?: string;
}

export const mergeCommand: CommandSpec<Options> = {
  name: 'merge',
  args: [
    { name: '[absorbed]', label: 'arg.absorbed', help: 'arg.absorbedId' },
    { name: '[survivor]', label: 'arg.survivor', help: 'arg.survivorId' },
  ],
  options: [
    { flag: '--dry-run', help: 'option.mergeDryRun' },
    { flag: '--unit', value: 'arg.unit', help: 'option.unit' },
  ],
  formats: ['json', 'csv', 'xlsx'],
  run: async (session, { dryRun, unit }, [one, other]) => {
    const { say, remark, format } = session;
    if (one !== undefined && other === undefined) throw new Refusal({ code: 'argumentMissing' });
    const absorbed = one === undefined ? undefined : wholeNumber(say('arg.absorbed'), String(one));
    const survivor = other === undefined ? undefined : wholeNumber(say('arg.survivor'), String(other));
    const asked: CountUnit = oneOf('--unit', unit, countUnits) ?? 'client';
    await withApplication(session, { dataDir: existingDataFolder(session) }, async ({ duplicates }) => {
      if (absorbed === undefined || survivor === undefined) {
        const all: MergeEntry[] = [];
        for (let before: number | null | undefined; before !== null; ) {
          const page = await duplicates.merges({ limit: 200, ...(before !== undefined && { before }) });
          all.push(...page.merges);
          before = page.next;
        }
        await printList(session, all, {
          ...{ sheet: say('merges.sheet'), columns: columns(session), none: say('merges.none') },
          toJson: (merge) => merge,
        });
        return;
      }
      const merges = [{ unit: asked, absorbed, survivor }];
      if (dryRun) {
        await printEffect(session, await duplicates.preview(merges));
        return;
      }
      const merged = await duplicates.merge(merges);
      if (format.json) await printJson(session, merged);
      else await printEffect(session, merged);
      remark(say('merges.done', { id: merged.merges[0] ?? 0, dataVersion: merged.dataVersion }));
    });
    return exitCodes.done;
  },
};

const columns = ({ say }: Session): readonly Column<MergeEntry>[] => [
  { title: say('merges.id'), kind: 'code', value: ({ id }) => String(id) },
  { title: say('duplicates.absorbed'), kind: 'text', value: ({ absorbed }) => absorbed.name },
  { title: say('duplicates.survivor'), kind: 'text', value: ({ survivor }) => survivor.name },
  { title: say('merges.at'), kind: 'date', value: ({ at }) => at.slice(0, 10) },
  {
    title: say('merges.withdrawn'),
    kind: 'date',
    value: ({ withdrawn }) => withdrawn?.at.slice(0, 10) ?? null,
  },
];
