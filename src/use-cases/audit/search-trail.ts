import type { SelectQueryBuilder } from 'kysely';
import { sql } from 'kysely';
import { isAllowed, type Viewer } from '../../domain/access.ts';
import type {
  AuditChanges,
  AuditEntry,
  AuditPage,
  AuditQuery,
  AuditVerification,
  PersonalChanges,
} from '../../domain/audit.ts';
import type { JsonValue } from '../../domain/json.ts';
import { Refusal } from '../../domain/problem.ts';
import type { Records } from '../../stores/records/records.ts';
import type { AuditEventTable, RecordsSchema } from '../../stores/records/schema.ts';
import { type OpenedChanges, openChanges, type SealedChanges } from './person-keys.ts';
import type { OpenTrail } from './trail.ts';
import { verifyChain } from './verify-chain.ts';

interface Payload {
  readonly details: Readonly<Record<string, JsonValue>>;
  readonly changes: AuditChanges;
  readonly sealed?: SealedChanges;
}

export const longestPage = 1000;

/**
 * A page of the trail, newest first. Values of persons are shown to who may handle personal data and
 * has no contacts hidden from him. Throws `Refusal`:
 * `auditNotAllowed`, `auditCursorUnreadable`.
 */
export async function searchTrail(
  { db }: Pick<Records, 'db'>,
  trail: Pick<OpenTrail, 'flush' | 'masterKey'>,
  viewer: Viewer,
  query: AuditQuery,
): Promise<AuditPage> {
  refuseOthers(viewer);
  await trail.flush();
  const limit = Math.min(query.limit, longestPage);
  const rows = await matching(db.selectFrom('audit_event'), query)
    .selectAll()
    .orderBy('batch', 'desc')
    .orderBy('number', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit).map((row) => ({ row, payload: JSON.parse(row.payload) as Payload }));
  const sealed = new Map(
    shown.flatMap(({ row, payload }) => (payload.sealed ? [[row.id, payload.sealed]] : [])),
  );
  const mayRead = isAllowed(viewer, 'handlePersonalData') && !viewer.hidden.includes('contacts');
  const opened =
    mayRead && sealed.size > 0 ? await openChanges(db, await trail.masterKey(), sealed) : undefined;
  const last = shown.at(-1)?.row;
  return {
    entries: shown.map(({ row, payload }) => entryOf(row, payload, opened)),
    next: rows.length > limit && last ? `${last.batch}.${last.number}` : null,
  };
}

/** As `verifyChain`, for who may see the trail. */
export async function verifyTrail(
  { db }: Pick<Records, 'db'>,
  trail: Pick<OpenTrail, 'flush'>,
  viewer: Viewer,
  head?: string,
): Promise<AuditVerification> {
  refuseOthers(viewer);
  await trail.flush();
  return await verifyChain(db, head);
}

function refuseOthers(viewer: Viewer): void {
  if (!isAllowed(viewer, 'seeAudit')) throw new Refusal({ code: 'auditNotAllowed' });
}

type Selection<Row> = SelectQueryBuilder<RecordsSchema, 'audit_event', Row>;

function matching<Row>(
  all: Selection<Row>,
  { user, action, from, to, subject, cursor }: AuditQuery,
): Selection<Row> {
  let events = all;
  if (user === null) events = events.where('user_id', 'is', null);
  else if (user !== undefined) events = events.where('user_id', '=', user);
  if (action !== undefined) events = events.where('action', '=', action);
  if (from !== undefined) events = events.where('happened_at', '>=', from);
  if (to !== undefined) events = events.where('happened_at', '<', to);
  if (subject !== undefined) events = events.where('subject_kind', '=', subject.kind);
  if (subject?.id !== undefined) events = events.where('subject_id', '=', subject.id);
  if (cursor !== undefined) {
    const [batch, number] = placeOf(cursor);
    events = events.where(sql<boolean>`(batch, number) < (${batch}::integer, ${number}::integer)`);
  }
  return events;
}

function placeOf(cursor: string): readonly [batch: number, number: number] {
  const [, batch, number] = /^(\d{1,9})\.(\d{1,9})$/.exec(cursor) ?? [];
  if (batch === undefined) throw new Refusal({ code: 'auditCursorUnreadable' });
  return [Number(batch), Number(number)];
}

function entryOf(
  row: AuditEventTable,
  { details, changes, sealed }: Payload,
  opened: ReadonlyMap<string, OpenedChanges> | undefined,
): AuditEntry {
  const { subject_kind: kind, subject_id: id } = row;
  return {
    ...{ batch: row.batch, number: row.number, id: row.id, at: row.happened_at },
    ...{ user: row.user_id, onBehalfOf: row.on_behalf_of, key: row.key_id, address: row.address },
    ...{ action: row.action, outcome: row.outcome, details, changes },
    subject: kind === null || id === null ? null : { kind, id },
    personal: sealed ? personalOf(sealed, opened && (opened.get(row.id) ?? 'destroyed')) : null,
  };
}

/** `opened` is undefined for who may not read it. */
function personalOf({ fields }: SealedChanges, opened: OpenedChanges | undefined): PersonalChanges {
  if (opened === undefined) return { state: 'masked', fields, changes: {} };
  if (opened === 'destroyed' || opened === 'unreadable') return { state: opened, fields, changes: {} };
  return { state: 'shown', fields, changes: opened };
}
