import { type Flaw, flaws } from '../../../domain/flaws.ts';
import { Refusal } from '../../../domain/problem.ts';
import type { QualityOf, QualityOverview } from '../../../use-cases/quality/quality.ts';
import type { Column } from '../../output/columns.ts';
import type { CommandSpec } from '../command-spec.ts';
import { exitCodes } from '../exit.ts';
import { printJson } from '../output/print.ts';
import { printList } from '../output/print-list.ts';
import { existingDataFolder, type Session, withApplication } from '../session.ts';

interface Options {
  readonly branch?: string;
}

export const qualityCommand: CommandSpec<Options> = {
  name: 'quality',
  args: [],
  options: [{ flag: '--branch', value: 'arg.name', help: 'option.qualityBranch' }],
  formats: ['json', 'csv', 'xlsx'],
  run: async (session, { branch }) => {
    const { format, remark, say } = session;
    await withApplication(session, { dataDir: existingDataFolder(session) }, async ({ quality }) => {
      const overview = await quality.overview();
      if (format.json) return await printJson(session, overview);
      const of = branch === undefined ? overview.whole : branchOf(overview, branch);
      remark(say('quality.score', { score: of.score === null ? 'none' : String(of.score), units: of.units }));
      const rows = flaws.filter((flaw) => of.flawed[flaw] > 0).sort((a, b) => of.flawed[b] - of.flawed[a]);
      await printList(session, rows, {
        ...{ sheet: say('quality.sheet'), columns: columns(session, of), none: say('quality.none') },
        toJson: (flaw) => flaw,
      });
    });
    return exitCodes.done;
  },
};

/** By name or code, in any case of letters. */
function branchOf({ branches }: QualityOverview, text: string): QualityOf {
  const folded = (one: string) => one.trim().toLocaleLowerCase('ru');
  const found = branches.find(({ name, code }) => [folded(name), folded(code)].includes(folded(text)));
  if (found === undefined) throw new Refusal({ code: 'qualityBranchUnknown', params: { text } });
  return found;
}

const columns = ({ say }: Session, { flawed, units }: QualityOf): readonly Column<Flaw>[] => [
  { title: say('quality.flaw'), kind: 'text', value: (flaw) => say(`setReading.flawed.${flaw}`) },
  { title: say('quality.units'), kind: 'count', value: (flaw) => flawed[flaw] },
  { title: say('quality.share'), kind: 'percent', value: (flaw) => share(flawed[flaw], units) },
];

/** Four decimals. */
const share = (part: number, of: number): string => (of === 0 ? '0' : (part / of).toFixed(4));
