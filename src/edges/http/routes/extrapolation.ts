import { translator } from '../../../messages/index.ts';
import { extrapolationSheet } from '../../output/extrapolation-sheet.ts';
import { extrapolationEndpoint } from '../contracts/plans.ts';
import { xlsxDownload } from '../downloads.ts';
import { route } from '../route.ts';

export const extrapolationRoute = route(
  extrapolationEndpoint,
  async ({ params, query }, { application }, visit) => {
    const { lang: language = visit.language, version, ...asked } = query;
    const found = await application.plans.fact(params.period, version, asked);
    const sheet = extrapolationSheet(found, translator(language));
    return xlsxDownload(`akb-extrapolation-${params.period}`, [sheet], language);
  },
);
