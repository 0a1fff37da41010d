// Writes the API's typed client for browsers from the OpenAPI document: node scripts/generate-client.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openApiDocument } from '../src/edges/http/openapi.ts';
import { routes } from '../src/edges/http/routes/index.ts';

export const clientFile = fileURLToPath(new URL('../src/edges/http/client/api.ts', import.meta.url));
const runtimeFile = fileURLToPath(new URL('client-runtime.ts.txt', import.meta.url));

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: 'path' | 'query';
    readonly required: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

/** A TypeScript type that says what a JSON schema says of shapes; lengths and patterns are the server's to check. */
function typeOf(schema: Schema): string {
  if (schema.$ref) return schema.$ref.replace('#/components/schemas/', '');
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (values) return values.map((value) => JSON.stringify(value)).join(' | ');
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return either.map(typeOf).join(' | ');
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type })).join(' | ');
  if (schema.prefixItems) return `readonly [${schema.prefixItems.map(typeOf).join(', ')}]`;
  if (schema.type === 'array') return `readonly (${typeOf(schema.items ?? {})})[]`;
  if (schema.type === 'integer' || schema.type === 'number') return 'number';
  if (schema.type === 'string' || schema.type === 'boolean' || schema.type === 'null') return schema.type;
  if (schema.type !== 'object') return 'unknown';
  if (typeof schema.additionalProperties === 'object') {
    return `Readonly<Record<string, ${typeOf(schema.additionalProperties)}>>`;
  }
  return objectType(
    Object.entries(schema.properties ?? {}).map(([name, property]) => ({
      name,
      required: schema.required?.includes(name) ?? false,
      type: typeOf(property),
    })),
  );
}

function objectType(members: readonly { name: string; required: boolean; type: string }[]): string {
  return `{ ${members.map(({ name, required, type }) => `readonly ${name}${required ? '' : '?'}: ${type}`).join('; ')} }`;
}

const kinds: Readonly<Record<string, string>> = {
  'application/json': 'json',
  'application/jsonl': 'rows',
  'text/event-stream': 'events',
};

function operationLines(path: string, method: string, operation: Operation): readonly string[] {
  const { operationId, summary, parameters = [], requestBody, responses } = operation;
  const of = (place: 'path' | 'query') => {
    const members = parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name, required, schema }) => ({ name, required, type: typeOf(schema) }));
    return members.length === 0 ? [] : [{ name: place === 'path' ? 'params' : 'query', members }];
  };
  const places = [...of('path'), ...of('query')].map(({ name, members }) => ({
    name,
    required: members.some(({ required }) => required),
    type: objectType(members),
  }));
  const [bodyType, body] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const sent = [
    ...places,
    ...(body ? [{ name: 'body', required: true, type: body.schema ? typeOf(body.schema) : 'Blob' }] : []),
  ];
  const [, answer] = Object.entries(responses)[0] ?? [];
  const [answerType, content] = Object.entries(answer?.content ?? {})[0] ?? [];
  const isFile = content !== undefined && content.schema === undefined;
  const as = answerType === undefined ? 'nothing' : isFile ? 'file' : (kinds[answerType] ?? 'json');
  const given = content?.schema ? typeOf(content.schema) : 'undefined';
  const call = { method: method.toUpperCase(), path, ...(bodyType && { bodyType }) };
  const argument = sent.length === 0 ? '' : `sent: ${objectType(sent)}, `;
  const handed = sent.length === 0 ? '{}' : 'sent';
  const lines = [`  /** ${summary} */`];
  const name = as === 'file' ? `${operationId}Address` : operationId;
  const rest = as === 'file' ? argument.replace(/, $/, '') : `${argument}options?: CallOptions`;
  const type =
    { json: `<${given}>`, nothing: '<undefined>', rows: `<${given}>`, events: `<${given}>` }[as] ?? '';
  const last = as === 'file' ? '' : ', options';
  const kind = as === 'nothing' ? 'json' : as;
  lines.push(`  ${name}: (${rest}) => ${kind}${type}(${JSON.stringify(call)}, ${handed}${last}),`);
  return lines;
}

/** The client as TypeScript. */
export function clientSource(): string {
  const document = openApiDocument(routes, '');
  const types = Object.entries(document.components.schemas).map(
    ([name, schema]) => `export type ${name} = ${typeOf(schema as Schema)};`,
  );
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      operationLines(path, method, operation as Operation),
    ),
  );
  return [
    '// Made by scripts/generate-client.ts from the OpenAPI document; not to be edited.',
    ...types.toSorted(),
    readFileSync(runtimeFile, 'utf8').trim(),
    '/** Every operation of the API. */',
    'export const api = {',
    ...operations,
    '} as const;',
    '',
  ]
    .join('\n\n')
    .replaceAll('*/\n\n  ', '*/\n  ');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(clientFile, clientSource());
