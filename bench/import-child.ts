import { openApplication } from '../src/application.ts';
import type { Period } from '../src/domain/period.ts';
import { answerParent, measured, type Usage } from './child-process.ts';

export interface ImportTask {
  readonly dataDir: string;
  /** Imported one after another, each measured by itself. */
  readonly files: readonly string[];
  /** What is asked at the end of the clock. */
  readonly month: Period;
}

export interface MeasuredImport {
  readonly usage: Usage;
  /** Source rows that became lines. */
  readonly lines: number;
  readonly activeBase: number;
  /** CPU seconds from one report of progress to the next, by stage. */
  readonly stages: Readonly<Record<string, number>>;
}

answerParent(async ({ dataDir, files, month }: ImportTask): Promise<MeasuredImport[]> => {
  const application = await openApplication({ dataDir });
  const imports: MeasuredImport[] = [];
  for (const file of files) {
    const stages: Record<string, number> = {};
    let [stage, since] = ['open', cpuSeconds()];
    const enter = (next: string): void => {
      const now = cpuSeconds();
      stages[stage] = (stages[stage] ?? 0) + now - since;
      [stage, since] = [next, now];
    };
    const { result, usage } = await measured(async () => {
      const prepared = await application.prepareImport(
        [file],
        { acceptShrunk: true },
        async () => undefined,
        (progress) => enter(progress.stage),
      );
      enter('apply');
      await prepared.apply();
      enter('question');
      const [report] = await application.figures({ periods: [month], unit: 'client', method: 'main' });
      enter('end');
      return { lines: prepared.summary.lines, activeBase: report?.figures.activeBase ?? 0 };
    });
    imports.push({ ...result, usage, stages });
  }
  await application.close();
  return imports;
});

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
