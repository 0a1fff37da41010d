/** A rep in a month: whom he sold to, and with how many of them something is as a scheme would leave it. */
export interface RepMonth {
  readonly rep: number;
  /** Months since some month. */
  readonly month: number;
  /** Customers with a purchase. */
  readonly active: number;
  readonly marked: number;
}

/** What a detector asks before it speaks. */
export interface Threshold {
  /** Fewest marked customers. */
  readonly least: number;
  /** Least part of the active ones. */
  readonly share: number;
  /** Marked customers of a rep in a month that chance gives at least, also where nobody has any. */
  readonly chance: number;
}

export interface Unusual extends RepMonth {
  /** Usual shares: the median of the others in the month, and of his own other months; null: there are too few. */
  readonly peers: number;
  readonly own: number | null;
  /** How many robust standard deviations the share is above each. */
  readonly abovePeers: number;
  readonly aboveOwn: number | null;
  readonly severity: Severity;
}

export const severities = ['high', 'medium', 'low'] as const;
export type Severity = (typeof severities)[number];

/** Of how many customers a portfolio is believed before its own numbers are. */
const prior = 8;
/** Robust standard deviations above the others from which on something is unusual. */
const unusual = 4;
/** Above his own past; whoever always did so has to stand out among the others by `habit`. */
const unusualForHim = 2.5;
const habit = 8;
const fewestMonths = 4;

/**
 * Rep-months whose share of marked customers is far above that of the others in the same month and above their own in
 * other months. Shares of small portfolios are drawn to the share of all (`prior` customers' worth), spreads are medians
 * of absolute deviations and never less than chance alone gives a portfolio of the size, so that one odd colleague
 * neither hides another nor makes one.
 */
export function unusualMonths(all: readonly RepMonth[], threshold: Threshold): Unusual[] {
  const { least, share, chance } = threshold;
  const byMonth = Map.groupBy(all, ({ month }) => month);
  const byRep = Map.groupBy(all, ({ rep }) => rep);
  return all.flatMap((one) => {
    if (one.marked < least || one.marked < share * one.active) return [];
    const others = (byMonth.get(one.month) ?? []).filter(({ rep }) => rep !== one.rep);
    const past = (byRep.get(one.rep) ?? []).filter(({ month }) => month !== one.month);
    const amongPeers = compared(one, others, chance);
    const amongOwn = past.length < fewestMonths ? null : compared(one, past, chance);
    const stands =
      amongPeers.above >= unusual &&
      (amongOwn === null || amongOwn.above >= unusualForHim || amongPeers.above >= habit);
    if (!stands) return [];
    return [
      {
        ...one,
        ...{ peers: amongPeers.usual, abovePeers: amongPeers.above },
        ...{ own: amongOwn?.usual ?? null, aboveOwn: amongOwn?.above ?? null },
        severity: severityOf(one),
      },
    ];
  });
}

/** By what of the month's base it is about: that is what a plan is measured by. */
function severityOf({ marked, active }: RepMonth): Severity {
  const part = active === 0 ? 1 : marked / active;
  return part >= 0.3 ? 'high' : part >= 0.15 ? 'medium' : 'low';
}

function compared(
  { marked, active }: RepMonth,
  others: readonly RepMonth[],
  byChance: number,
): { readonly usual: number; readonly above: number } {
  const pooled = trimmedShare(others);
  const drawn = (one: Pick<RepMonth, 'marked' | 'active'>) =>
    (one.marked + prior * pooled) / (Math.max(one.active, one.marked) + prior);
  const shares = others.map(drawn);
  const usual = median(shares);
  const spread = 1.4826 * median(shares.map((value) => Math.abs(value - usual)));
  const size = Math.max(active, marked) + prior;
  const least = Math.max(usual, byChance / size);
  const chance = Math.sqrt((least * (1 - Math.min(least, 0.5))) / size);
  return { usual, above: (drawn({ marked, active }) - usual) / Math.max(spread, chance) };
}

/** Of all but the tenth part that has most of them: a few who play do not make it usual. */
function trimmedShare(all: readonly RepMonth[]): number {
  const kept = all
    .toSorted((a, b) => a.marked / Math.max(1, a.active) - b.marked / Math.max(1, b.active))
    .slice(0, Math.max(1, Math.floor(all.length * 0.9)));
  const active = kept.reduce((sum, one) => sum + one.active, 0);
  return active === 0 ? 0 : kept.reduce((sum, one) => sum + one.marked, 0) / active;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}
