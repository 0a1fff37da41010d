import { z } from 'zod';
import { problemDetails } from './contracts/common.ts';
import type { AnswerSpec, Endpoint } from './contracts/endpoint.ts';
import type { Route } from './route.ts';

export type JsonSchema = { readonly [key: string]: unknown };

/** OpenAPI 3.1 of the routes; its schemas are those that the routes parse with. */
export function openApiDocument(routes: readonly Route[], version: string) {
  const schemas: Record<string, JsonSchema> = {};
  const schemaOf = (schema: z.ZodType) => jsonSchema(schema, schemas);
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { endpoint } of routes) {
    const path = `/api/v1${endpoint.path}`;
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint, schemaOf) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'АКБ', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    security: [{ key: [] }, { session: [] }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'The text of <data>/secret.' },
        session: { type: 'apiKey', in: 'cookie', name: 'akb_session_<port>' },
      },
    },
  };
}

function operation(endpoint: Endpoint, schemaOf: (schema: z.ZodType) => JsonSchema) {
  const { name, summary, params, query, body, answer, open, keyOnly } = endpoint;
  const parameters = [...parametersOf(params, 'path', schemaOf), ...parametersOf(query, 'query', schemaOf)];
  return {
    operationId: name,
    summary,
    ...(open && { security: [] }),
    ...(keyOnly && { security: [{ key: [] }] }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: {
        required: true,
        content:
          body === 'file'
            ? { 'application/octet-stream': {} }
            : { 'application/json': { schema: schemaOf(body) } },
      },
    }),
    responses: {
      ...responseOf(answer, schemaOf),
      default: {
        description: 'What was refused, or failed, and why.',
        content: { 'application/problem+json': { schema: schemaOf(problemDetails) } },
      },
    },
  };
}

function responseOf(answer: AnswerSpec, schemaOf: (schema: z.ZodType) => JsonSchema) {
  if (answer.as === 'nothing') return { 204: { description: 'Done.' } };
  if (answer.as === 'file') {
    return {
      200: { description: 'The file.', content: Object.fromEntries(answer.types.map((type) => [type, {}])) },
    };
  }
  const schema = schemaOf(answer.schema);
  if (answer.as === 'json') {
    return {
      [answer.status ?? 200]: { description: 'The answer.', content: { 'application/json': { schema } } },
    };
  }
  const type = answer.as === 'rows' ? 'application/jsonl' : 'text/event-stream';
  const description = answer.as === 'rows' ? 'One such object a line.' : 'One such object an event.';
  return { 200: { description, content: { [type]: { schema } } } };
}

function parametersOf(
  schema: z.ZodType | undefined,
  place: 'path' | 'query',
  schemaOf: (schema: z.ZodType) => JsonSchema,
) {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(schema) as {
    properties?: Record<string, JsonSchema>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema,
  }));
}

/** JSON Schema of a contract. Named ones go into `schemas`, where every use of them points to. */
function jsonSchema(schema: z.ZodType, schemas: Record<string, JsonSchema>): JsonSchema {
  const { $schema, $defs, ...rest } = z.toJSONSchema(schema, {
    io: 'output',
    override: ({ jsonSchema }) => {
      // What a list of ours is in TypeScript means something else in OpenAPI.
      delete jsonSchema.readOnly;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  const point = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(point);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [
        key,
        key === '$ref' && typeof member === 'string'
          ? member.replace('#/$defs/', '#/components/schemas/')
          : point(member),
      ]),
    );
  };
  for (const [name, definition] of Object.entries($defs ?? {}))
    schemas[name] ??= point(definition) as JsonSchema;
  return point(rest) as JsonSchema;
}
