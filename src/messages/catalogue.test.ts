import { describe, expect, test } from 'vitest';
import { dimensions } from '../domain/dimensions.ts';
import { metrics } from '../domain/metrics.ts';
import { catalogueOf } from './catalogue.ts';

describe.each(['ru', 'en'] as const)('the catalogue in %s', (language) => {
  const catalogue = catalogueOf(language);
  const entries = [...catalogue.metrics, ...catalogue.dimensions];

  test('has every metric and every dimension, in their order', () => {
    expect(catalogue.metrics.map(({ id }) => id)).toEqual(metrics);
    expect(catalogue.dimensions.map(({ id }) => id)).toEqual(dimensions);
  });

  test.each(entries)('says what $id is', ({ name, definition }) => {
    // A text that is missing shows as its code.
    expect(`${name} ${definition}`).not.toMatch(/(metric|dimension)\.|[{}…]/);
    expect(name).toMatch(/^\p{Lu}/u);
    expect(definition).toMatch(/^\p{Lu}.*\.$/u);
    expect(definition.split(/\.(?: |$)/).length - 1).toBeLessThanOrEqual(2);
  });

  test('calls nothing by the name of another', () => {
    expect(new Set(entries.map(({ name }) => name)).size).toBe(entries.length);
    expect(new Set(entries.map(({ definition }) => definition)).size).toBe(entries.length);
  });
});

describe('what adds up', () => {
  const overOf = (id: string) => catalogueOf('ru').metrics.find((metric) => metric.id === id)?.additiveOver;
  const clientAttributes = ['clientType', 'salesChannel', 'acquisitionChannel', 'industry', 'status'];
  const places = ['city', 'region', 'federalDistrict', 'country'];

  test('sales over everything', () => {
    expect(overOf('sales')?.client).toEqual(['time', ...dimensions]);
  });

  test('the active base over client attributes, and of points over places too', () => {
    expect(overOf('activeBase')).toEqual({
      client: clientAttributes,
      legalEntity: clientAttributes,
      deliveryPoint: [...places, ...clientAttributes],
    });
  });

  test('new customers over time as well, pairs over products, averages over nothing', () => {
    expect(overOf('new')?.client).toEqual(['time', ...clientAttributes]);
    expect(overOf('skuPairs')?.client).toEqual([
      ...clientAttributes,
      ...['category', 'subcategory', 'brand', 'sku'],
    ]);
    expect(overOf('avgCheck')?.client).toEqual([]);
  });
});
