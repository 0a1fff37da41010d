import { unmergePreviewEndpoint } from '../contracts/duplicates.ts';
import { route } from '../route.ts';

export const unmergePreviewRoute = route(unmergePreviewEndpoint, ({ params }, { application }) =>
  application.duplicates.unmergePreview(params.id),
);
