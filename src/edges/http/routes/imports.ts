import { importsEndpoint } from '../contracts/imports.ts';
import { route } from '../route.ts';

export const importsRoute = route(importsEndpoint, async (_asked, { application }) => ({
  imports: await application.imports(),
}));
