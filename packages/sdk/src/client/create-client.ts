import { type AnswerOf, type EndpointName, endpointNames, type GivenTo } from '@signet/contracts';
import { type Connection, callEndpoint } from './call-endpoint.ts';

/** Every endpoint of the table as a function: what it takes, whichever part of the request carries it, and its answer. */
export type Client = {
  readonly [Name in EndpointName]: (...given: GivenTo<Name>) => Promise<AnswerOf<Name>>;
};

/**
 * The API of a Signet, such as `createClient({ issuer, fetch }).login({ username, password })`. Every function rejects
 * with the server's refusal as `RefusedByServer`, with `AnswerNotUnderstood` where something else than Signet answered,
 * and with what `fetch` throws where nobody did.
 */
export function createClient(connection: Connection): Client {
  const calls = endpointNames.map((name) => [
    name,
    (...given: GivenTo<typeof name>) => callEndpoint(connection, name, ...given),
  ]);
  return Object.fromEntries(calls);
}
