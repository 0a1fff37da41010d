import { today } from '../../../domain/clock.ts';
import { formatMoney } from '../../../domain/money.ts';
import { planMonth } from '../../../domain/plan-month.ts';
import { Refusal } from '../../../domain/problem.ts';
import type { SchemeVersion } from '../../../use-cases/bonus/report.ts';
import { bonusColumns, bonusLineColumns, bonusLines } from '../../output/bonus-columns.ts';
import type { Column } from '../../output/columns.ts';
import type { CommandSpec } from '../command-spec.ts';
import { chosenMember } from '../customers/chosen-member.ts';
import { exitCodes } from '../exit.ts';
import { printJson } from '../output/print.ts';
import { printList } from '../output/print-list.ts';
import { dataFolder, type Session, withApplication } from '../session.ts';

export const bonusCommand: CommandSpec<{ readonly schemes?: boolean }> = {
  name: 'bonus',
  args: [
    { name: '[month]', label: 'arg.month', help: 'arg.monthHelp' },
    { name: '[who]', label: 'arg.bonusMember', help: 'arg.bonusMemberHelp' },
  ],
  options: [{ flag: '--schemes', help: 'option.bonusSchemes' }],
  formats: ['json', 'csv', 'xlsx'],
  run: async (session, { schemes = false }, [asked, who]) => {
    const { say, remark, format, language } = session;
    const month = asked === undefined ? today().slice(0, 7) : String(asked);
    if (!planMonth.safeParse(month).success)
      throw new Refusal({ code: 'optionNeeds', params: { option: say('arg.month'), needs: '2026-11' } });
    await withApplication(session, { dataDir: dataFolder(session) }, async (application) => {
      if (schemes)
        return await printList(session, await application.bonus.schemes(), {
          ...{ sheet: say('bonus.schemesSheet'), columns: schemeColumns(session) },
          ...{ none: say('bonus.noSchemes'), toJson: (scheme) => scheme },
        });
      if (who !== undefined) {
        const { members } = await application.organisation();
        const statement = await application.bonus.statement(month, chosenMember(members, String(who)).id);
        if (format.json) return await printJson(session, statement);
        return await printList(session, bonusLines(statement, session), {
          ...{ sheet: say('bonus.linesSheet'), columns: bonusLineColumns(session) },
          ...{ none: say('bonus.none', { month }), toJson: (line) => line },
        });
      }
      const found = await application.bonus.statements(month);
      if (format.json) return await printJson(session, found);
      await printList(session, found.statements, {
        ...{ sheet: say('bonus.sheet', { month }), columns: bonusColumns(session) },
        ...{ none: say('bonus.none', { month }), toJson: (statement) => statement },
      });
      if (found.statements.length === 0) return;
      const [total, heldBack] = [found.total, found.heldBack].map((sum) => formatMoney(sum, language));
      remark(
        say('bonus.sum', {
          ...{ month, total: total ?? '', heldBack: heldBack ?? '' },
          kept: found.kept === null ? 'no' : 'yes',
        }),
      );
    });
    return exitCodes.done;
  },
};

const schemeColumns = ({ say }: Session): readonly Column<SchemeVersion>[] => [
  { title: say('bonus.scheme'), kind: 'text', value: ({ scheme }) => scheme.name },
  { title: say('bonus.version'), kind: 'count', value: ({ version }) => version },
  { title: say('bonus.from'), kind: 'text', value: ({ scheme }) => scheme.from },
  { title: say('bonus.base'), kind: 'money', value: ({ scheme }) => scheme.base },
];
