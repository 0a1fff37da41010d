import { cityFromAddress } from '../../../domain/city.ts';
import { readEmails } from '../../../domain/email.ts';
import { type Geography, locate } from '../../../domain/geography.ts';
import { clientKey, entityKey, type Identity, nameKey, pointKey } from '../../../domain/identity.ts';
import { readInn, readInnKpp } from '../../../domain/inn.ts';
import { readKpp } from '../../../domain/kpp.ts';
import { isPerson } from '../../../domain/party.ts';
import { readPhones } from '../../../domain/phone.ts';
import type { Facts } from '../../../stores/records/schema.ts';
import { parseDate } from '../format/date.ts';
import type { cardFields, Tuple } from '../stage/column-plan.ts';

export type PartyTuple = Tuple<(typeof cardFields)[number]>;

/** What one source row says of a customer: who he is (keys, a function of the row alone) and what he is like. */
export interface Observation {
  readonly entity: Identity;
  readonly entityFacts: Facts;
  /** Client that groups entities; only an explicit column makes one. */
  readonly group: { readonly key: string; readonly name: string } | null;
  readonly point: { readonly key: string; readonly implicit: boolean };
  readonly pointFacts: Facts;
}

/** `card`: a row of a customer list, whose address is that of the company and makes no delivery point by itself. */
export function observe(
  source: string,
  cells: PartyTuple,
  row: 'line' | 'card',
  placeOf: PlaceFinder,
): Observation {
  const pair = cells.innKpp ? readInnKpp(cells.innKpp) : null;
  const inn = (cells.inn ? readInn(cells.inn).inn : null) ?? pair?.inn.inn ?? null;
  const kpp = (cells.kpp ? readKpp(cells.kpp).kpp : null) ?? pair?.kpp.kpp ?? null;
  const phones = readPhones(cells.phone ?? '');
  const emails = readEmails(cells.email ?? '');
  const ownName = cells.clientName || cells.clientFullName || '';
  const pointName = cells.deliveryPointName ?? '';
  const name =
    ownName ||
    (cells.clientCode || inn ? '' : pointName || cells.deliveryPointCode || '') ||
    (row === 'card' ? (cells.contactName ?? '') : '');
  const person = isPerson({
    name,
    ...(cells.clientType !== undefined && { type: cells.clientType }),
    ...(cells.legalForm !== undefined && { legalForm: cells.legalForm }),
    ...(inn !== null && { inn }),
  });
  const place = placeOf(cells);
  const entity = identityOf({
    source,
    code: cells.clientCode ?? '',
    inn: inn ?? '',
    kpp: kpp ?? '',
    name,
    city: place.city,
    phone: cells.phone ?? '',
    person,
  });
  const hasPoint =
    !person && Boolean(cells.deliveryPointCode || pointName || (row === 'line' && cells.deliveryAddress));
  const point = pointKey(entity.key, {
    person,
    city: place.city,
    ...(hasPoint && {
      code: cells.deliveryPointCode ?? '',
      address: cells.deliveryAddress ?? '',
      name: pointName,
    }),
  });
  const client = clientKey(entity.key, cells.holding ?? '');
  const common = facts({ ...place, address: cells.deliveryAddress });
  return {
    entity,
    entityFacts: facts({
      ...(hasPoint ? { city: place.city } : common),
      name,
      fullName: cells.clientFullName,
      code: cells.clientCode,
      inn: inn ?? '',
      kpp: kpp ?? '',
      // As they stood there: somebody has to mend them.
      innWrong: inn === null ? cells.inn || cells.innKpp : '',
      kppWrong: kpp === null ? cells.kpp : '',
      ogrn: cells.ogrn,
      legalAddress: cells.legalAddress,
      clientType: cells.clientType,
      person: person ? 'true' : '',
      salesChannel: cells.salesChannel,
      acquisitionChannel: cells.acquisitionChannel,
      industry: cells.industry,
      phone: phones.map((one) => one.e164 ?? one.raw).join(', '),
      email: emails.emails.join(', '),
      emailWrong: emails.unreadable.join(', '),
      contactName: cells.contactName,
      contactPosition: cells.contactPosition,
      decisionMaker: cells.decisionMaker,
      influencer: cells.influencer,
      site: cells.site,
      messenger: cells.messenger,
      creditLimit: cells.creditLimit,
      deferralDays: cells.deferralDays,
      createdAt: (cells.createdAt && parseDate(cells.createdAt, { order: 'dmy', serials: false })) || '',
      note: cells.note,
    }),
    group: client === entity.key ? null : { key: client, name: cells.holding ?? '' },
    point: { key: point, implicit: point.endsWith('#implicit') },
    pointFacts: hasPoint
      ? facts({
          ...common,
          name: pointName,
          code: cells.deliveryPointCode,
          pointType: cells.deliveryPointType,
        })
      : {},
  };
}

/** A name without a letter or digit is still a name: it is taken word for word. */
export function identityOf(
  said: Parameters<typeof entityKey>[0] & { readonly name: string; readonly city: string },
): Identity {
  const identity = entityKey(said);
  if (identity !== null) return identity;
  const name = said.name.trim().toLowerCase();
  return {
    key: nameKey(name, said.city),
    kind: 'name',
    weakerKeys: [],
    source: said.source,
    code: null,
    inn: null,
    kpp: null,
    phoneKey: null,
    name,
    bareName: name,
    city: said.city,
  };
}

interface Place {
  readonly city: string;
  readonly region: string;
  readonly federalDistrict: string;
  readonly country: string;
}

/** Finds the place that a row names. */
export type PlaceFinder = (cells: PartyTuple) => Place;

const PLACES_KEPT = 20_000;

/** A base has few places and many customers: each place is looked up once. */
export function placeFinder(geography: Geography): PlaceFinder {
  const places = new Map<string, Place>();
  return (cells) => {
    const city = cells.city || cityFromAddress(cells.deliveryAddress ?? '') || '';
    const said = [city, cells.region, cells.federalDistrict, cells.country].join('\u0001');
    const known = places.get(said);
    if (known !== undefined) return known;
    const found = locate(
      {
        city,
        region: cells.region ?? '',
        district: cells.federalDistrict ?? '',
        country: cells.country ?? '',
      },
      geography,
    );
    const place = {
      city: found.city ?? '',
      region: found.region ?? '',
      federalDistrict: found.district ?? '',
      country: found.country ?? '',
    };
    if (places.size >= PLACES_KEPT) places.clear();
    places.set(said, place);
    return place;
  };
}

/** Only what is said. */
function facts(said: Readonly<Record<string, string | undefined>>): Facts {
  const kept: Record<string, string> = {};
  for (const name in said) {
    const value = said[name];
    if (value) kept[name] = value;
  }
  return kept;
}
