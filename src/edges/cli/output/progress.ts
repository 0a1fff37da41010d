import { formatNumber } from '../../../domain/money.ts';
import { formatBytes, formatDuration } from '../../../messages/format.ts';
import type { Say } from '../../../messages/index.ts';
import type { Language } from '../../../messages/message.ts';
import type { Progress } from '../../../services/intake/import-summary.ts';
import { printable, truncate } from './text.ts';

const silentFor = 300;
const redrawEvery = 100;

/** What is being done, how far it is, how fast, and how long it will take: `elapsed` milliseconds of this stage. */
export function progressText(progress: Progress, elapsed: number, language: Language, say: Say): string {
  const { stage, file, done, total, unit } = progress;
  const amount = (value: number) =>
    unit === 'bytes' ? formatBytes(value, language) : say(`progress.${unit}`, { count: value });
  const parts = [say(`progress.${stage}`)];
  if (file !== undefined) parts.push(printable(file));
  const shown = unit === 'bytes' ? formatBytes(done, language) : formatNumber(done, language);
  if (total === undefined) parts.push(amount(done));
  else parts.push(say(`progress.of.${unit}`, { done: shown, total: amount(total), count: total }));
  const perSecond = elapsed > 0 ? (done / elapsed) * 1000 : 0;
  if (elapsed >= 1000 && perSecond >= 1)
    parts.push(say('progress.rate', { amount: amount(Math.round(perSecond)) }));
  if (elapsed >= 1000 && perSecond > 0 && total !== undefined && total > done) {
    parts.push(say('progress.left', { time: formatDuration((total - done) / perSecond, language) }));
  }
  return parts.join(' · ');
}

export interface ProgressLine {
  report(progress: Progress): void;
  /** Takes the line away, before anything else is printed. */
  clear(): void;
}

/** One line at the bottom of a terminal, redrawn ten times a second at most; nothing for work that is soon done. */
export function progressLine({
  stream,
  columns,
  now,
  language,
  say,
}: {
  stream: NodeJS.WritableStream;
  columns: number;
  now: () => number;
  language: Language;
  say: Say;
}): ProgressLine {
  const begun = now();
  let stage = '';
  let stageBegun = begun;
  let drawn = Number.NEGATIVE_INFINITY;
  let visible = false;
  return {
    report(progress) {
      const time = now();
      const current = `${progress.stage} ${progress.file ?? ''}`;
      if (current !== stage) {
        stage = current;
        stageBegun = time;
      }
      if (time - begun < silentFor || time - drawn < redrawEvery) return;
      drawn = time;
      visible = true;
      stream.write(
        `\r\u001b[2K${truncate(progressText(progress, time - stageBegun, language, say), columns - 1)}`,
      );
    },
    clear() {
      if (visible) stream.write('\r\u001b[2K');
      visible = false;
    },
  };
}

export const noProgress: ProgressLine = { report: () => {}, clear: () => {} };
