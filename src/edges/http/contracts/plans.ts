import { z } from 'zod';
import { forecastMarks } from '../../../domain/forecast/forecast.ts';
import { predictors } from '../../../domain/forecast/predictors.ts';
import { calendarGrains } from '../../../domain/period.ts';
import {
  goal,
  newPlan,
  planBases,
  planLevels,
  planMetrics,
  planProducts,
  planValue,
} from '../../../domain/plan.ts';
import { planPeriod } from '../../../domain/plan-period.ts';
import { closedMonth } from './closing.ts';
import { count, decimal, isoDate, list, optional, saidProblem, text } from './common.ts';
import { endpoint } from './endpoint.ts';
import { exportTypes } from './exports.ts';

/** `2026-11`, `2026-Q4`, `2026-H2`, `2026`. */
const params = z.object({ period: planPeriod });
const query = z.object({ version: z.exactOptional(z.coerce.number().int().positive().max(2_147_483_647)) });

const entry = {
  ...{ period: z.string(), version: count, comment: z.string() },
  /** Empty: the owner of the data folder. */
  author: z.string(),
  ...{ statedOn: isoDate, stated: z.enum(['before', 'during', 'after']) },
  approved: z.object({ by: z.string(), at: z.string() }).nullable(),
};

const about = {
  ...{ level: z.enum(planLevels), member: count, metric: z.enum(planMetrics) },
  product: z.object({ dimension: z.enum(planProducts), member: z.string() }).nullable(),
};
const target = { ...about, value: decimal, name: z.string() };
const metric = z.enum(planMetrics);

const plan = z
  .object({
    ...entry,
    targets: list(z.object(target)),
    /** Where parts are planned another sum than the whole. */
    uneven: list(
      z.object({
        ...{ level: about.level, member: count, name: z.string(), metric, plan: decimal },
        ...{ sumOfParts: decimal, parts: count, mayDiffer: z.boolean() },
      }),
    ),
    /** Of a longer period: what the shorter ones within it are planned together, of money and new customers. */
    within: list(
      z.object({
        ...{ target: z.object(target), grain: z.enum(calendarGrains) },
        ...{ sum: decimal, planned: count, of: count },
      }),
    ),
  })
  .meta({ id: 'Plan' });

export const plansEndpoint = endpoint({
  name: 'plans',
  method: 'GET',
  path: '/plans',
  summary: 'Periods that have a plan, with who stated it last and when.',
  answer: { as: 'json', schema: z.object({ plans: list(z.object(entry)) }) },
});

export const planEndpoint = endpoint({
  name: 'plan',
  method: 'GET',
  path: '/plans/{period}',
  summary: 'The plan of a month, quarter, half-year or year, the latest version or another one.',
  ...{ params, query },
  answer: { as: 'json', schema: plan },
});

export const savePlanEndpoint = endpoint({
  name: 'savePlan',
  method: 'PUT',
  path: '/plans/{period}',
  summary: 'A new version of a plan, by the version that was looked at (0: there was none). 409 `planStale`.',
  params,
  body: newPlan,
  answer: { as: 'json', schema: plan },
});

export const approvePlanEndpoint = endpoint({
  name: 'approvePlan',
  method: 'POST',
  path: '/plans/{period}/approval',
  summary: 'Approves the latest version of a plan.',
  params,
  body: z.strictObject({ version: count }),
  answer: { as: 'json', schema: plan },
});

const share = decimal.nullable();
const predictor = z.enum(predictors);
/** Why it is a straight line; null: it is by the predictor that was least wrong. */
const mark = z.enum(forecastMarks).nullable();
const errors = z.object({ curve: share, linear: share, lastYear: share, mean: share });

/** How sales go on: at the pace so far, or as they did in the same period of last year. */
const sales = z.exactOptional(z.enum(['pace', 'lastYear']));

export const planFactEndpoint = endpoint({
  name: 'planFact',
  method: 'GET',
  path: '/plans/{period}/fact',
  summary:
    'Plan beside fact: deviation, its share of the plan and fulfilment, required pace, and what the period will reach.',
  params,
  /** `compare`: `before` is the fact on the same working day of the period before, or of the same one a year ago. */
  query: query.extend({ sales, compare: z.exactOptional(z.enum(['previous', 'yearAgo'])) }),
  answer: {
    as: 'json',
    schema: z
      .object({
        ...entry,
        ...{ dataVersion: count, asOf: isoDate.nullable(), closed: closedMonth.nullable() },
        rows: list(
          z.object({
            ...target,
            fact: decimal.nullable(),
            /** By the qualified method, beside АКБ of all goods. */
            qualified: decimal.nullable(),
            /** Of a closed month: what the fact would be today, where that is something else. */
            drifted: z.object({ live: decimal.nullable() }).nullable(),
            before: decimal.nullable(),
            compared: z.object({ deviation: decimal, deviationShare: share, fulfilment: share }).nullable(),
            requiredPace: decimal.nullable(),
            forecast: z
              .object({
                ...{ value: decimal, share, deviation: decimal, fulfilment: share },
                /** Four finals of five are within. */
                interval: z.tuple([decimal, decimal]).readonly().nullable(),
                ...{ probability: share, predictor, mark },
              })
              .nullable(),
            workingDays: z.object({ days: count, passed: count }),
          }),
        ),
      })
      .meta({ id: 'PlanFact' }),
  },
});

