import type { CountUnit } from '../../domain/units.ts';
import type { Rules } from '../../services/parts/part.ts';
import { change } from '../../services/parts/recording.ts';
import type { CustomerTerms, Terms } from './terms.ts';

const of = (unit: CountUnit, id: number) => ({
  kind: unit === 'deliveryPoint' ? 'point' : 'party',
  id: String(id),
});

/** Terms may be those of a person: they are kept under his key. */
function told({ unit, id, history: [last] }: CustomerTerms) {
  const subject = of(unit, id);
  return {
    subject,
    details: { change: last?.id ?? null, terms: last?.terms.map(({ kind }) => kind) ?? [] },
    ...(last !== undefined && {
      personal: {
        of: subject,
        changes: Object.fromEntries(
          last.terms.map(({ kind, value }) => [kind, { after: { value, since: last.since } }]),
        ),
      },
    }),
  };
}

export const termsRules: Rules<Terms> = {
  of: { need: { permission: 'seeCustomers' }, recorded: 'one customer' },
  change: {
    need: { permission: 'editCustomers' },
    recorded: change<Terms['change']>('termsChanged', {
      asked: (unit, id) => ({ subject: of(unit, id) }),
      done: told,
    }),
  },
  undo: {
    need: { permission: 'editCustomers' },
    recorded: change<Terms['undo']>('termsChanged', {
      asked: (number) => ({ details: { undoes: number } }),
      done: (terms, _before, number) => {
        const event = told(terms);
        return { ...event, details: { ...event.details, undoes: number } };
      },
    }),
  },
};
