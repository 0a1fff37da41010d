import type { ExpressionBuilder, Kysely } from 'kysely';
import { type EditableField, factsOfField, factsOfFields } from '../../domain/customer-edit.ts';
import type { RecordsSchema } from '../../stores/records/schema.ts';
import type { Target } from './target.ts';

/** Number of the last edit of any of them; 0: there was none. */
export async function lastEdit(db: Kysely<RecordsSchema>, targets: readonly Target[]): Promise<number> {
  const row = await db
    .selectFrom('customer_edit_field as own')
    .select(({ fn }) => fn.max('own.edit').as('last'))
    .where((own) => isOfTargets(own, targets))
    .executeTakeFirst();
  return row?.last ?? 0;
}

/** Whether an edit after that number has changed one of the fields, or what no field states: who belongs together. */
export async function editedSince(
  db: Kysely<RecordsSchema>,
  targets: readonly Target[],
  edit: number,
  fields: readonly EditableField[],
): Promise<boolean> {
  const facts = fields.flatMap((field): readonly string[] => factsOfField[field]);
  const row = await db
    .selectFrom('customer_edit_field as own')
    .select('own.edit')
    .where((own) => isOfTargets(own, targets))
    .where('own.edit', '>', edit)
    .where((own) =>
      own.or([own('own.field', 'in', ['', ...facts]), own('own.field', 'not in', [...factsOfFields])]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** SQL condition on `own.level` and `own.id`. */
export function isOfTargets(
  eb: ExpressionBuilder<RecordsSchema & { own: RecordsSchema['customer_edit_field'] }, 'own'>,
  targets: readonly Target[],
) {
  const of = (level: Target['level']): number[] => [
    0,
    ...targets.flatMap((one) => (one.level === level ? [one.id] : [])),
  ];
  return eb.or(
    (['party', 'point'] as const).map((level) =>
      eb.and([eb('own.level', '=', level), eb('own.id', 'in', of(level))]),
    ),
  );
}
