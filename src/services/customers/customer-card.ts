import type { Viewer } from '../../domain/access.ts';
import { today } from '../../domain/clock.ts';
import { type EditableField, editableFields } from '../../domain/customer-edit.ts';
import { type AssignableDimension, assignable } from '../../domain/dimensions.ts';
import { dayNumber, lastDayOfMonth } from '../../domain/iso-date.ts';
import type { Method } from '../../domain/method.ts';
import { daysPeriod } from '../../domain/period.ts';
import { wholeCompany } from '../../domain/scope.ts';
import type { CountUnit, IsoDate } from '../../domain/units.ts';
import { selectByKeys } from '../../stores/records/bulk.ts';
import type { Facts } from '../../stores/records/schema.ts';
import type { Stores } from '../../stores/stores.ts';
import { ids, statement } from '../../stores/warehouse/sql.ts';
import { frameOfList, totalsOfMember } from '../activity/customers.ts';
import { dress, dressUnits, type UnitRecord, unitRecords } from '../activity/dress-units.ts';
import type { Frame } from '../activity/frame.ts';
import { lineMonths } from '../activity/line-months.ts';
import { memberNames } from '../activity/member-names.ts';
import { responsibleUnits } from '../activity/responsible-sql.ts';
import { noStoredSet } from '../activity/set-sql.ts';
import { shownAmong } from '../activity/shown-sql.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import { buyer } from '../rhythm/rhythm.ts';
import type { CustomerCard, CustomerContacts, CustomerFamily } from './card-report.ts';
import { type ClientRows, clientRows } from './client-rows.ts';
import { editableOf } from './editable.ts';
import { editsOf } from './edits.ts';
import { type UnitPlace, unitPlace } from './place.ts';
import { receivablesOf } from './receivables.ts';

const collator = new Intl.Collator('ru', { sensitivity: 'accent' });

export interface CardQuestion extends Pick<Viewer, 'scope' | 'hidden'> {
  readonly version: DataVersion;
  readonly place: UnitPlace;
  /** Of the totals: `main`. */
  readonly method: Method;
  /** Whom of the organisation the reader may be told of; null: everybody. */
  readonly membersSeen: ReadonlySet<number> | null;
}

/** Everything that is known of a customer whom the reader may be told of. */
export async function customerCard(stores: Stores, question: CardQuestion): Promise<CustomerCard> {
  const { version, place, hidden } = question;
  const { unit, id, client } = place;
  const frame = {
    ...frameOf(question),
    months: await lineMonths(stores.warehouse, version, unit, id),
  };
  // One after the other they take the time of all; nothing of one is needed for another.
  const [totals, identities, record, editable, rows, receivables, [bought, responsible], family] =
    await Promise.all([
      totalsOfMember(stores, frame, id),
      identitiesOf(stores, version, place),
      unitRecords(stores, unit, [id]),
      editableOf(stores, version, place),
      clientRows(stores.warehouse, version, client),
      receivablesOf(stores, version, place),
      buyer(stores, version, unit, id).then(
        async (found) => [found, await responsibleFor(stores, question, found?.members)] as const,
      ),
      familyOf(stores, frame, place, client),
    ]);
  const facts = factsOf(unit, record(id), identities);
  const said = (name: string): string => facts[name] ?? '';
  const { name, code, address } = dress(id, unit, record(id));
  const targets = Object.values(editable.targets).flatMap((some) => (typeof some === 'string' ? [] : some));
  const known = {
    ...{ name, code, address },
    ...{ fullName: said('fullName'), inn: said('inn'), kpp: said('kpp'), ogrn: said('ogrn') },
    ...{ legalAddress: said('legalAddress'), site: said('site'), note: editable.values.note },
    ...{ creditLimit: said('creditLimit'), deferralDays: said('deferralDays') },
    person: said('person') === 'true',
  };
  return {
    ...{ unit, id, dataVersion: version.version, version: editable.version },
    ...known,
    ...{ clientType: editable.values.clientType, salesChannel: editable.values.salesChannel },
    ...{ acquisitionChannel: editable.values.acquisitionChannel, industry: editable.values.industry },
    ...{ status: editable.values.status, statusReason: editable.values.statusReason },
    statusSince: editable.statusSince,
    ...{ city: editable.values.city, pointType: editable.values.pointType },
    ...placeOf(rows, place),
    receivables,
    rhythm: bought?.rhythm ?? null,
    contacts: hidden.includes('contacts') ? null : contactsOf(said),
    responsible,
    firstSeen: firstSeen(rows, place),
    ...totals,
    family,
    identities: identities.map(({ id: one, source, facts: of }) => ({
      ...{ id: one, source, code: of.code ?? '', name: of.name ?? '' },
    })),
    editable: Object.fromEntries(
      editableFields.map((field) => {
        const of = editable.targets[field];
        return [field, typeof of === 'string' ? of : unit];
      }),
    ) as Record<EditableField, CountUnit>,
    imported: editable.imported,
    edits: await editsOf(stores, targets),
  };
}

