import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Restriction, Role } from '../../domain/access.ts';
import type { BonusScheme } from '../../domain/bonus/scheme.ts';
import type { KeptStatement } from '../../domain/bonus/statement.ts';
import type { CallOutcome, CallRules, RefusalReason } from '../../domain/calls.ts';
import type { ContactChannel, ContactPhone, ContactRole, ImportedRole } from '../../domain/contact.ts';
import type { GroupKind } from '../../domain/customer-group.ts';
import type { CustomerMetric } from '../../domain/customer-plan.ts';
import type { AssignmentKind } from '../../domain/dated-facts.ts';
import type { ScoredReason } from '../../domain/duplicates/score.ts';
import type { EntryKind } from '../../domain/entry.ts';
import type { Verdict } from '../../domain/integrity/review.ts';
import type { EvidenceRow, SignalFigures } from '../../domain/integrity/signal.ts';
import type { MemberState } from '../../domain/member-edit.ts';
import type { Scope } from '../../domain/scope.ts';
import type { StatedFact, StatedFacts } from '../../domain/stated-facts.ts';
import type { StatementLevel } from '../../domain/statement.ts';
import type { TargetRules } from '../../domain/target-rules.ts';
import type { TermKind } from '../../domain/terms.ts';
import type { CountUnit, Decimal, IsoDate } from '../../domain/units.ts';

/** JSON columns: read as values, written as text. */
type Json<T> = ColumnType<T, string, string>;
type Timestamp = ColumnType<string, string | undefined, string>;

/**
 * What is known of a unit; open list, keys are field names of the glossary. Who is responsible is dated: `rep@2026-11-15`
 * holds the id of the member whom the customer cards of that day name.
 */
export type Facts = Readonly<Record<string, string>>;

export type ImportStatus = 'preparing' | 'prepared' | 'applied' | 'undone' | 'cancelled';

/** One applied migration. `checksum` is that of the SQL it sends. */
export interface SchemaVersionTable {
  version: number;
  name: string;
  checksum: string;
  /** ISO 8601, UTC, microseconds. */
  applied_at: Generated<string>;
}

