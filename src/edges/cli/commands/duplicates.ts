import type { Application } from '../../../facade.ts';
import type { DuplicateCandidate } from '../../../use-cases/duplicates/report.ts';
import type { Column } from '../../output/columns.ts';
import type { CommandSpec } from '../command-spec.ts';
import { exitCodes } from '../exit.ts';
import { printList } from '../output/print-list.ts';
import { existingDataFolder, type Session, withApplication } from '../session.ts';

interface Options {
  readonly certain?: boolean;
}

export const duplicatesCommand: CommandSpec<Options> = {
  name: 'duplicates',
  args: [],
  options: [{ flag: '--certain', help: 'option.certain' }],
  formats: ['json', 'csv', 'xlsx'],
  run: async (session, { certain }) => {
    await withApplication(session, { dataDir: existingDataFolder(session) }, async (application) => {
      await printList(session, await allCandidates(application, certain === true), {
        sheet: session.say('duplicates.sheet'),
        columns: columns(session),
        toJson: (candidate) => candidate,
        none: session.say('duplicates.none'),
      });
    });
    return exitCodes.done;
  },
};

async function allCandidates(application: Application, certain: boolean): Promise<DuplicateCandidate[]> {
  const all: DuplicateCandidate[] = [];
  let cursor: string | null = null;
  do {
    const page = await application.duplicates.candidates({
      limit: 200,
      ...(certain && { certain }),
      ...(cursor !== null && { cursor }),
    });
    all.push(...page.candidates);
    cursor = page.next;
  } while (cursor !== null);
  return all;
}

/** The one to keep comes second, as `akb merge` takes them. */
function columns({ say }: Session): readonly Column<DuplicateCandidate>[] {
  const absorbed = ({ a, b, survivor }: DuplicateCandidate) => (a.id === survivor ? b : a);
  const kept = ({ a, b, survivor }: DuplicateCandidate) => (a.id === survivor ? a : b);
  return [
    { title: say('duplicates.score'), kind: 'count', value: ({ score }) => score },
    { title: say('duplicates.absorbedId'), kind: 'code', value: (pair) => String(absorbed(pair).id) },
    { title: say('duplicates.absorbed'), kind: 'text', value: (pair) => absorbed(pair).name },
    { title: say('duplicates.survivorId'), kind: 'code', value: (pair) => String(kept(pair).id) },
    { title: say('duplicates.survivor'), kind: 'text', value: (pair) => kept(pair).name },
    {
      title: say('duplicates.reasons'),
      kind: 'text',
      spare: 1,
      value: ({ reasons }) => reasons.map(({ reason }) => say(`duplicates.reason.${reason}`)).join(', '),
    },
  ];
}
