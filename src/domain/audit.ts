import type { JsonValue } from './json.ts';

/** Everything that the trail can say happened. Open at its end: what was once recorded keeps its word. */
export const auditActions = [
  'signedIn',
  'signInFailed',
  'signedOut',
  'lockedOut',
  'sessionRevoked',
  'linkMade',
  'passwordChanged',
  'passwordReset',
  'userAdded',
  'userChanged',
  'userRemoved',
  'keyMade',
  'keyRevoked',
  'viewedAs',
  'importApplied',
  'importUndone',
  'exported',
  'listed',
  'personChanged',
  'termsChanged',
  'groupChanged',
  'dealerStated',
  'personErased',
  'customerRemoved',
  'customerRestored',
  'targetRulesSet',
  'callRecorded',
  'callUndone',
  'callRulesSet',
  'planChanged',
  'planApproved',
  'monthClosed',
  'monthReopeningAsked',
  'monthReopened',
  'bonusSchemeSaved',
  'bonusKept',
  'bonusReleased',
  'signalReviewed',
  'signalAgreed',
  'customersMerged',
  'customersUnmerged',
  'duplicateDismissed',
  'duplicateRecalled',
  'methodSaved',
  'methodsKept',
  'namedBaseAdded',
  'namedBaseRemoved',
  'setStored',
  'setRemoved',
  'assigned',
  'memberAdded',
  'memberChanged',
  'handedOver',
  'handOverUndone',
  'viewSaved',
  'viewRemoved',
  'touchRecorded',
  'touchChanged',
  'touchRemoved',
  'touchRestored',
  'touchesLoaded',
  'contactSaved',
  'contactRemoved',
  'contactRestored',
  'specialInformationSet',
  'usualGroundsSet',
  'placeSet',
  'placeRemoved',
  'calendarSet',
  'calendarRemoved',
  'backedUp',
  'restored',
  'demoMade',
  'auditRead',
] as const;
export type AuditAction = (typeof auditActions)[number];

/**
 * `refused`: it was not allowed, or its input could not be followed. `interrupted`: called off or broken off, or the
 * process died before it could say how it ended.
 */
export const auditOutcomes = ['done', 'refused', 'failed', 'interrupted'] as const;
export type AuditOutcome = (typeof auditOutcomes)[number];

/** Whose hand it was. */
export interface AuditActor {
  /** Of the user; null: whoever holds the data folder itself. */
  readonly user: number | null;
  /** Whom the user looks as. */
  readonly onBehalfOf: number | null;
  /** Of the API key. */
  readonly key: string | null;
  /** Of the network; null: this computer's command line. */
  readonly address: string | null;
}

/** Whoever can read the data folder, at its own computer. */
export const holdersHand: AuditActor = { user: null, onBehalfOf: null, key: null, address: null };

/** A hand in the middle of a request. */
export interface Errand extends AuditActor {
  /** What it gets leaves as a file. */
  readonly exporting?: boolean;
}

export interface AuditSubject {
  /** `party`, `point`, `user`, `import`, `method`… */
  readonly kind: string;
  readonly id: string;
}

/** Fields and what they were before and after; a side is left out where there was nothing. */
export type AuditChanges = Readonly<
  Record<string, { readonly before?: JsonValue; readonly after?: JsonValue }>
>;

export interface AuditEvent {
  readonly action: AuditAction;
  /** Left out: `done`. */
  readonly outcome?: AuditOutcome;
  readonly subject?: AuditSubject;
  /** Never personal values: they lie open. */
  readonly details?: Readonly<Record<string, JsonValue>>;
  /** Of no person. */
  readonly changes?: AuditChanges;
  /** Values of one person, kept under his key; their fields lie open. */
  readonly personal?: { readonly of: AuditSubject; readonly changes: AuditChanges };
}

/** Lists of so many persons with their names are recorded. */
export const bulkPersons = 100;

/** What is to be found; days are moments, `from` included, `to` not. */
export interface AuditQuery {
  /** null: the folder's holder. */
  readonly user?: number | null;
  readonly action?: AuditAction;
  /** ISO 8601 with an offset. */
  readonly from?: string;
  readonly to?: string;
  /** Without an id: all of a kind. */
  readonly subject?: { readonly kind: string; readonly id?: string };
  /** Events of a page, at most 1,000. */
  readonly limit: number;
  /** `next` of the page before. */
  readonly cursor?: string;
}

export interface AuditEntry extends AuditActor {
  readonly batch: number;
  /** Within its batch, from 1. */
  readonly number: number;
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** One of `auditActions`, or a word of a later program. */
  readonly action: string;
  readonly outcome: string;
  readonly subject: AuditSubject | null;
  readonly details: Readonly<Record<string, JsonValue>>;
  readonly changes: AuditChanges;
  readonly personal: PersonalChanges | null;
}

/** `masked`: the reader may not see them. `destroyed`: with their person. `unreadable`: under another master key. */
export interface PersonalChanges {
  readonly state: 'shown' | 'masked' | 'destroyed' | 'unreadable';
  readonly fields: readonly string[];
  /** Empty unless shown. */
  readonly changes: AuditChanges;
}

/** Newest first. */
export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  /** null: there are no older ones. */
  readonly next: string | null;
}

/** Where the chain breaks first. */
export interface AuditBreak {
  readonly batch: number;
  /** null: the batch itself. */
  readonly number: number | null;
  readonly how: 'changed' | 'missing' | 'inserted' | 'moved';
}

export interface AuditVerification {
  /** The chain holds, and ends in the hash noted, or had it on its way. */
  readonly whole: boolean;
  /** Looked at, up to the break. */
  readonly batches: number;
  readonly events: number;
  /** Hash of the newest batch, to be noted elsewhere; null: there is none. */
  readonly head: string | null;
  readonly break: AuditBreak | null;
  /** Whether the noted hash belongs to the chain; null: none was given. */
  readonly headFound: boolean | null;
}

/** An event that was written down before what it tells of was begun. */
export interface BegunEvent {
  /** Says how it ended; resolves when that is kept. */
  end(ended: Partial<AuditEvent>): Promise<void>;
}

/** Where events go. Every promise resolves when the event survives whatever happens to the process. */
export interface AuditTrail {
  record(actor: AuditActor, event: AuditEvent): Promise<void>;
  /** For what must not happen unseen: without its end the next start records it as `interrupted`. */
  begin(actor: AuditActor, event: AuditEvent): Promise<BegunEvent>;
  /** Resolves when everything recorded so far lies in the chain. */
  flush(): Promise<void>;
}