export interface RecordsSchema {
  schema_version: SchemaVersionTable;
  source: { id: Generated<number>; name: string };
  layout: {
    source_id: number;
    fingerprint: string;
    mapping: Json<Record<string, string | null>>;
  };
  import: {
    id: number;
    source_id: number;
    status: ImportStatus;
    files: Json<string[]>;
    day: IsoDate;
    summary: Json<unknown> | null;
    basis: string | null;
    purpose: string | null;
    started_at: Timestamp;
    applied_at: ColumnType<string | null, string | null | undefined, string | null>;
    undone_at: ColumnType<string | null, string | null | undefined, string | null>;
  };
  commit: {
    version: number;
    committed_at: Timestamp;
    kind: 'import' | 'undo' | 'restore' | 'assignment' | 'edit' | 'merge' | 'unmerge';
    import_id: number | null;
    applied: number[];
    months: Json<Record<string, number>>;
    dimensions: number;
    history_since: IsoDate | null;
    as_of: IsoDate | null;
    month_totals: number[];
    /** What follows a commit (units shown, links written) is done; else the next start repeats it. */
    finished: Generated<boolean>;
  };
  id_counter: { space: string; last: number };
  party: {
    id: number;
    kind: 'entity' | 'group';
    source_id: number;
    key: string;
    first_import: number;
    patch_import: number;
    /** First applied import that mentions the party, and the import whose words these are; null: `first_import`. */
    since_import: number | null;
    since_patch: number | null;
    canonical: number;
    inn: string | null;
    phone_key: string | null;
    bare_name: string | null;
    visible: boolean;
    registered: IsoDate | null;
    name: string;
    /** What the first import said. */
    born: Json<Facts>;
    /** What imports say now; null: what it was born with. */
    facts: Json<Facts> | null;
    /** What somebody has stated, which holds before that. */
    stated: ColumnType<StatedFacts | null, string | null | undefined, string | null>;
  };
  point: {
    id: number;
    party_id: number;
    key: string;
    implicit: boolean;
    first_import: number;
    patch_import: number;
    canonical: number;
    visible: boolean;
    registered: IsoDate | null;
    name: string;
    /** What the first import said. */
    born: Json<Facts>;
    /** What imports say now; null: what it was born with. */
    facts: Json<Facts> | null;
    /** What somebody has stated, which holds before that. */
    stated: ColumnType<StatedFacts | null, string | null | undefined, string | null>;
  };
  product: {
    id: number;
    source_id: number;
    key: string;
    first_import: number;
    patch_import: number;
    canonical: number;
    visible: boolean;
    registered: IsoDate | null;
    name: string;
    /** What the first import said. */
    born: Json<Facts>;
    /** What counts now; null: what it was born with. */
    facts: Json<Facts> | null;
  };
  member: {
    id: number;
    kind: string;
    key: string;
    code: string;
    name: string;
    /** 0: added by hand. */
    first_import: number;
    retired: ColumnType<IsoDate | null, IsoDate | null | undefined, IsoDate | null>;
  };
  member_key: { key: string; member: number };
  member_change: {
    id: number;
    member: number;
    before: Json<MemberState> | null;
    after: Json<MemberState>;
    user_id: number | null;
    changed_at: string;
    undoes: number | null;
  };
  patch: { level: string; id: number; import_id: number; facts: Json<Facts> };
  mention: { import_id: number; level: string; part: number; ids: number[]; patches: number[] };
  assignment: {
    id: number;
    level: StatementLevel;
    kind: AssignmentKind;
    /** 0: nobody; null: whom cards and lines show. */
    member: number | null;
    since: IsoDate;
    until: IsoDate | null;
    stated_at: Timestamp;
  };
  assignment_unit: { assignment: number; unit: number };
  duplicate_proposal: { a: number; b: number; reason: string; import_id: number };
  method: {
    id: string;
    version: number;
    document: Json<unknown>;
    valid_from: IsoDate | null;
    created_at: Timestamp;
  };
  kept_method: { id: string };
  named_base: { id: GeneratedAlways<number>; document: Json<unknown>; created_at: Timestamp };
  stored_set: {
    id: GeneratedAlways<number>;
    name: string;
    document: Json<unknown>;
    created_at: Timestamp;
    /** Ids of units; null: the set is live. */
    members: number[] | null;
    data_version: number | null;
    as_of: IsoDate | null;
    /** Of whoever stored it; null: the whole company. */
    scope: Json<unknown> | null;
  };
  place: { name: string; within: string };
  working_calendar: { branch: number; year: number; document: Json<unknown> };
  app_user: {
    id: GeneratedAlways<number>;
    login: string;
    login_key: string;
    name: string;
    role: Role;
    scope: Json<Scope>;
    hidden: Restriction[];
    disabled: Generated<boolean>;
    /** Argon2id in PHC form. */
    password: string;
    one_time_until: string | null;
    created_at: string;
  };
  /** `digest` here and of keys: SHA-256, hex. */
  user_session: {
    id: GeneratedAlways<number>;
    user_id: number;
    digest: string;
    device: string;
    created_at: string;
    last_used_at: string;
  };
  sign_in_failure: { login: string; failures: number; until: string };
  api_key: {
    id: GeneratedAlways<number>;
    user_id: number | null;
    prefix: string;
    digest: string;
    name: string;
    role: Role;
    scope: Json<Scope>;
    hidden: Restriction[];
    created_at: string;
    expires_at: string;
    last_used_day: IsoDate | null;
    revoked_at: string | null;
  };
  /** Words by which units are found, and the version whose units they are of; derived, may be lost at any time. */
  unit_text: { level: 'party' | 'point'; id: number; words: string; phones: string };
  /** Up to which commit and edit the marks of cards are, and which generation holds them; derived. */
  card_mark_state: {
    single: Generated<boolean>;
    version: number;
    edit: number;
    contacts: string;
    generation: number;
  };
  quality_day: {
    day: IsoDate;
    branch: number;
    units: number;
    flawed: Json<Readonly<Record<string, number>>>;
  };
  unit_text_state: { single: Generated<boolean>; version: number; edit: Generated<number> };
  customer_edit: {
    id: number;
    unit: CountUnit;
    unit_id: number;
    user_id: number | null;
    edited_at: string;
    undoes: number | null;
    basis: string | null;
    purpose: string | null;
  };
  customer_edit_field: {
    edit: number;
    level: 'party' | 'point';
    id: number;
    field: string;
    before: Json<StatedFact> | null;
    after: Json<StatedFact> | null;
  };
  entry: {
    id: GeneratedAlways<number>;
    level: 'party' | 'point';
    unit_id: number;
    kind: EntryKind;
    day: IsoDate;
    /** HH:MM, or ''. */
    clock: string;
    text: string;
    outcome: string;
    due: IsoDate | null;
    done: Generated<boolean>;
    author: number | null;
    signed: Generated<string>;
    basis: string | null;
    purpose: string | null;
    entered_at: string;
    version: Generated<number>;
    removed: Generated<boolean>;
    words: string;
  };
  contact: {
    id: GeneratedAlways<number>;
    level: 'party' | 'point';
    unit_id: number;
    name: string;
    role: ContactRole;
    position: string;
    phones: Json<readonly ContactPhone[]>;
    emails: Json<readonly string[]>;
    messenger: string;
    birthday: string | null;
    channel: ContactChannel | null;
    note: string;
    source: string;
    basis: string;
    purpose: string;
    said_on: IsoDate;
    family: string | null;
    hobbies: string | null;
    children: string | null;
    taken_from: ImportedRole | null;
    version: Generated<number>;
    changed_at: string;
    changed_on: IsoDate;
    removed: Generated<boolean>;
    words: string;
  };
  text_word: { kind: 'entry' | 'contact'; word: string; texts: number; last: IsoDate };
  usual_grounds: { single: Generated<boolean>; basis: string | null; purpose: string | null };
  special_information: { single: Generated<boolean>; purpose: string };
  terms_change: {
    id: number;
    party: number;
    since: IsoDate;
    reason: string;
    user_id: number | null;
    stated_at: string;
    undoes: number | null;
  };
  customer_term: { change: number; kind: TermKind; value: string | null };
  hand_over: {
    id: number;
    giver: number;
    since: IsoDate;
    until: IsoDate | null;
    /** Numbers of `assignment`. */
    statements: number[];
    user_id: number | null;
    made_at: string;
    undone_at: string | null;
  };
  plan: {
    period: string;
    version: number;
    comment: string;
    stated_by: number | null;
    stated_at: string;
    stated_on: IsoDate;
    approved_by: number | null;
    approved_at: string | null;
  };
  plan_target: {
    period: string;
    version: number;
    level: string;
    member: number;
    metric: string;
    product_of: string;
    product: string;
    value: Decimal;
  };
  customer_plan: {
    month: string;
    version: number;
    comment: string;
    stated_by: number | null;
    stated_at: string;
    stated_on: IsoDate;
    approved_by: number | null;
    approved_at: string | null;
  };
  customer_plan_target: {
    month: string;
    version: number;
    customer: number;
    metric: CustomerMetric;
    value: Decimal | null;
  };
  month_close: {
    id: GeneratedAlways<number>;
    month: string;
    methods: Json<readonly { readonly id: string; readonly version: number }[]>;
    plan_version: number | null;
    customer_plan_version: number | null;
    data_version: number;
    as_of: IsoDate | null;
    closed_by: number | null;
    closed_at: string;
    reopen_reason: string | null;
    reopen_asked_by: number | null;
    reopen_asked_at: string | null;
    reopened_by: number | null;
    reopened_at: string | null;
  };
  closed_figure: {
    close: number;
    level: string;
    member: number;
    metric: string;
    product_of: string;
    product: string;
    value: Decimal;
  };
  closed_set: {
    close: number;
    method: string;
    unit: CountUnit;
    level: string;
    member: number;
    members: number[];
  };
  closed_place: {
    close: number;
    place: number;
    members: number[];
  };
  closed_customers: {
    close: number;
    part: number;
    customers: number[];
    places: number[];
    sales: ColumnType<(string | null)[], (number | null)[], never>;
    documents: (number | null)[];
    products: (number | null)[];
  };
  closed_client: {
    close: number;
    identity: number;
    client: number;
  };
  bonus_scheme: {
    id: number;
    version: number;
    document: ColumnType<BonusScheme, string, string>;
    stated_by: number | null;
    stated_at: string;
  };
  bonus_month: {
    month: string;
    statements: ColumnType<readonly KeptStatement[], string, string>;
    data_version: number;
    kept_by: number | null;
    kept_at: string;
  };
  customer_call: {
    id: number;
    client: number;
    rep: number;
    outcome: CallOutcome;
    reason: RefusalReason | '';
    called_on: IsoDate;
    clock: string;
    next_on: IsoDate;
    user_id: number | null;
    stated_at: string;
    undoes: number | null;
  };
  call_rules: {
    version: number;
    rules: ColumnType<CallRules, string, string>;
    user_id: number | null;
    stated_at: string;
  };
  /** Derived, may be lost at any time, and up to which version they are told. */
  integrity_signal: {
    scheme: number;
    rep: number;
    month: string;
    told: Json<SignalFigures>;
    rows: Json<readonly EvidenceRow[]>;
  };
  integrity_signal_state: { single: Generated<boolean>; version: number };
  signal_review: {
    scheme: number;
    rep: number;
    month: string;
    /** 1, 2, 3 … of a case. */
    version: number;
    told: Json<SignalFigures>;
    verdict: Verdict;
    comment: string;
    stated_by: number | null;
    stated_at: string;
    agreed_by: number | null;
    agreed_at: string | null;
  };
  target_rules: {
    version: number;
    rules: ColumnType<TargetRules, string, string>;
    user_id: number | null;
    stated_at: string;
  };
  destroyed_identity: { id: number; salt: string; digest: string; destroyed_at: string };
  customer_group: { id: number; kind: GroupKind; made_at: string; dissolved_at: string | null };
  dealer_tie: {
    id: number;
    client: number;
    dealer: number | null;
    since: IsoDate;
    user_id: number | null;
    stated_at: string;
  };
  hand_over_client: { hand_over: number; client: number; receiver: number };
  unit_merge: {
    id: number;
    level: CountUnit;
    absorbed: number;
    survivor: number;
    user_id: number | null;
    merged_at: string;
    edit: number;
    withdrawn_at: ColumnType<string | null, string | null | undefined, string | null>;
    withdrawn_by: ColumnType<number | null, number | null | undefined, number | null>;
  };
  not_duplicate: { level: CountUnit; a: number; b: number; user_id: number | null; said_at: string };
  /** Derived, may be lost at any time, and up to which version and edit it is told. */
  duplicate_candidate: {
    level: CountUnit;
    a: number;
    b: number;
    score: number;
    certain: boolean;
    reasons: Json<readonly ScoredReason[]>;
  };
  duplicate_candidate_state: { single: Generated<boolean>; version: number; edit: number };
  saved_view: {
    id: GeneratedAlways<number>;
    owner: number | null;
    name: string;
    screen: string;
    /** JSON. */
    state: string;
    roles: Role[];
    created_at: string;
    changed_at: string;
  };
  audit_batch: AuditBatchTable;
  audit_event: AuditEventTable;
  audit_outbox: { place: GeneratedAlways<string>; event: string; settled: boolean; writer: string };
  person_key: { id: string; subject_kind: string; subject_id: string; master: string; sealed: Buffer };
  destroyed_key: { id: string; destroyed_at: Timestamp };
}

/** Grows only. */
export interface AuditBatchTable {
  number: number;
  previous: string;
  hash: string;
  count: number;
  /** 32 bytes for each event. */
  digests: Buffer;
  written_at: string;
}

/** Grows only. */
export interface AuditEventTable {
  batch: number;
  /** Within the batch, from 1. */
  number: number;
  id: string;
  happened_at: string;
  user_id: number | null;
  on_behalf_of: number | null;
  key_id: string | null;
  address: string | null;
  action: string;
  outcome: string;
  subject_kind: string | null;
  subject_id: string | null;
  /** JSON, byte for byte as it was digested. */
  payload: string;
}
