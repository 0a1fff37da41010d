import fc from 'fast-check';
import { test } from 'vitest';
import { openFacts } from '/work/main/tests/harness/facts.ts';
import { randomLedger, randomQuestion, linesOf, worldOf, rulesOf } from '/work/main/tests/harness/random-ledger.ts';
import { answer } from '/work/main/tests/oracle/oracle.ts';
import { figures } from '/work/main/src/services/activity/figures.ts';
import { parsePeriod } from '/work/main/src/domain/period.ts';
test('t', { timeout: 600000 }, async () => {
  const base = await openFacts();
  const ledgers = fc.sample(randomLedger(40), { seed: 5, numRuns: 4 });
  const t: any = { load: 0, oracle: 0, figures: 0, n: 0 };
  for (const l of ledgers) {
    console.log('facts', l.facts.length);
    let s = performance.now();
    const version = await base.load(l.facts, l.dimensions);
    t.load += performance.now() - s;
    for (const q of fc.sample(randomQuestion, { seed: 6, numRuns: 20 })) {
      s = performance.now();
      answer(linesOf(l), rulesOf(q.method), worldOf(l), { unit: q.unit, period: q.span.period, previous: q.span.previous, scope: q.scope, ...(q.by && { by: q.by }) });
      t.oracle += performance.now() - s;
      s = performance.now();
      const period: any = parsePeriod(q.span.name, { today: '2026-11-30' });
      try { await figures(base.stores, { version, method: q.method, unit: 'client', period, ...(q.by && { by: q.by }) }); } catch (e) { console.log(String(e).slice(0, 100)); }
      const d = performance.now() - s;
      t.figures += d; t.n++;
      const k = `${q.method.returns.mode}`; t[k] = (t[k] ?? 0) + d; t[k + 'n'] = (t[k + 'n'] ?? 0) + 1;
    }
  }
  console.log(t);
});