/** All that is loaded, in whole months: of some only the totals may be known. */
function frameOf({ version, place, method, scope }: CardQuestion): Frame {
  const { historySince, asOf } = version;
  const from = `${(historySince ?? today()).slice(0, 7)}-01`;
  return frameOfList({
    ...{ version, method, scope, unit: place.unit, slice: [], kept: null, stored: noStoredSet },
    ...{ period: daysPeriod(from, lastDayOfMonth(asOf ?? today())), today: asOf ?? today() },
    set: { kind: 'ids', ids: [place.id] },
  });
}

const contactsOf = (said: (name: string) => string): CustomerContacts => ({
  phones: split(said('phone')),
  emails: split(said('email')),
  messenger: said('messenger'),
  contactName: said('contactName'),
  contactPosition: said('contactPosition'),
  decisionMaker: said('decisionMaker'),
  influencer: said('influencer'),
});
const split = (text: string): string[] => text.split(', ').filter(Boolean);

interface SourceIdentity {
  readonly id: number;
  readonly source: string;
  readonly facts: Facts;
}

/** The identities of a legal entity, or of a client who is one; of a group there are none. */
async function identitiesOf(
  stores: Stores,
  version: DataVersion,
  { unit, id, client, points }: UnitPlace,
): Promise<readonly SourceIdentity[]> {
  const of = unit === 'deliveryPoint' ? (points[0]?.entity ?? 0) : id;
  const { parties } = await clientRows(stores.warehouse, version, client);
  const own = parties.filter(({ entity }) => entity === of && entity !== 0);
  const rows = await selectByKeys<{ id: number; source_id: number; born: Facts; facts: Facts | null }>(
    stores.records.db,
    {
      table: 'party',
      columns: ['id', 'source_id', 'born', 'facts'],
      key: [{ name: 'id', pgType: 'int4' }],
    },
    own.map((party) => [party.id]),
  );
  const sources = await stores.records.db.selectFrom('source').selectAll().execute();
  const names = new Map(sources.map((source) => [source.id, source.name]));
  return rows
    .sort((a, b) => a.id - b.id)
    .map(({ id: one, source_id, facts, born }) => ({
      ...{ id: one, source: names.get(source_id) ?? '', facts: facts ?? born },
    }));
}

/** What counts of a unit; what it does not say itself the other identities of its legal entity do, the oldest first. */
function factsOf(
  unit: CountUnit,
  { party, point }: UnitRecord,
  identities: readonly SourceIdentity[],
): Facts {
  const others = identities.toReversed().map(({ facts }) => facts);
  const own = party?.facts ?? party?.born;
  const all = Object.assign({}, ...others, own) as Facts;
  return unit === 'deliveryPoint' ? { ...all, ...(point?.facts ?? point?.born) } : all;
}

