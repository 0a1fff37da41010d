import { setTimeout as pause } from 'node:timers/promises';
import { calendarPeriod } from '../../src/domain/period.ts';
import type { Application } from '../../src/facade.ts';
import { chance, searchOf, textOf } from './texts.ts';

export const asked = ['grid', 'card', 'timeline', 'save', 'search'] as const;
type Asked = (typeof asked)[number];

export interface Answered {
  /** Milliseconds of each request. */
  readonly took: Readonly<Record<Asked, readonly number[]>>;
  readonly failed: readonly string[];
  /** The slowest search. */
  readonly slowest: string;
}

const month = calendarPeriod('month', '2026-09');
const grid = (number: number, application: Application) =>
  application.setPage(
    {
      ...{ language: 1, unit: 'client', method: { id: 'main' } },
      set: { kind: 'state', state: 'active', period: '2026-09' },
    },
    { period: month, limit: 50, sort: number % 2 === 0 ? 'sales' : 'name' },
  );

/** Requests at a steady rate, however long the others take. */
export async function askOpenLoop(
  application: Application,
  { seconds, rate, customers }: { seconds: number; rate: number; customers: number },
): Promise<Answered> {
  const took: Record<Asked, number[]> = { grid: [], card: [], timeline: [], save: [], search: [] };
  const failed: string[] = [];
  let slowest = { ms: 0, words: '' };
  const one = async (number: number): Promise<void> => {
    const draw = (number * 7) % 20;
    const kind: Asked =
      draw < 8 ? 'grid' : draw < 12 ? 'card' : draw < 14 ? 'timeline' : draw < 17 ? 'save' : 'search';
    const customer = 1 + Math.floor(chance(number, 8) * customers);
    const begun = performance.now();
    try {
      if (kind === 'grid') await grid(number, application);
      else if (kind === 'card') await application.customerCard('client', customer);
      else if (kind === 'timeline') await application.timeline.page('client', customer, { limit: 20 });
      else if (kind === 'save')
        await application.timeline.add({
          ...{ unit: 'client', id: customer, kind: 'call', day: '2026-09-30' },
          text: textOf(number + 1_000_000_000, 1).text,
        });
      else await application.search.find(searchOf(number));
    } catch (error) {
      failed.push(`${kind}: ${error}`);
      return;
    }
    const ms = performance.now() - begun;
    took[kind].push(ms);
    if (kind === 'search' && ms > slowest.ms) slowest = { ms, words: searchOf(number) };
  };
  const begun = performance.now();
  const all: Promise<void>[] = [];
  for (let number = 0; number < seconds * rate; number++) {
    await pause(Math.max(0, begun + (number * 1000) / rate - performance.now()));
    all.push(one(number));
  }
  await Promise.all(all);
  return { took, failed, slowest: `${slowest.words} (${Math.round(slowest.ms)} ms)` };
}
