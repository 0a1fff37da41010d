import { checkAllowed, type Need, type Viewer } from '../../domain/access.ts';
import type { Stores } from '../../stores/stores.ts';
import type { Recording } from './recording.ts';

/** What a part of the product works with: the stores, and in whose eyes and by whose hand. */
export interface Desk {
  readonly stores: Stores;
  readonly viewer: Viewer;
}

/** What a call asks of whoever makes it (null: to be signed in), and how it is recorded or why it is not. */
export interface Rule<Call, Part> {
  readonly need: Need | null;
  readonly recorded: string | ((call: Call, recording: Recording<Part>) => Call);
}

/** For every call of a part: a new one does not compile before both are decided. */
export type Rules<Part> = { readonly [Name in keyof Part]: Rule<Part[Name], Part> };

type Call = (...args: unknown[]) => Promise<unknown>;

/**
 * A part as somebody may use it: every call, all of them promise, asks for his rights first and is recorded, refused or
 * not.
 */
export function guarded<Part extends object>(
  part: Part,
  rules: Rules<Part>,
  viewer: Viewer,
  recording: Omit<Recording, 'whole'>,
): Part {
  const calls = (Object.entries(rules) as [keyof Part, Rule<Call, Part>][]).map(
    ([name, { need, recorded }]) => {
      const call: Call = async (...args) => {
        if (need !== null) checkAllowed(viewer, need);
        return await (part[name] as Call)(...args);
      };
      return [name, typeof recorded === 'string' ? call : recorded(call, { ...recording, whole: part })];
    },
  );
  return Object.fromEntries(calls) as Part;
}
