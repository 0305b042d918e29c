import {
  type AnswerOf,
  type AnyEndpoint,
  type Condition,
  type EndpointName,
  emptyRequestSchema,
  endpoints,
  fillPath,
  type PartsOf,
  readBody,
  refusal,
  SignetError,
} from '@signet/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whose row of the table of endpoints the route serves. */
    readonly endpoint?: EndpointName;
  }
}

/** The HTTP side of one call. */
export interface HttpCall {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/**
 * Serves one endpoint: is given the parts of the request as its schemas read them, and answers what the table says, or
 * the reply where that is sent already. Rejects with a `SignetError` to refuse.
 */
export type Handle<Name extends EndpointName> = (
  parts: PartsOf<Name>,
  call: HttpCall,
) => Promise<AnswerOf<Name> | FastifyReply>;

/** One for each of the endpoints: a server that lacks one, or has one too many, does not compile. */
export type Handlers<Names extends EndpointName> = { readonly [Name in Names]: Handle<Name> };

/** Routes the endpoints to who serves them, where the table says that they stand. */
export function serveEndpoints<Names extends EndpointName>(
  app: FastifyInstance,
  handlers: Handlers<Names>,
): void {
  for (const name of Object.keys(handlers) as Names[]) serveEndpoint(app, name, handlers[name]);
}

/** Answers whatever else is asked for beneath the first segments of these endpoints' paths. */
export function serveNothingElse(
  app: FastifyInstance,
  handlers: Partial<Handlers<EndpointName>>,
  answer: (reply: FastifyReply) => FastifyReply,
): void {
  const names = Object.keys(handlers) as EndpointName[];
  const segments = new Set(names.map((name) => endpoints[name].path.split('/')[1]));
  for (const segment of segments) app.all(`/${segment}/*`, (_request, reply) => answer(reply));
}

function serveEndpoint<Name extends EndpointName>(
  app: FastifyInstance,
  name: Name,
  handle: Handle<Name>,
): void {
  const endpoint: AnyEndpoint = endpoints[name];
  app.route({
    method: endpoint.method,
    url: fillPath(endpoint.path, (parameter) => `:${parameter}`),
    config: { endpoint: name },
    ...(endpoint.mostBytes === undefined ? {} : { bodyLimit: endpoint.mostBytes }),
    handler: async (request, reply) => {
      // A reply that was sent is awaited until it is out or the client is gone, and answers nothing then.
      const answer: object | undefined = await handle(readParts<Name>(endpoint, request), { request, reply });
      if (answer === undefined || answer === reply) return reply;
      return reply.code(endpoint.status).send(answer);
    },
  });
}

/** @throws SignetError `request_invalid` for what is not as the schemas say */
function readParts<Name extends EndpointName>(endpoint: AnyEndpoint, request: FastifyRequest): PartsOf<Name> {
  const { parameters, query, condition, body = emptyRequestSchema } = endpoint;
  if (query === undefined && takesNoQuery(endpoint)) checked(emptyRequestSchema, request.query);
  const parts = {
    ...(parameters === undefined ? {} : { parameters: checked(parameters, request.params) }),
    ...(query === undefined ? {} : { query: checked(query, request.query) }),
    ...(condition === undefined ? {} : { condition: checked(condition, conditionOf(request)) }),
    body: checked(body, request.body),
  };
  return parts as unknown as PartsOf<Name>;
}

/**
 * What is nobody's parameter is refused by the endpoints of our own, as in a body: a misspelt one that was ignored
 * would be believed to have been heard. Published documents are asked for with whatever a cache or a probe puts there,
 * and OAuth has unknown parameters ignored (RFC 6749 §3.1, §3.2).
 */
function takesNoQuery({ path }: AnyEndpoint): boolean {
  return /^\/(?:auth|admin)\//.test(path);
}

/** RFC 6585 §3: a change that does not say what it changes would overwrite what nobody has seen. */
function conditionOf({ headers }: FastifyRequest): Condition {
  const ifMatch = headers['if-match'];
  if (ifMatch === undefined) throw new SignetError(refusal('precondition_missing'));
  return { ifMatch };
}

type Schema<Value> = Parameters<typeof readBody<Value>>[0];

function checked<Value>(schema: Schema<Value>, value: unknown): Value {
  const reading = readBody(schema, value);
  if (!reading.ok) throw new SignetError(reading.refusal);
  return reading.body;
}
