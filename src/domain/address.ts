import { addressParts, isSettlement, partOrder } from './address-parts.ts';
import { cityKey } from './city.ts';

/**
 * An address as the identity of a delivery point: `киров, ул лесная, д 5, корп 2`. Spellings of kinds (ул./улица,
 * д./дом, «5к2», «Лесная ул»), case, ё, the order of the parts, country and leading postal index do not matter. Every
 * other word does: two houses never share a key, at the price that a poorer spelling of one house may get its own.
 *
 * @param place.city the city of the row, put in when the address does not name it.
 */
export function normaliseAddress(address: string, place: { readonly city?: string } = {}): string {
  const parts = addressParts(address).map(({ tag, value }) => ({ tag: tag === 'г' ? '' : tag, value }));
  if (parts.length === 0) return '';
  const city = place.city ? cityKey(place.city) : '';
  const named = parts.some(
    ({ tag, value }) => (tag === '' || isSettlement(tag)) && ` ${cityKey(value)} `.includes(` ${city} `),
  );
  if (city && !named) parts.unshift({ tag: '', value: city });

  const tags = parts.map((part) => part.tag).filter(Boolean);
  // Two streets or two houses in one address: only their order tells which belongs to which.
  if (new Set(tags).size === tags.length) {
    parts.sort((a, b) => partOrder.indexOf(a.tag) - partOrder.indexOf(b.tag) || (a.value < b.value ? -1 : 1));
  }
  return parts.map(({ tag, value }) => (tag ? `${tag} ${value}` : value)).join(', ');
}
