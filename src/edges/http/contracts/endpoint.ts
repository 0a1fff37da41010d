import type { z } from 'zod';
import type { Need } from '../../../domain/access.ts';

/** What an endpoint answers with. `rows` are JSON lines, `events` server-sent ones; a `file` is a download. */
export type AnswerSpec =
  | { readonly as: 'json'; readonly schema: z.ZodType; readonly status?: 200 | 201 | 202 }
  | { readonly as: 'rows' | 'events'; readonly schema: z.ZodType }
  | { readonly as: 'file'; readonly types: readonly string[] }
  | { readonly as: 'nothing' };

/** One operation of the API as data: routes, the OpenAPI document and the clients are made from it. */
export interface Endpoint {
  /** Name of the operation in clients. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`; `{importId}` is a member of `params`. */
  readonly path: string;
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  /** A JSON body, or the bytes of a file of any length. */
  readonly body?: z.ZodType | 'file';
  readonly answer: AnswerSpec;
  /** A door: whoever comes here has no key and no session yet. */
  readonly open?: true;
  /** What whoever comes has to be allowed before anything of his is read; everything else the application asks itself. */
  readonly needs?: Need;
  /** Not for browsers: only who can read the data folder has the key. */
  readonly keyOnly?: true;
  /** Also for a user whose password somebody else has set, and who has to change it first. */
  readonly beforeOwnPassword?: true;
}

export const endpoint = <const E extends Endpoint>(description: E): E => description;

type Read<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Written<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined;

/** What a route gets, parsed. */
export interface Asked<E extends Endpoint> {
  readonly params: Read<E['params']>;
  readonly query: Read<E['query']>;
  readonly body: E['body'] extends 'file' ? NodeJS.ReadableStream : Read<E['body']>;
}

/** What a client sends. */
export interface Sent<E extends Endpoint> {
  readonly params?: Written<E['params']>;
  readonly query?: Written<E['query']>;
  readonly body?: E['body'] extends 'file' ? NodeJS.ReadableStream : Written<E['body']>;
}

type SchemaOf<E extends Endpoint> = E['answer'] extends { schema: infer Schema } ? Schema : never;

/** What a client gets: of `rows` and `events` one of them. */
export type Answered<E extends Endpoint> = E['answer'] extends { as: 'nothing' }
  ? undefined
  : Read<SchemaOf<E>>;
/** What a route gives for it. */
export type Given<E extends Endpoint> = Written<SchemaOf<E>>;
