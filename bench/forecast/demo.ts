import { performance } from 'node:perf_hooks';
import { openApplication } from '../../src/application.ts';
import { assignable } from '../../src/domain/dimensions.ts';
import type { PeriodPath } from '../../src/domain/forecast/period-path.ts';
import { mainMethod } from '../../src/domain/method.ts';
import { type PlanTarget, planMetrics } from '../../src/domain/plan.ts';
import { wholeCompany } from '../../src/domain/scope.ts';
import { dailyBases } from '../../src/services/activity/daily-bases.ts';
import { workingDatesByBranch } from '../../src/services/calendar/working-calendar.ts';
import { currentVersion, generationList } from '../../src/services/ledger/data-version.ts';
import { openRecords } from '../../src/stores/records/records.ts';
import { openWarehouse } from '../../src/stores/warehouse/warehouse.ts';
import type { History } from './customers.ts';

const month = '2026-10';
/** 400 reps with 12 targets each. */
const most = 4800;

/**
 * Makes the demo company up to the middle of a month and asks for a plan with as many targets as 400 reps with 12 each have:
 * the demo has fewer reps, so these have more targets, and whoever is above them too.
 */
export async function planFactTimes(dataDir: string, lines: number, runs: number) {
  const application = await openApplication({ dataDir, demo: { lines, until: `${month}-20`, seed: 1 } });
  try {
    await application.demo(() => undefined);
    await application.keepReady();
    const { members } = await application.organisation();
    const reps = members.filter(({ kind }) => kind === 'rep');
    const others = members.filter(({ kind }) => kind !== 'rep');
    const { cells } = await application.table({
      ...{ metrics: ['sales'], rows: ['category'], columns: [], slice: [], compare: [], period: month },
      ...{ unit: 'client', methods: [{ id: 'main' }], history: 'slice', attributes: 'today' },
    });
    const categories = cells.flatMap(({ rows: [category] }) => category || []);
    const kinds: Pick<PlanTarget, 'metric' | 'product'>[] = [
      ...planMetrics.map((metric) => ({ metric, product: null })),
      ...categories.flatMap((member) =>
        planMetrics.map((metric) => ({
          ...{ metric, product: { dimension: 'category' as const, member } },
        })),
      ),
    ];
    const targets = [...reps, ...others].flatMap(({ id: member, kind: level }) =>
      kinds.map((kind): PlanTarget => ({ level, member, ...kind, value: '20' })),
    );
    await application.plans.save(month, { version: 0, comment: '', targets: targets.slice(0, most) });
    const ask = async (): Promise<number> => {
      const start = performance.now();
      await application.plans.fact(month);
      return Math.round(performance.now() - start);
    };
    const first = await ask();
    const times: number[] = [];
    const before = process.cpuUsage();
    while (times.length < runs) times.push(await ask());
    const { user, system } = process.cpuUsage(before);
    const cpu = Math.round((user + system) / 1000 / runs);
    times.sort((a, b) => a - b);
    const part = (share: number): number => times[Math.ceil(share * times.length) - 1] ?? Number.NaN;
    return {
      rows: Math.min(most, targets.length),
      reps: reps.length,
      first,
      cpu,
      p50: part(0.5),
      p95: part(0.95),
    };
  } finally {
    await application.close();
  }
}

/** Customers of the demo one by one, of whom something ever counted, and the working days of the company. */
export async function demoCustomers(
  dataDir: string,
): Promise<{ readonly histories: readonly History[]; readonly workingDays: readonly string[] }> {
  const records = await openRecords({ dataDir });
  const warehouse = await openWarehouse({ dataDir });
  try {
    const version = await currentVersion(records);
    const rows = await warehouse.rows<{ days: number[]; sums: number[]; money: [number, number][] }>(
      `SELECT arrayMap(one -> one.1, bought) AS days, arrayMap(one -> one.2, bought) AS sums,
         arrayMap(one -> (one.1, one.3), all) AS money
       FROM (
         SELECT arraySort(groupArray((day, counted, net))) AS all, arrayFilter(one -> one.2 > 0, all) AS bought
         FROM (
           SELECT client, toUInt32(date) AS day, toFloat64(sum(amount)) AS net,
             toFloat64(sumIf(amount, settled AND kind = 'shipment' AND amount > 0)) AS counted
           FROM ledger WHERE (ym, generation) IN ${generationList(version)}
           GROUP BY client, date
         ) GROUP BY client
       ) WHERE notEmpty(bought)`,
    );
    const calendar = await workingDatesByBranch({ records, warehouse }, version, {
      from: version.historySince ?? '',
      to: version.asOf ?? '',
    });
    return { histories: rows, workingDays: calendar.get(0) ?? [] };
  } finally {
    await warehouse.close();
    await records.close();
  }
}

/** The months of the demo that are over, of every node, by its level. */
export async function demoPaths(dataDir: string): Promise<Readonly<Record<string, PeriodPath[][]>>> {
  const records = await openRecords({ dataDir });
  const warehouse = await openWarehouse({ dataDir });
  try {
    const version = await currentVersion(records);
    const months = Object.keys(version.months).map(Number).slice(0, -1);
    const asked = {
      version,
      method: mainMethod,
      scope: wholeCompany,
      months,
      grain: 'month',
      goods: null,
    } as const;
    const daily = await dailyBases(warehouse, asked);
    const calendar = await workingDatesByBranch({ records, warehouse }, version, {
      from: version.historySince ?? '',
      to: version.asOf ?? '',
    });
    const days = Map.groupBy(calendar.get(0) ?? [], (day) => day.slice(0, 7));
    const nodes = await warehouse.rows<{ level: (typeof assignable)[number]; member: number }>(
      `SELECT DISTINCT of.1 AS level, of.2 AS member FROM ledger
       ARRAY JOIN [${assignable.map((kind) => `('${kind}', ${kind})`).join(', ')}] AS of WHERE member != 0`,
    );
    const pathsOf = (level: 'company' | (typeof assignable)[number], member: number): PeriodPath[] =>
      daily.of({ level, member, product: '' }).map(({ ym, active }) => {
        const name = `${Math.floor(ym / 100)}-${String(ym % 100).padStart(2, '0')}`;
        const own = days.get(name) ?? [];
        const by = (day: string, at: number) =>
          active[at === own.length - 1 ? 30 : Number(day.slice(8)) - 1] ?? 0;
        return { period: name, days: own, reached: own.map(by) };
      });
    const levels = Map.groupBy(nodes, ({ level }) => level);
    const found = [...levels].map(([level, all]) => [level, all.map(({ member }) => pathsOf(level, member))]);
    return { company: [pathsOf('company', 0)], ...Object.fromEntries(found) };
  } finally {
    await warehouse.close();
    await records.close();
  }
}
