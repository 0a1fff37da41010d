import { type Dimension, type DimensionKind, dimensions, kindOf } from '../domain/dimensions.ts';
import { mainMethod } from '../domain/method.ts';
import { isAdditive, type Metric, metricShapes, metrics } from '../domain/metrics.ts';
import type { CountUnit } from '../domain/units.ts';
import { translator } from './index.ts';
import type { Language } from './message.ts';

interface Described<Id, Kind> {
  readonly id: Id;
  readonly name: string;
  readonly definition: string;
  readonly kind: Kind;
}

export interface MetricEntry extends Described<Metric, (typeof metricShapes)[Metric]['kind']> {
  /** Over what the parts add up to the whole, by the unit counted; `time`: parts of a period. */
  readonly additiveOver: Readonly<Record<CountUnit, readonly (Dimension | 'time')[]>>;
}

export interface Catalogue {
  readonly metrics: readonly MetricEntry[];
  readonly dimensions: readonly Described<Dimension, DimensionKind>[];
}

/**
 * Everything that can be asked for and split by, in words. What adds up is said for methods without thresholds; with
 * them new customers do not add up over time.
 */
export function catalogueOf(language: Language): Catalogue {
  const say = translator(language);
  const additiveOver = (metric: Metric, unit: CountUnit) =>
    (['time', ...dimensions] as const).filter((over) => isAdditive(metric, over, { ...mainMethod, unit }));
  return {
    metrics: metrics.map((id) => ({
      id,
      name: say(`metric.${id}.name`),
      definition: say(`metric.${id}.definition`),
      kind: metricShapes[id].kind,
      additiveOver: {
        client: additiveOver(id, 'client'),
        legalEntity: additiveOver(id, 'legalEntity'),
        deliveryPoint: additiveOver(id, 'deliveryPoint'),
      },
    })),
    dimensions: dimensions.map((id) => ({
      id,
      name: say(`dimension.${id}`),
      definition: say(`dimension.${id}.definition`),
      kind: kindOf(id),
    })),
  };
}
