import { translator } from '../../../messages/index.ts';
import { bonusColumns, bonusLineColumns, bonusLines } from '../../output/bonus-columns.ts';
import { sheet } from '../../output/xlsx.ts';
import { exportBonusEndpoint } from '../contracts/bonus.ts';
import { xlsxDownload } from '../downloads.ts';
import { route } from '../route.ts';

export const exportBonusRoute = route(
  exportBonusEndpoint,
  async ({ params: { month }, query }, { application }, visit) => {
    const { member, lang: language = visit.language } = query;
    const { bonus } = application;
    const statements =
      member === undefined
        ? (await bonus.statements(month)).statements
        : [await bonus.statement(month, member)];
    const words = { say: translator(language), language };
    const lines = statements.flatMap((one) => bonusLines(one, words));
    return xlsxDownload(
      member === undefined ? `akb-bonus-${month}` : `akb-bonus-${month}-${member}`,
      [
        sheet(words.say('bonus.sheet', { month }), bonusColumns(words), statements),
        sheet(words.say('bonus.linesSheet'), bonusLineColumns(words), lines, ({ isTotal }) => isTotal),
      ],
      language,
    );
  },
);
