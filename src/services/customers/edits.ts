import { type EditableField, factsOfField, fieldOfFact } from '../../domain/customer-edit.ts';
import { Refusal } from '../../domain/problem.ts';
import type { CountUnit, IsoDate } from '../../domain/units.ts';
import type { Stores } from '../../stores/stores.ts';
import { isOfTargets } from './last-edit.ts';
import type { Target } from './target.ts';
import type { StatedChange } from './write-edit.ts';

type Records = Pick<Stores, 'records'>;

/** One edit of a customer as its history shows it. `before`, `after`: what was stated; null: what imports say counted. */
export interface EditOfCustomer {
  readonly id: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** '': the owner of the data folder. */
  readonly user: string;
  readonly undoes: number | null;
  readonly changes: readonly {
    readonly field: EditableField;
    readonly before: string | null;
    readonly after: string | null;
    /** From which day on it is so; null: what imports say counts again. */
    readonly since: IsoDate | null;
  }[];
}

/** The edits of a unit's fields, under whatever unit they were made, the latest first. */
export async function editsOf(records: Records, targets: readonly Target[]): Promise<EditOfCustomer[]> {
  const rows = await editRows(records)
    .where('customer_edit.id', 'in', (eb) =>
      eb
        .selectFrom('customer_edit_field as own')
        .select('own.edit')
        .where((own) => isOfTargets(own, targets)),
    )
    .execute();
  return editsIn(rows);
}

/** The latest first. */
export async function editsNumbered(records: Records, numbers: readonly number[]): Promise<EditOfCustomer[]> {
  return editsIn(
    await editRows(records)
      .where('customer_edit.id', 'in', [0, ...numbers])
      .execute(),
  );
}

const editRows = ({ records }: Records) =>
  records.db
    .selectFrom('customer_edit')
    .innerJoin('customer_edit_field', 'customer_edit_field.edit', 'customer_edit.id')
    .leftJoin('app_user', 'app_user.id', 'customer_edit.user_id')
    .select(['customer_edit.id', 'edited_at', 'undoes', 'app_user.name', 'field', 'before', 'after'])
    .orderBy('customer_edit.id', 'desc');
type EditRow = Awaited<ReturnType<ReturnType<typeof editRows>['execute']>>[number];

const editsIn = (rows: readonly EditRow[]): EditOfCustomer[] =>
  [...Map.groupBy(rows, (row) => row.id)].flatMap(([edit, fields]): EditOfCustomer[] => {
    const [first] = fields;
    // A group is changed by its own means.
    if (first === undefined || fields.some(({ field }) => field === 'group')) return [];
    const changes = new Map(
      fields.flatMap(({ field: fact, before, after }) => {
        const field = fieldOfFact(fact);
        if (field === null || factsOfField[field][0] !== fact) return [];
        const values = { before: before?.value ?? null, after: after?.value ?? null };
        return [[field, { field, ...values, since: after?.since ?? null }] as const];
      }),
    );
    const { edited_at: at, name, undoes } = first;
    if (changes.size === 0) return [];
    return [{ id: edit, at, user: name ?? '', undoes, changes: [...changes.values()] }];
  });

/** @throws Refusal `customerEditUnknown` */
export async function editUnder(
  { records }: Records,
  number: number,
): Promise<{ readonly unit: CountUnit; readonly id: number; readonly changes: readonly StatedChange[] }> {
  const edit = await records.db
    .selectFrom('customer_edit')
    .select(['unit', 'unit_id'])
    .where('id', '=', number)
    .executeTakeFirst();
  if (edit === undefined) throw new Refusal({ code: 'customerEditUnknown', params: { id: number } });
  const rows = await records.db
    .selectFrom('customer_edit_field')
    .select(['level', 'id', 'field', 'before', 'after'])
    .where('edit', '=', number)
    .execute();
  if (rows.some(({ field }) => field === 'group'))
    throw new Refusal({ code: 'customerEditUnknown', params: { id: number } });
  return {
    ...{ unit: edit.unit, id: edit.unit_id },
    changes: rows.map(({ field: fact, ...row }) => ({ ...row, fact })),
  };
}

/** Who made an edit and when; empty where there was none. */
export async function lastEditOf(
  { records }: Records,
  number: number,
): Promise<{ readonly user: string; readonly at: string }> {
  const row = await records.db
    .selectFrom('customer_edit')
    .leftJoin('app_user', 'app_user.id', 'customer_edit.user_id')
    .select(['app_user.name', 'edited_at'])
    .where('customer_edit.id', '=', number)
    .executeTakeFirst();
  return { user: row?.name ?? '', at: row?.edited_at ?? '' };
}
