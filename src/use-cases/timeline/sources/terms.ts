import { type TermKind, termKinds } from '../../../domain/terms.ts';
import { changesOf, isInForce } from '../../../services/customers/terms-in-force.ts';
import { byTime, isBefore, keyOf, type TimelineItem, type TimelineSource } from './source.ts';

/** From when on which terms hold, as somebody has stated them; those taken back are none. */
export const termsSource: TimelineSource = {
  kinds: ['terms'],
  items: async ({ desk: { stores }, family }, before, limit) => {
    const units = new Map(family.flatMap((one) => (one.level === 'party' ? [[one.id, one] as const] : [])));
    const changes = (await changesOf(stores.records.db, [...units.keys()])).filter(isInForce);
    const held = new Map<string, string | null>();
    const items = changes
      .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.id - b.id))
      .map(({ id, party, since, reason, user, terms }): TimelineItem => {
        const unit = units.get(party);
        const said = termKinds.flatMap((field: TermKind) => {
          const after = terms[field];
          if (after === undefined) return [];
          const key = `${unit?.of} ${field}`;
          const was = held.get(key) ?? null;
          held.set(key, after);
          return [{ field, before: was, after }];
        });
        return {
          ...{
            kind: 'terms',
            day: since,
            time: null,
            key: keyOf(id),
            who: user,
            text: reason,
            changes: said,
          },
          whose: unit === undefined ? null : { unit: unit.unit, id: unit.of },
        };
      });
    return items
      .filter((item) => isBefore(item, before))
      .sort(byTime)
      .slice(0, limit);
  },
};
