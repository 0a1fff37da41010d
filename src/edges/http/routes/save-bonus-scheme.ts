import { saveBonusSchemeEndpoint } from '../contracts/bonus.ts';
import { route } from '../route.ts';

export const saveBonusSchemeRoute = route(saveBonusSchemeEndpoint, ({ body }, { application }) =>
  application.bonus.saveScheme(body),
);
