import { today } from '../../../domain/clock.ts';
import type { Share } from '../../../use-cases/hand-over/hand-over.ts';
import type { Column } from '../../output/columns.ts';
import type { CommandSpec } from '../command-spec.ts';
import { chosenMember } from '../customers/chosen-member.ts';
import { dayOption } from '../customers/day-option.ts';
import { exitCodes } from '../exit.ts';
import { printJson } from '../output/print.ts';
import { printList } from '../output/print-list.ts';
import { existingDataFolder, type Session, withApplication } from '../session.ts';

interface Options {
  readonly since?: string;
  readonly until?: string;
  readonly dryRun?: boolean;
}

export const handOverCommand: CommandSpec<Options> = {
  name: 'hand-over',
  args: [
    { name: '<from>', label: 'arg.rep', help: 'arg.handOverFrom' },
    { name: '<to...>', label: 'arg.reps', help: 'arg.handOverTo' },
  ],
  options: [
    { flag: '--since', value: 'arg.day', help: 'option.handOverSince' },
    { flag: '--until', value: 'arg.day', help: 'option.handOverUntil' },
    { flag: '--dry-run', help: 'option.handOverDryRun' },
  ],
  formats: ['json', 'csv', 'xlsx'],
  run: async (session, options, [giver, receivers]) => {
    const { say, remark, format } = session;
    const since = dayOption('--since', options.since) ?? today();
    const until = dayOption('--until', options.until);
    const named = typeof receivers === 'string' ? [receivers] : (receivers ?? []);
    await withApplication(session, { dataDir: existingDataFolder(session) }, async (application) => {
      const { members } = await application.organisation();
      const repOf = (name: string): number => chosenMember(members, name, 'rep').id;
      const plan = {
        ...{ from: repOf(String(giver)), since, to: named.map((name) => ({ rep: repOf(name) })) },
        ...(until !== undefined && { until }),
      };
      if (!options.dryRun) {
        const made = await application.handOver.make(plan);
        if (format.json) await printJson(session, made);
        const clients = made.to.reduce((all, one) => all + one.clients, 0);
        remark(say('handOverCli.done', { id: made.id, clients, name: made.from.name }));
        return;
      }
      const preview = await application.handOver.preview(plan);
      if (format.json) return await printJson(session, preview);
      const shares = [...preview.shares, ...(preview.kept === null ? [] : [preview.kept])];
      await printList(session, shares, {
        ...{ sheet: say('handOverCli.sheet'), columns: columns(session), none: say('handOverCli.none') },
        toJson: (share) => share,
      });
    });
    return exitCodes.done;
  },
};

const columns = ({ say }: Session): readonly Column<Share>[] => [
  { title: say('handOverCli.rep'), kind: 'text', value: ({ rep }) => rep.name },
  { title: say('handOverCli.clients'), kind: 'count', value: ({ clients }) => clients.length },
  { title: say('handOverCli.activeBase'), kind: 'count', value: ({ activeBase }) => activeBase },
  { title: say('handOverCli.sales'), kind: 'money', value: ({ sales }) => sales },
];
