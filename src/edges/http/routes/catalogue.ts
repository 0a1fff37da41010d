import { fields } from '../../../domain/fields.ts';
import { attributions, totalBaseModes } from '../../../domain/method.ts';
import { customerSets, customerSorts } from '../../../domain/report-words.ts';
import { countUnits } from '../../../domain/units.ts';
import { catalogueOf } from '../../../messages/catalogue.ts';
import { translator } from '../../../messages/index.ts';
import { figureNames } from '../../output/figure-columns.ts';
import { catalogueEndpoint } from '../contracts/catalogue.ts';
import { route } from '../route.ts';

export const catalogueRoute = route(catalogueEndpoint, async (_asked, _server, { language }) => {
  const say = translator(language);
  const catalogue = catalogueOf(language);
  return {
    units: countUnits.map((id) => ({ id, label: say(`unit.${id}`) })),
    dimensions: catalogue.dimensions.map(({ name, ...rest }) => ({ ...rest, label: name })),
    metrics: catalogue.metrics.map(({ name, ...rest }) => ({ ...rest, label: name })),
    sets: customerSets.map((id) => ({ id, label: say(`set.${id}`) })),
    sorts: customerSorts,
    figures: figureNames.map((id) => ({ id, label: say(`figure.${id}`) })),
    totalBaseModes,
    attributions,
    fields: fields.map((id) => ({ id, label: say(`field.${id}`) })),
  };
});