export const readPlanFileEndpoint = endpoint({
  name: 'readPlanFile',
  method: 'POST',
  path: '/plans/{period}/file',
  needs: { permission: 'setPlans', whole: true },
  summary:
    'Targets that a file of plans holds (any form that imports read, five megabytes at most); `period` of rows that name none. Nothing is written.',
  params,
  query: z.object({ name: text(300) }),
  body: 'file',
  answer: {
    as: 'json',
    schema: z.object({
      periods: list(z.object({ period: z.string(), targets: list(z.object(target)) })),
      findings: list(saidProblem),
    }),
  },
});

export const exportPlanEndpoint = endpoint({
  name: 'exportPlan',
  method: 'GET',
  path: '/exports/plans/{period}',
  needs: { permission: 'export' },
  summary: 'A version of a plan as a table to fill in and to give back as a file of plans.',
  params,
  query: z.strictObject({
    ...query.shape,
    ...{ format: z.enum(['csv', 'xlsx']), lang: optional(z.enum(['ru', 'en'])) },
  }),
  answer: { as: 'file', types: [exportTypes.csv, exportTypes.xlsx] },
});

export const planSheetEndpoint = endpoint({
  name: 'planSheet',
  method: 'GET',
  path: '/plans/{period}/sheet',
  summary: 'The same table as data.',
  ...{ params, query },
  answer: {
    as: 'json',
    schema: z.object({
      columns: list(z.object({ header: z.string(), metric, product: about.product })),
      rows: list(
        z.object({
          ...{ level: about.level, name: z.string(), period: z.string() },
          values: list(decimal.nullable()),
        }),
      ),
    }),
  },
});

const versionAsked = z.coerce.number().int().positive().max(2_147_483_647);

export const comparePlansEndpoint = endpoint({
  name: 'comparePlans',
  method: 'GET',
  path: '/plans/{period}/changes',
  summary: 'Targets that one version of a plan states otherwise than another one; null: there it is none.',
  params,
  query: z.object({ from: versionAsked, to: versionAsked }),
  answer: {
    as: 'json',
    schema: z.object({
      targets: list(
        z.object({ ...about, name: z.string(), from: decimal.nullable(), to: decimal.nullable() }),
      ),
    }),
  },
});

export const proposePlanEndpoint = endpoint({
  name: 'proposePlan',
  method: 'POST',
  path: '/plans/{period}/proposal',
  summary:
    'Targets from what there was or from other plans, each by a goal or a total shared out; nothing is written.',
  params,
  body: z.strictObject({
    ...{ level: about.level, metric, base: z.enum(planBases) },
    by: z.union([z.strictObject({ goal }), z.strictObject({ total: planValue })]),
  }),
  answer: {
    as: 'json',
    schema: z.object({ targets: list(z.object({ ...target, base: decimal.nullable() })) }),
  },
});

export const planForecastEndpoint = endpoint({
  name: 'planForecast',
  method: 'GET',
  path: '/plans/{period}/forecast',
  summary:
    'The АКБ to come of a member, and how wrong each predictor was in earlier periods, by working day.',
  params,
  query: z.object({ member: z.coerce.number().int().nonnegative().max(2_147_483_647).default(0) }),
  answer: {
    as: 'json',
    schema: z
      .object({
        ...{ period: z.string(), dataVersion: count, asOf: isoDate.nullable() },
        ...{ member: count, name: z.string(), fact: count, passed: count },
        ...{ value: count.nullable(), interval: z.tuple([count, count]).readonly().nullable() },
        ...{ predictor, mark, tested: list(z.string()), errors },
        days: list(z.object({ date: isoDate, share, errors })),
      })
      .meta({ id: 'PlanForecast' }),
  },
});

export const plannedPeriodsEndpoint = endpoint({
  name: 'plannedPeriods',
  method: 'GET',
  path: '/planned-periods',
  summary:
    'What a member (0: the company) is planned of all goods, period after period: by the latest version, or that with which a month was closed.',
  query: z.object({ member: z.coerce.number().int().nonnegative().max(2_147_483_647).default(0), metric }),
  answer: {
    as: 'json',
    schema: z.object({ periods: list(z.object({ period: z.string(), version: count, value: decimal })) }),
  },
});

export const extrapolationEndpoint = endpoint({
  name: 'extrapolation',
  method: 'GET',
  path: '/exports/plans/{period}/extrapolation',
  needs: { permission: 'export' },
  summary: 'What a period will reach as a workbook with live formulas: fact ÷ days passed × days in all.',
  params,
  query: query.extend({ sales, lang: z.exactOptional(z.enum(['ru', 'en'])) }),
  answer: { as: 'file', types: [exportTypes.xlsx] },
});
