import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Application } from '../../facade.ts';
import type { Language } from '../../messages/message.ts';
import type { Visitor } from '../../use-cases/access/visitor.ts';
import type { Attempts } from './attempts.ts';
import type { Asked, Endpoint, Given } from './contracts/endpoint.ts';
import type { Guard } from './guard.ts';
import type { Jobs } from './jobs.ts';
import type { SignIn } from './sign-in.ts';
import type { Uploads } from './uploads.ts';

/** What all routes share. */
export interface Server {
  readonly application: Application;
  readonly jobs: Jobs;
  readonly uploads: Uploads;
  readonly signIn: SignIn;
  readonly attempts: Attempts;
  readonly guard: Guard;
  /** The address for a person's browser. */
  readonly browserUrl: () => string;
}

/** What a route knows of the one request. */
export interface Visit {
  /** Aborted when the client has gone. */
  readonly signal: AbortSignal;
  readonly language: Language;
  /** Of an open endpoint there is none, and asking for it throws. */
  readonly visitor: Visitor;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export interface Download {
  readonly type: string;
  /** Name under which a browser saves it. */
  readonly name: string;
  readonly content: Readable | AsyncIterable<string>;
}

type GivenBack<E extends Endpoint> = E['answer'] extends { as: 'nothing' }
  ? unknown
  : E['answer'] extends { as: 'file' }
    ? Download
    : E['answer'] extends { as: 'rows' | 'events' }
      ? AsyncIterable<Given<E>>
      : Given<E>;

export interface Route {
  readonly endpoint: Endpoint;
  handle(asked: Asked<Endpoint>, server: Server, visit: Visit): unknown;
}

/** One operation: its contract and what fulfils it. */
export const route = <const E extends Endpoint>(
  endpoint: E,
  handle: (asked: Asked<E>, server: Server, visit: Visit) => Promise<GivenBack<E>>,
): Route => ({ endpoint, handle: handle as Route['handle'] });
