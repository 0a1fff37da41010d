import type { FigureReport, Figures } from '../../services/activity/report.ts';
import { plainNumber } from './columns.ts';
import { figureKinds, figureNames } from './figure-columns.ts';

type FiguresJson = Record<string, number | string | null>;

/** Money with 2 decimals, ratios with 4, both as text: no reader turns them into floats behind anybody's back. */
function figuresJson(figures: Figures): FiguresJson {
  const json: FiguresJson = {};
  for (const name of figureNames) {
    const value = figures[name];
    if (value === undefined) continue;
    json[name] = typeof value === 'string' ? plainNumber(value, figureKinds[name]) : value;
  }
  return json;
}

/** The object that `akb report --json` prints, documented in docs/cli.md; scripts live on its keys and their order. */
export function reportJson(report: FigureReport): Record<string, unknown> {
  const { from, to, label } = report.period;
  return {
    period: { from, to, label },
    countUnit: report.countUnit,
    method: { id: report.method.id, version: report.method.version },
    dataVersion: report.dataVersion,
    historySince: report.historySince,
    figures: figuresJson(report.figures),
    ...(report.by !== undefined && {
      by: report.by,
      rows: (report.rows ?? []).map(({ key, figures }) => ({
        key: { code: key.code, name: key.name },
        figures: figuresJson(figures),
      })),
      total: figuresJson(report.total ?? report.figures),
    }),
  };
}
