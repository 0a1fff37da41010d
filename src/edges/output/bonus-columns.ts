import type { BonusLine } from '../../domain/bonus/statement.ts';
import { formatFormula } from '../../domain/money.ts';
import type { Decimal } from '../../domain/units.ts';
import type { Say } from '../../messages/index.ts';
import type { Language } from '../../messages/message.ts';
import type { NamedStatement } from '../../use-cases/bonus/report.ts';
import type { Column } from './columns.ts';

interface Words {
  readonly say: Say;
  readonly language: Language;
}

/** A line of a statement as it is read: what for, how, how much. */
interface ShownLine {
  readonly name: string;
  readonly what: string;
  readonly fulfilment: Decimal | null;
  readonly formula: string;
  readonly amount: Decimal | null;
  readonly remark: string;
  readonly isTotal: boolean;
}

export function bonusColumns({ say }: Words): readonly Column<NamedStatement>[] {
  return [
    { title: say('bonus.who'), kind: 'text', value: ({ name }) => name },
    { title: say('bonus.scheme'), kind: 'text', value: ({ scheme }) => scheme.name },
    { title: say('bonus.earned'), kind: 'money', value: ({ earned }) => earned },
    { title: say('bonus.stopFactor'), kind: 'ratio', value: ({ stopFactor }) => stopFactor },
    { title: say('bonus.total'), kind: 'money', value: ({ total }) => total },
    { title: say('bonus.heldBack'), kind: 'money', value: ({ heldBack }) => heldBack },
  ];
}

export function bonusLineColumns({ say }: Words): readonly Column<ShownLine>[] {
  return [
    { title: say('bonus.who'), kind: 'text', value: ({ name }) => name },
    { title: say('bonus.what'), kind: 'text', value: ({ what }) => what },
    { title: say('bonus.fulfilment'), kind: 'percent', value: ({ fulfilment }) => fulfilment },
    { title: say('bonus.formula'), kind: 'text', value: ({ formula }) => formula },
    { title: say('bonus.amount'), kind: 'money', value: ({ amount }) => amount },
    { title: say('bonus.remark'), kind: 'text', value: ({ remark }) => remark },
  ];
}

/** Line by line: what is earned, what stops it, what is to be paid, and what is held back. */
export function bonusLines(statement: NamedStatement, { say, language }: Words): ShownLine[] {
  const { name, lines, held, gates, earned, stopFactor, total } = statement;
  const shown = (line: Omit<Partial<ShownLine>, 'name'> & Pick<ShownLine, 'what'>): ShownLine => ({
    ...{ name, fulfilment: null, formula: '', amount: null, remark: '', isTotal: false },
    ...line,
  });
  const lineOf = ({ kind, metric, grade, fulfilment, formula, amount, why }: BonusLine): ShownLine =>
    shown({
      what: say(`bonus.line.${kind}`, {
        metric: metric === null ? '' : say(`figure.${metric}`),
        grade: grade || 'none',
      }),
      ...{ fulfilment, amount, formula: formatFormula(formula, language) },
      remark: why === 'paid' ? '' : say(`bonus.why.${why}`),
    });
  return [
    ...lines.map(lineOf),
    ...gates.map(({ of, value, factor }) =>
      shown({
        what: say(`bonus.gate.${of}`),
        fulfilment: of === 'unresolvedSignals' ? null : value,
        formula: `× ${formatFormula(factor, language)}`,
        remark: value === null ? say('bonus.unknown') : of === 'unresolvedSignals' ? value : '',
      }),
    ),
    shown({
      what: say('bonus.total'),
      formula: formatFormula(`${earned} × ${stopFactor}`, language),
      ...{ amount: total, isTotal: true },
    }),
    ...held.map(lineOf),
  ];
}
