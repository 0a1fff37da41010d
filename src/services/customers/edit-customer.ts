import { today } from '../../domain/clock.ts';
import {
  type CustomerEdit,
  type EditableField,
  editableFields,
  factsOfField,
  fieldOfFact,
  isOfFigures,
} from '../../domain/customer-edit.ts';
import { locate } from '../../domain/geography.ts';
import { isIsoDate } from '../../domain/iso-date.ts';
import { firstDay } from '../../domain/organisation.ts';
import { type Problem, Refusal } from '../../domain/problem.ts';
import { restated, type StatedFact } from '../../domain/stated-facts.ts';
import type { IsoDate } from '../../domain/units.ts';
import type { Stores } from '../../stores/stores.ts';
import { currentVersion, type DataVersion } from '../ledger/data-version.ts';
import { geographyOf } from '../places/own-places.ts';
import { allTargets, type Editable, editableOf } from './editable.ts';
import { editUnder, lastEditOf } from './edits.ts';
import { editedSince } from './last-edit.ts';
import { type UnitPlace, unitPlace } from './place.ts';
import { commitEdit, type EditToWrite, type StatedChange, writeEdit } from './write-edit.ts';

/** What an edit has changed, as it counted before and counts now. */
export interface WrittenEdit {
  /** null: nothing was to be changed. */
  readonly edit: number | null;
  readonly changes: Readonly<
    Partial<Record<EditableField, { readonly before: string; readonly after: string }>>
  >;
}

/**
 * States something of a customer by hand, from a day on. A name or a note counts at once; what figures are sliced by is a
 * new version of the data, which waits for an import that is under way.
 * @throws Refusal `customerUnknown`, `customerEditStale`, `customerEditChanged`, `customerFieldElsewhere`,
 * `customerNameEmpty`, `customerStatusReason`, `customerEditDay`
 */
export async function editCustomer(
  stores: Stores,
  place: Pick<UnitPlace, 'unit' | 'id'>,
  said: CustomerEdit,
  user: number | null,
): Promise<WrittenEdit> {
  const { unit, id } = place;
  const edit = withReason(said);
  const asked = editableFields.filter((field) => edit[field] !== undefined);
  if (asked.includes('name') && edit.name?.trim() === '') throw new Refusal({ code: 'customerNameEmpty' });
  const since = edit.since ?? today();
  if (!isIsoDate(since) || since < firstDay || since > today())
    throw new Refusal({ code: 'customerEditDay', params: { day: since, today: today() } });
  const toWrite = async (version: DataVersion): Promise<EditToWrite | null> => {
    const editable = await editableOf(stores, version, await unitPlace(stores.warehouse, version, unit, id));
    if (await isStale(stores, editable, asked, edit)) throw await stale(stores, editable, asked, edit);
    const changes: StatedChange[] = [];
    for (const field of asked)
      changes.push(...(await changesOf(stores, editable, field, edit[field] ?? null, edit.since)));
    const seen = { targets: allTargets(editable), version: editable.version };
    const { grounds } = edit;
    return changes.length === 0
      ? null
      : { unit, id, user, undoes: null, changes, seen, ...(grounds && { grounds }) };
  };
  return await written(stores, place, asked, toWrite);
}

/** A status comes with its reason, that of the one before goes with it. @throws Refusal `customerStatusReason` */
function withReason(edit: CustomerEdit): CustomerEdit {
  if (edit.status === undefined) return edit;
  const statusReason = edit.status === null ? null : (edit.statusReason ?? '');
  if (edit.status === 'ended' && statusReason?.trim() === '')
    throw new Refusal({ code: 'customerStatusReason' });
  return { ...edit, statusReason };
}

/**
 * Takes an edit back: what was stated before it, or what imports say, counts again.
 * @throws Refusal `customerEditUnknown`, `customerEditChanged`: something else has been stated since
 */
export async function undoEdit(stores: Stores, number: number, user: number | null): Promise<WrittenEdit> {
  const { unit, id, changes } = await editUnder(stores, number);
  const asked = editableFields.filter((field) => changes.some(({ fact }) => fieldOfFact(fact) === field));
  const back = changes.map((one): StatedChange => ({ ...one, before: one.after, after: one.before }));
  return await written(stores, { unit, id }, asked, async () => ({
    ...{ unit, id, user, undoes: number, changes: back },
  }));
}

