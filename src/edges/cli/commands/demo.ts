import { today } from '../../../domain/clock.ts';
import { addDays } from '../../../domain/iso-date.ts';
import { formatNumber } from '../../../domain/money.ts';
import { type Period, parsePeriod } from '../../../domain/period.ts';
import { Refusal } from '../../../domain/problem.ts';
import { formatDate } from '../../../messages/format.ts';
import type { CommandSpec } from '../command-spec.ts';
import { wholeNumber } from '../command-spec.ts';
import { exitCodes } from '../exit.ts';
import { tableColumns } from '../import/screen-import.ts';
import { printCsv, printJson } from '../output/print.ts';
import { demoDataFolder, withApplication } from '../session.ts';

interface Options {
  readonly lines?: string;
  readonly until?: string;
  readonly seed?: string;
}

export const demoCommand: CommandSpec<Options> = {
  name: 'demo',
  args: [],
  options: [
    { flag: '--lines', value: 'arg.number', help: 'option.lines' },
    { flag: '--until', value: 'arg.period', help: 'option.until' },
    { flag: '--seed', value: 'arg.number', help: 'option.seed' },
  ],
  formats: ['json', 'csv'],
  run: async (session, options) => {
    const { format, language, say, print, remark, progress } = session;
    const lines = wholeNumber('--lines', options.lines ?? '300k');
    const seed = wholeNumber('--seed', options.seed ?? '1');
    const until = lastDay(options.until);
    const folder = demoDataFolder(session);
    await withApplication(session, { dataDir: folder, demo: { lines, until, seed } }, async (application) => {
      const summaries = await application.demo(progress.report);
      const loaded = summaries.reduce((sum, summary) => sum + summary.lines, 0);
      if (format.json) await printJson(session, { folder, until, seed, lines: loaded, imports: summaries });
      else if (format.csv) {
        await printCsv(
          session,
          tableColumns(session),
          summaries.flatMap(({ tables }) => tables),
        );
      } else {
        await print(
          say('demo.done', {
            folder,
            lines: formatNumber(loaded, language),
            until: formatDate(until, language),
          }),
        );
        remark(say('demo.next'));
      }
    });
    return exitCodes.done;
  },
};

/** The last day of the demo: of the period given, else of the month before this one. */
function lastDay(until: string | undefined): string {
  const day = today();
  if (until === undefined) return addDays(`${day.slice(0, 7)}-01`, -1);
  const period: Period | { code: string } = parsePeriod(until, { today: day });
  if ('code' in period) throw new Refusal(period);
  return period.to;
}
