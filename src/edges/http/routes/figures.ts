import { figuresEndpoint } from '../contracts/figures.ts';
import { countingOf, periodOf } from '../counting.ts';
import { route } from '../route.ts';

export const figuresRoute = route(figuresEndpoint, async ({ body }, { application }, { signal }) => {
  const { periods, unit, method, ...rest } = body;
  const query = { ...rest, ...countingOf({ unit, method }), periods: periods.map(periodOf) };
  return { reports: await application.figures(query, signal) };
});
