import {
  type AuditAction,
  type AuditEvent,
  type AuditOutcome,
  type AuditTrail,
  bulkPersons,
  type Errand,
} from '../../domain/audit.ts';
import type { JsonValue } from '../../domain/json.ts';
import { Refusal } from '../../domain/problem.ts';

/** In whose name the product, or a part of it, records, and where. */
export interface Recording<Whole = unknown> {
  /** What can be asked for how things were before a change. */
  readonly whole: Whole;
  readonly trail: AuditTrail;
  readonly errand: Errand;
}

type Told = Omit<AuditEvent, 'action' | 'outcome'>;
type Promised = (...args: never[]) => Promise<unknown>;

/**
 * A change: written down before it is begun, so that no kill leaves one without its event, and again with how it ended.
 * `before` is asked before the change.
 */
export function change<Call extends Promised, Whole = unknown>(
  action: AuditAction,
  {
    asked,
    before,
    done,
  }: {
    readonly asked: (...args: Parameters<Call>) => Told;
    readonly before?: (whole: Whole, ...args: Parameters<Call>) => Promise<unknown>;
    readonly done?: (result: Awaited<ReturnType<Call>>, before: unknown, ...args: Parameters<Call>) => Told;
  },
) {
  return (call: Call, { whole, trail, errand }: Recording<Whole>): Call => {
    const recorded = async (...args: Parameters<Call>): Promise<Awaited<ReturnType<Call>>> => {
      const begun = await trail.begin(errand, { action, ...asked(...args) });
      let found: unknown;
      let result: Awaited<ReturnType<Call>>;
      try {
        // What cannot be looked at is for the change itself to refuse.
        found = await before?.(whole, ...args).catch(() => undefined);
        result = (await call(...args)) as Awaited<ReturnType<Call>>;
      } catch (error) {
        await begun.end(ending(error));
        throw error;
      }
      await begun.end({ outcome: 'done', ...done?.(result, found, ...args) });
      return result;
    };
    return recorded as unknown as Call;
  };
}

/**
 * A list of persons: recorded from the hundredth on, before that one is given out; what leaves as a file from the first
 * on.
 */
export function listing<Args extends readonly unknown[], Row extends { readonly shown: boolean }>(
  asked: (...args: Args) => Told,
) {
  return (call: (...args: Args) => AsyncIterable<Row>, { trail, errand }: Recording) =>
    async function* (...args: Args): AsyncGenerator<Row, void, undefined> {
      const action = errand.exporting ? 'exported' : 'listed';
      const told = asked(...args);
      const begin = () => trail.begin(errand, { action, ...told });
      let begun = errand.exporting ? await begin() : undefined;
      let persons = 0;
      let ended: Partial<AuditEvent> = { outcome: 'interrupted' };
      try {
        for await (const row of call(...args)) {
          if (row.shown) persons++;
          if (persons >= bulkPersons) begun ??= await begin();
          yield row;
        }
        ended = { outcome: 'done' };
      } catch (error) {
        ended = ending(error);
        throw error;
      } finally {
        await begun?.end({ ...ended, details: { ...told.details, ...ended.details, persons } });
      }
    };
}

/** An answer with several persons in it: recorded before it is given, where `told` says something. */
export function reading<Args extends readonly unknown[], Result>(
  action: AuditAction,
  told: (result: Result, ...args: Args) => Told | undefined,
) {
  return (call: (...args: Args) => Promise<Result>, { trail, errand }: Recording) =>
    async (...args: Args): Promise<Result> => {
      const result = await call(...args);
      const event = told(result, ...args);
      if (event !== undefined) await trail.record(errand, { action, ...event });
      return result;
    };
}

function ending(error: unknown): Partial<AuditEvent> {
  const outcome: AuditOutcome =
    error instanceof Refusal ? 'refused' : isAbort(error) ? 'interrupted' : 'failed';
  const problems = error instanceof Refusal ? error.problems.map(({ code }) => code) : undefined;
  return { outcome, ...(problems && { details: { problems } }) };
}

const isAbort = (error: unknown) => error instanceof Error && /^(Abort|Interrupted)/.test(error.name);

/** What lies open in the trail is bounded; longer lists are given by their length. */
const longest = 100;

/**
 * A question or a definition as it may lie open: without what was searched for, without names of reps, without long
 * lists of ids.
 */
export function withoutNames(value: unknown): JsonValue {
  if (Array.isArray(value))
    return value.length > longest ? { count: value.length } : value.map((item) => withoutNames(item));
  if (typeof value !== 'object' || value === null) return (value ?? null) as JsonValue;
  const rep = 'dimension' in value && value.dimension === 'rep';
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]): [string, JsonValue][] => {
      if (part === undefined || typeof part === 'function') return [];
      if (name === 'search') return [[name, true]];
      if (rep && name === 'members' && Array.isArray(part)) return [[name, { count: part.length }]];
      if (rep && name === 'code') return [];
      return [[name, withoutNames(part)]];
    }),
  );
}
