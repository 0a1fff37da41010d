import { z } from 'zod';
import type { SetNode } from './sets/customer-set.ts';

export const targetLevels = [1, 2, 3] as const;
export type TargetLevel = (typeof targetLevels)[number];

const members = z.array(z.string().trim().min(1).max(500)).min(1).max(1000).readonly();
const conditions = ['clientType', 'industry', 'city', 'region'] as const;

/** All conditions of a rule hold: the customer has one of the members of each. */
const targetRule = z
  .strictObject({
    level: z.literal([...targetLevels]),
    clientType: z.exactOptional(members),
    industry: z.exactOptional(members),
    city: z.exactOptional(members),
    region: z.exactOptional(members),
  })
  .refine((rule) => conditions.some((condition) => rule[condition] !== undefined), {
    error: 'a rule without a condition',
  });
type TargetRule = z.infer<typeof targetRule>;

/** Who is wanted as a customer, and how much (1 most): the first rule that fits says it, none says no level. */
export const targetRules = z.array(targetRule).max(40).readonly();
export type TargetRules = z.infer<typeof targetRules>;

const wanted = (rule: TargetRule): SetNode => ({
  kind: 'and',
  sets: conditions.flatMap((dimension): SetNode[] => {
    const some = rule[dimension];
    return some === undefined ? [] : [{ kind: 'attribute', dimension, members: some }];
  }),
});

/** Prospects of a level by the end of a month (`2026-11`) as a set; null: those of none. Never of АКБ: whoever bought is in none of them. */
export function prospectsOfLevel(rules: TargetRules, level: TargetLevel | null, month: string): SetNode {
  const prospects: SetNode = { kind: 'state', state: 'prospects', period: month };
  const any = (some: TargetRules): SetNode => ({ kind: 'or', sets: some.map(wanted) });
  if (level === null)
    return rules.length === 0 ? prospects : { kind: 'andNot', of: prospects, without: any(rules) };
  const own = rules.flatMap((rule, at): SetNode[] => {
    const before = rules.slice(0, at).filter((one) => one.level !== level);
    if (rule.level !== level) return [];
    return [before.length === 0 ? wanted(rule) : { kind: 'andNot', of: wanted(rule), without: any(before) }];
  });
  if (own.length === 0) return { kind: 'ids', ids: [] };
  return { kind: 'and', sets: [prospects, { kind: 'or', sets: own }] };
}
