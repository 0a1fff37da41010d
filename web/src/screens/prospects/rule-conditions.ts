import { type TargetRules, targetLevels } from '../../../../src/domain/target-rules.ts';

export type Rule = TargetRules[number];
export const ruleConditions = ['clientType', 'industry', 'city', 'region'] as const;
export type Condition = (typeof ruleConditions)[number];

/** A rule while it is typed: a condition without members is none. */
export type RuleDraft = { readonly level: Rule['level'] } & {
  readonly [Name in Condition]: readonly string[];
};

export const emptyRule: RuleDraft = { level: 1, clientType: [], industry: [], city: [], region: [] };

export const draftOf = (rule: Rule): RuleDraft => ({
  ...emptyRule,
  ...rule,
});

/** The rules that drafts say; those without a condition are left out. */
export const rulesOf = (drafts: readonly RuleDraft[]): Rule[] =>
  drafts.flatMap(({ level, ...conditions }) => {
    const said = ruleConditions.filter((one) => conditions[one].length > 0);
    if (said.length === 0) return [];
    return [{ level, ...Object.fromEntries(said.map((one) => [one, conditions[one]])) } as Rule];
  });

export const levelsAndNone = [...targetLevels, null] as const;
