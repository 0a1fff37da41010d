import type { DemoCalendar } from './calendar.ts';
import type { ClientKind, Company, Slot } from './company.ts';
import { firmName } from './names.ts';
import { at, below, logNormal, pick, type Random, runningTotal, weighted } from './random.ts';
import type { PurchaseRhythm, Register } from './register.ts';

/** Number of clients that goes with a number of lines: 6,000 at 300,000, 120,000 at 10,000,000. */
export function clientCount(lines: number): number {
  return Math.round(6000 * (lines / 300_000) ** 0.8543);
}

interface Habit {
  /** Part of all clients. */
  readonly share: number;
  /** Median of the mean days between two shipments. */
  readonly interval: number;
  readonly churn: number;
  readonly size: number;
}

const habits: Readonly<Record<ClientKind, Habit>> = {
  chain: { share: 0.005, interval: 18, churn: 0.035, size: 1.7 },
  retail: { share: 0.745, interval: 27, churn: 0.1, size: 0.9 },
  horeca: { share: 0.16, interval: 18, churn: 0.1, size: 0.8 },
  wholesale: { share: 0.045, interval: 24, churn: 0.055, size: 1.8 },
  person: { share: 0.045, interval: 60, churn: 0.3, size: 0.6 },
};
const singleKinds = ['retail', 'horeca', 'wholesale', 'person'] as const;
const singleWeights = runningTotal(singleKinds.map((kind) => habits[kind].share));
const routeDays = runningTotal([24, 20, 18, 20, 16, 2]);

/** Customers from before the first day; they stay longest. */
const oldShare = 0.22;
/** Of the new ones, those who try once or twice. */
const oneOffShare = 0.15;

export interface PopulationOptions {
  readonly clients: number;
  readonly days: number;
  /** Multiplies every interval, so that lines per document are alike at every size of the demo. */
  readonly pace: number;
}

/**
 * Adds the customers that buy by themselves: chains with entities in several branches, everybody else with one
 * entity and one to three points.
 */
export function populate(
  register: Register,
  company: Company,
  { clients, days, pace }: PopulationOptions,
  random: Random,
): void {
  const slots = slotsByKind(company);
  const rhythm = (kind: ClientKind): PurchaseRhythm => {
    const { interval, churn, size } = habits[kind];
    const old = random() < oldShare;
    const loyalty = old ? 0.3 : random() < oneOffShare ? 6 : 0.4 + 0.8 * random();
    return {
      firstDay: old ? below(random, Math.min(days, interval * pace * 1.2)) : below(random, days),
      interval: pace * logNormal(random, interval, 0.45),
      churn: Math.min(0.9, churn * loyalty),
      size: size * (0.6 + 0.8 * random()),
      routeDay: weighted(random, routeDays),
    };
  };
  const addPoints = (entity: number, kind: ClientKind, count: number, first: PurchaseRhythm) => {
    register.addPoint(entity, { rhythm: first });
    for (let i = 1; i < count; i++) {
      const next = rhythm(kind);
      register.addPoint(entity, { rhythm: { ...next, firstDay: Math.max(first.firstDay, next.firstDay) } });
    }
  };

  const chains = Math.ceil(clients * habits.chain.share);
  const largestChain = Math.min(38, Math.ceil(clients / 50));
  for (let chain = 0; chain < chains; chain++) {
    const nameSerial = register.nextFirm();
    for (const slot of oneSlotPerBranch(slots.chain, 1 + below(random, 3), random)) {
      const first = rhythm('chain');
      const entity = register.addEntity({
        kind: 'chain',
        slot,
        holding: `Сеть «${firmName(nameSerial)}»`,
        nameSerial,
        created: createdBefore(first.firstDay, random),
      });
      addPoints(entity, 'chain', 3 + below(random, largestChain), first);
    }
  }

  for (let client = chains; client < clients; client++) {
    const kind = at(singleKinds, weighted(random, singleWeights));
    const first = rhythm(kind);
    const slot = pick(random, slots[kind]);
    const entity = register.addEntity({ kind, slot, created: createdBefore(first.firstDay, random) });
    const more = kind === 'person' ? 0 : random();
    addPoints(entity, kind, more < 0.85 ? 1 : more < 0.95 ? 2 : 3, first);
  }
}

/** Cards without a purchase. */
export function addProspects(
  register: Register,
  company: Company,
  { clients, days }: PopulationOptions,
  random: Random,
): void {
  const slots = slotsByKind(company);
  for (let prospect = 0; prospect < clients * 0.06; prospect++) {
    const kind = random() < 0.8 ? 'retail' : 'horeca';
    register.addEntity({ kind, slot: pick(random, slots[kind]), created: below(random, days) });
  }
}

/** How many entities of a rep's place buy in a month (counted back from the last full one), about. */
export function expectedBuyers(
  register: Register,
  calendar: DemoCalendar,
  slot: Slot,
  monthsBack: number,
): number {
  const month = calendar.lastFullMonth - monthsBack;
  const [from, to] = [at(calendar.monthStarts, month), at(calendar.monthStarts, month + 1)];
  const idle = new Map<number, number>();
  for (let index = 0; index < register.pointCount; index++) {
    const { rhythm, entity } = register.point(index);
    if (rhythm === null || entity.slot !== slot || rhythm.firstDay >= to) continue;
    const { firstDay, interval, churn } = rhythm;
    const stays = (1 - churn) ** (Math.max(0, from - firstDay) / interval);
    const buys = stays * Math.min(1, (to - Math.max(from, firstDay)) / interval);
    idle.set(entity.index, (idle.get(entity.index) ?? 1) * (1 - buys));
  }
  return [...idle.values()].reduce((sum, none) => sum + 1 - none, 0);
}

function slotsByKind({ slots }: Company): Readonly<Record<ClientKind, readonly Slot[]>> {
  const of = (kind: ClientKind) => slots.filter((slot) => slot.team.kinds.includes(kind));
  return {
    chain: of('chain'),
    retail: of('retail'),
    horeca: of('horeca'),
    wholesale: of('wholesale'),
    person: of('person'),
  };
}

function oneSlotPerBranch(slots: readonly Slot[], count: number, random: Random): Slot[] {
  const result: Slot[] = [];
  for (let i = 0; i < count; i++) {
    const slot = pick(random, slots);
    if (!result.some((other) => other.team.branch === slot.team.branch)) result.push(slot);
  }
  return result;
}

/** Cards are made up to three weeks before the first shipment; those of the old customers years before. */
function createdBefore(firstDay: number, random: Random): number {
  return firstDay < 60 ? -1 - below(random, 1800) : firstDay - below(random, 21);
}