async function written(
  stores: Stores,
  { unit, id }: Pick<UnitPlace, 'unit' | 'id'>,
  fields: readonly EditableField[],
  toWrite: (version: DataVersion) => Promise<EditToWrite | null>,
): Promise<WrittenEdit> {
  const valuesNow = async (): Promise<Editable['values']> => {
    const version = await currentVersion(stores.records);
    const place = await unitPlace(stores.warehouse, version, unit, id);
    return (await editableOf(stores, version, place)).values;
  };
  const before = await valuesNow();
  let edit: number | null;
  if (fields.some(isOfFigures)) edit = await commitEdit(stores, toWrite);
  else {
    const found = await toWrite(await currentVersion(stores.records));
    edit = found === null ? null : await writeEdit(stores, found);
  }
  if (edit === null) return { edit, changes: {} };
  const after = await valuesNow();
  const changed = fields.filter((field) => before[field] !== after[field]);
  return {
    edit,
    changes: Object.fromEntries(
      changed.map((field) => [field, { before: before[field], after: after[field] }]),
    ),
  };
}

/** What stating a field of a unit changes. @throws Refusal `customerFieldElsewhere` */
export async function changesOf(
  stores: Stores,
  editable: Editable,
  field: EditableField,
  said: string | null,
  day: IsoDate | undefined,
): Promise<StatedChange[]> {
  const targets = editable.targets[field];
  if (typeof targets === 'string')
    throw new Refusal({ code: 'customerFieldElsewhere', params: { field, unit: targets } });
  const value = said === null ? null : said.trim();
  // The same value of another day is another word.
  if (value !== null && value === editable.values[field] && day === undefined) return [];
  const values: Readonly<Record<string, string>> | null =
    value === null ? null : field === 'city' ? await placeOf(stores, value) : { [field]: value };
  return targets.flatMap((target) =>
    factsOfField[field].flatMap((fact): StatedChange[] => {
      const before = editable.stated(target)[fact] ?? null;
      const after = values === null ? null : wordOf(field, before, values[fact] ?? '', day ?? today());
      const same = before?.value === after?.value && (day === undefined || before?.since === after?.since);
      return same ? [] : [{ ...target, fact, before, after }];
    }),
  );
}

/** Only what figures are sliced by is asked about on earlier days. */
export const wordOf = (
  field: EditableField,
  before: StatedFact | null,
  value: string,
  since: IsoDate,
): StatedFact => (isOfFigures(field) ? restated(before, value, since) : { value, since });

/** A town with the region, district and country that it is in, as an import would read it. */
export async function placeOf(stores: Stores, said: string): Promise<Record<string, string>> {
  const { city, region, district, country } = locate({ city: said }, await geographyOf(stores));
  return {
    city: city ?? said,
    region: region ?? '',
    federalDistrict: district ?? '',
    country: country ?? '',
  };
}

/** Somebody has changed one of these fields since the card was looked at, or who the customer is. */
const isStale = async (
  { records }: Stores,
  editable: Editable,
  asked: readonly EditableField[],
  { version }: CustomerEdit,
): Promise<boolean> =>
  version > editable.version ||
  (version < editable.version && (await editedSince(records.db, allTargets(editable), version, asked)));

/** Both values of every field that was to be changed, and who changed the customer last. */
async function stale(
  stores: Stores,
  { version, values }: Editable,
  asked: readonly EditableField[],
  edit: CustomerEdit,
): Promise<Refusal> {
  const { user, at } = await lastEditOf(stores, version);
  const problems = asked.map(
    (field): Problem => ({
      code: 'customerEditStale',
      params: {
        field,
        yours: edit[field] ?? '',
        now: values[field],
        version,
        user: user || 'none',
        at: at || 'none',
      },
    }),
  );
  return new Refusal(problems[0] ?? { code: 'customerEditChanged' }, ...problems.slice(1));
}
