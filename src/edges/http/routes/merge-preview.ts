import { mergePreviewEndpoint } from '../contracts/duplicates.ts';
import { route } from '../route.ts';

export const mergePreviewRoute = route(mergePreviewEndpoint, ({ body }, { application }) =>
  application.duplicates.preview(body.merges),
);
