import { type ErrorCode, errorCatalogue } from '../../errors/catalogue.ts';
import { problemContentType } from '../../errors/problem.ts';
import { problemSchema } from '../../errors/problem-schema.ts';
import type { Caller } from '../addresses.ts';
import type { AnyEndpoint } from '../endpoint.ts';
import { type JsonSchema, membersOf, schemaOf } from './component-schemas.ts';

/** One endpoint as an Operation Object of OpenAPI 3.1. */
export function describeOperation(name: string, endpoint: AnyEndpoint): object {
  const { summary, path, callers, body, status, answer, codes } = endpoint;
  const parameters = [
    ...(endpoint.parameters === undefined ? [] : membersOf(endpoint.parameters)).map(inThe('path')),
    ...(endpoint.query === undefined ? [] : membersOf(endpoint.query)).map(inThe('query')),
    ...(endpoint.condition === undefined ? [] : [ifMatch]),
    ...(codes.includes('csrf_token_invalid') ? [csrfToken] : []),
  ];
  return {
    operationId: name,
    summary,
    tags: [path.split('/')[1]],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: bodyOf(endpoint, schemaOf(body)) } }),
    responses: {
      [status]: { description: 'Done.', ...(status === 204 ? {} : { content: json(schemaOf(answer)) }) },
      ...refusals(codes),
    },
    security: callers.map(needOf),
  };
}

const ifMatch = { name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } };

/** Of whoever is no browser, none is asked. */
const csrfToken = { name: 'X-CSRF-Token', in: 'header', required: false, schema: { type: 'string' } };

function inThe(place: 'path' | 'query') {
  return (member: ReturnType<typeof membersOf>[number]) => ({ ...member, in: place });
}

function bodyOf({ form }: AnyEndpoint, schema: JsonSchema): object {
  return form ? { 'application/x-www-form-urlencoded': { schema } } : json(schema);
}

function json(schema: JsonSchema): object {
  return { 'application/json': { schema } };
}

/** An empty object says that nothing is needed (OpenAPI 3.1 §4.8.2). */
function needOf(caller: Caller): object {
  return caller === 'public' ? {} : { [caller]: [] };
}

/** The codes of one status stand in one answer. */
function refusals(codes: readonly ErrorCode[]): Readonly<Record<string, object>> {
  const byStatus = Map.groupBy([...new Set(codes)].sort(), (code) => errorCatalogue[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [
      String(status),
      { description: titlesOf(same), content: problem(same) },
    ]),
  );
}

function titlesOf(codes: readonly ErrorCode[]): string {
  return codes.map((code) => `\`${code}\`: ${errorCatalogue[code].title}.`).join('\n\n');
}

function problem(codes: readonly ErrorCode[]): object {
  const schema = { allOf: [schemaOf(problemSchema), { properties: { code: { enum: codes } } }] };
  return { [problemContentType]: { schema } };
}