const rowsOf = async <Row>({ warehouse }: Stores, query: Parameters<typeof statement>[0]): Promise<Row[]> => {
  const { text, params } = statement(query);
  return (await warehouse.rows<object>(text, params)) as Row[];
};

/** `known`: of whoever has bought, it is worked out with his rhythm. */
async function responsibleFor(
  stores: Stores,
  { version, place, membersSeen }: CardQuestion,
  known: Readonly<Record<AssignableDimension, number>> | undefined,
) {
  const { unit, id } = place;
  const day = dayNumber(version.asOf ?? today());
  const everybody = { slice: [], scope: wholeCompany };
  const asked = responsibleUnits({ version, unit, among: ids([id]), ...everybody }, assignable, [[0, day]]);
  const row = known ?? (await rowsOf<Record<AssignableDimension, number>>(stores, asked))[0];
  const names = await memberNames(stores, row === undefined ? [] : assignable.map((kind) => row[kind]));
  return Object.fromEntries(
    assignable.map((kind) => {
      const member = row?.[kind] ?? 0;
      const seen = member !== 0 && (membersSeen === null || membersSeen.has(member));
      return [kind, seen ? { id: member, name: names.get(member) ?? '' } : null];
    }),
  ) as CustomerCard['responsible'];
}

/** Where its first delivery point with a town is. */
function placeOf(
  rows: ClientRows,
  { points }: UnitPlace,
): Pick<CustomerCard, 'region' | 'federalDistrict' | 'country'> {
  const first = points.find(({ city }) => city !== '') ?? points[0];
  const row = rows.points.find(({ id }) => id === first?.id);
  return {
    ...{ region: row?.region ?? '', federalDistrict: row?.federalDistrict ?? '' },
    country: row?.country ?? '',
  };
}

function firstSeen(rows: ClientRows, { points, unit }: UnitPlace): IsoDate | null {
  const own =
    unit === 'deliveryPoint'
      ? rows.points.filter((row) => points.some(({ id }) => id === row.point))
      : rows.parties.filter((row) => points.some(({ entity }) => entity === row.entity));
  return own.map(({ registered }) => registered).sort()[0] ?? null;
}

/** Client, legal entities and delivery points, as far as the reader may be told who they are. */
async function familyOf(
  stores: Stores,
  frame: Frame,
  { unit, points }: UnitPlace,
  client: number,
): Promise<CustomerFamily> {
  const everything =
    unit === 'client' ? points : (await unitPlace(stores.warehouse, frame.version, 'client', client)).points;
  const shown = async (level: CountUnit, some: readonly number[]): Promise<ReadonlySet<number>> =>
    frame.scope.nodes === null
      ? new Set(some)
      : new Set(
          (await rowsOf<{ unit: number }>(stores, shownAmong({ ...frame, unit: level }, some))).map(
            (row) => row.unit,
          ),
        );
  const entityIds = [...new Set(everything.map(({ entity }) => entity))];
  const [clients, entities, places] = [
    await shown('client', [client]),
    await shown('legalEntity', entityIds),
    await shown(
      'deliveryPoint',
      everything.map(({ id }) => id),
    ),
  ];
  const [ofClients, ofEntities, ofPoints] = [
    await dressUnits(stores, 'client', [...clients]),
    await dressUnits(stores, 'legalEntity', [...entities]),
    await dressUnits(stores, 'deliveryPoint', [...places]),
  ];
  const member = ({ id, name, code, address }: ReturnType<typeof ofClients>) => ({ id, name, code, address });
  return {
    client: clients.has(client) ? member(ofClients(client)) : null,
    legalEntities: entityIds
      .filter((entity) => entities.has(entity))
      .map((entity) => ({
        ...member(ofEntities(entity)),
        deliveryPoints: everything
          .filter((point) => point.entity === entity && places.has(point.id))
          .map(({ id, implicit, city }) => ({ ...member(ofPoints(id)), implicit, city })),
      }))
      .sort((a, b) => collator.compare(a.name, b.name) || a.id - b.id),
  };
}
