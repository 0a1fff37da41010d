import { unmergeEndpoint } from '../contracts/duplicates.ts';
import { route } from '../route.ts';

export const unmergeRoute = route(unmergeEndpoint, ({ params }, { application }) =>
  application.duplicates.unmerge(params.id),
);
