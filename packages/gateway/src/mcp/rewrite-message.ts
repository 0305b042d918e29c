import type { JsonObject } from '@signet/token/json';
import { memberOf, rewritten, type Written } from '../models/question.ts';
import type { GreetingRules } from './greetings.ts';
import { metaKeys, spokenRevisions, statelessRevision } from './revisions.ts';
import { objectAt, type RpcRequest, type RpcResponse, readRpc, sliceOf } from './rpc-message.ts';

/** What the other revision would not understand. */
const reserved = 'io.modelcontextprotocol/';

/** A request as a server of the stateless revision takes it. No client is there to be asked anything. */
export function asStateless(request: RpcRequest): RpcRequest {
  const own = [
    `${JSON.stringify(metaKeys.revision)}:${JSON.stringify(statelessRevision)}`,
    `${JSON.stringify(metaKeys.capabilities)}:{}`,
  ];
  return withMeta(request, [...own, ...metaOf(request)]);
}

/**
 * A request as it is asked in a session.
 * @param id as it is written: several programs of one caller are in one session, where no two questions may have one id
 */
export function asInSession(request: RpcRequest, id: string = request.id): RpcRequest {
  const said = withMeta(request, metaOf(request));
  return asRequest(withMembers(said.text, said.root, [{ name: 'id', json: id }]));
}

/** An answer by the id by which its client has asked; one that names no question stays so. */
export function answerTo({ id }: RpcRequest, response: RpcResponse): RpcResponse {
  if (response.id === undefined || response.id === id) return response;
  const read = readRpc(withMembers(response.text, response.root, [{ name: 'id', json: id }]));
  if (typeof read === 'string' || read.kind !== 'response') throw new TypeError('An answer became none');
  return read;
}

/** The members of `_meta` that mean the same in each revision, as they are written. */
function metaOf({ text, params }: RpcRequest): readonly string[] {
  const members = objectAt(params, '_meta')?.members ?? [];
  return members
    .filter(({ name }) => !name.value.startsWith(reserved))
    .map(({ name, value }) => `${JSON.stringify(name.value)}:${sliceOf(text, value)}`);
}

function withMeta(request: RpcRequest, members: readonly string[]): RpcRequest {
  const { text, root, params } = request;
  const meta = `{${members.join()}}`;
  const changed =
    params === undefined
      ? withMembers(text, root, [{ name: 'params', json: `{"_meta":${meta}}` }])
      : withMembers(text, params, [{ name: '_meta', json: meta }]);
  return asRequest(changed);
}

function asRequest(text: string): RpcRequest {
  const read = readRpc(text);
  if (typeof read === 'string' || read.kind !== 'request') throw new TypeError('A request became none');
  return read;
}

/** An answer as a client of the stateless revision reads it: what the other one leaves out is said as what it means there. */
export function answerAsStateless({ text, result }: RpcResponse, isKept: boolean): string {
  if (result === undefined) return text;
  const kept = isKept ? cachedNowhere(result) : [];
  const said = memberOf(result, 'resultType') === undefined ? [complete] : [];
  return withMembers(text, result, [...said, ...kept]);
}

const complete: Written = { name: 'resultType', json: '"complete"' };

/** What is shown to one caller is nothing for another. */
function cachedNowhere(result: JsonObject): readonly Written[] {
  const lifetime = memberOf(result, 'ttlMs') === undefined ? [{ name: 'ttlMs', json: '0' }] : [];
  return [...lifetime, { name: 'cacheScope', json: '"private"' }];
}

/** Methods of which clients may keep the answers, by what those say. */
const keptAnswers = new Set([
  ...['server/discover', 'tools/list', 'prompts/list', 'resources/list', 'resources/templates/list'],
  'resources/read',
]);

export function isKept(method: string): boolean {
  return keptAnswers.has(method);
}

/** The list with some of its tools, and all else as it was; as of one caller alone where that is said at all. */
export function withTools({ text, result }: RpcResponse, offered: readonly string[]): string {
  if (result === undefined) return text;
  const scope = memberOf(result, 'cacheScope') === undefined ? [] : [privately];
  return withMembers(text, result, [{ name: 'tools', json: `[${offered.join()}]` }, ...scope]);
}

const privately: Written = { name: 'cacheScope', json: '"private"' };

/** What a server says it can do, but for what is not let through here, and for what it tells models that nobody has approved. */
export function withOffers(
  { text, result }: RpcResponse,
  { offers, passesInstructions }: Pick<GreetingRules, 'offers' | 'passesInstructions'>,
): string {
  if (result === undefined) return text;
  const changes: Written[] = [];
  const capabilities = objectAt(result, 'capabilities');
  if (capabilities !== undefined)
    changes.push({ name: 'capabilities', json: capabilitiesWith(text, capabilities, offers) });
  if (memberOf(result, 'supportedVersions') !== undefined)
    changes.push({ name: 'supportedVersions', json: JSON.stringify(spokenRevisions) });
  if (memberOf(result, 'cacheScope') !== undefined) changes.push(privately);
  if (memberOf(result, 'instructions') !== undefined && !passesInstructions)
    changes.push({ name: 'instructions', json: '""' });
  return withMembers(text, result, changes);
}

function capabilitiesWith(text: string, capabilities: JsonObject, offers: readonly string[]): string {
  const kept = capabilities.members.filter(({ name }) => offers.includes(name.value));
  return `{${kept.map(({ name, value }) => `${JSON.stringify(name.value)}:${sliceOf(text, value)}`).join()}}`;
}

function withMembers(text: string, root: JsonObject, changes: readonly Written[]): string {
  return rewritten({ text, root, value: undefined }, changes);
}
