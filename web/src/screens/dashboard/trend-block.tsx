import { lazy, Suspense } from 'react';
import { fetchPart } from '../../app/connection.ts';
import { Block } from '../../design/page.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useWords } from '../../language/language.tsx';
import type { FigureAnswer } from '../../server/api.ts';
import type { Planned } from './use-planned.ts';
import { dashboardWords } from './words.ts';

const TrendChart = lazy(() => fetchPart(() => import('./trend-chart.tsx')));

/** Where the trend stands once what draws it is here. */
export function TrendBlock({
  answer,
  planned,
}: {
  readonly answer: FigureAnswer | undefined;
  readonly planned: Planned;
}) {
  const say = useWords(dashboardWords);
  const place = (
    <Block title={say('trend')}>
      <Skeleton height={172} />
    </Block>
  );
  return answer ? (
    <Suspense fallback={place}>
      <TrendChart {...{ answer, planned, say }} />
    </Suspense>
  ) : (
    place
  );
}
