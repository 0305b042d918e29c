import { memberOf } from '../models/question.ts';
import { metaKeys, sessionRevisions, spokenRevisions } from './revisions.ts';
import { objectAt, type RpcRequest, type RpcResponse, sliceOf, textAt } from './rpc-message.ts';

/** What is said of a server in the words of the revision that it does not speak itself. */
export interface GreetingRules {
  /** Its name in the configuration. */
  readonly server: string;
  readonly offers: readonly string[];
  /** What a server tells models beside its tools nobody has approved. */
  readonly passesInstructions: boolean;
}

/** The answer to a handshake, of a server that knows none; its own answer is to `server/discover`. */
export function greetingOf(request: RpcRequest, found: RpcResponse, rules: GreetingRules): string {
  const asked = textAt(request.params, 'protocolVersion') ?? '';
  const agreed = sessionRevisions.includes(asked) ? asked : sessionRevisions[0];
  const info = serverInfoIn(found, objectAt(found.result, '_meta'), metaKeys.server, rules.server);
  const members = [
    `"protocolVersion":${JSON.stringify(agreed)}`,
    `"capabilities":${offered(found, rules.offers)}`,
    `"serverInfo":${info}`,
    ...instructionsIn(found, rules),
  ];
  return `{"jsonrpc":"2.0","id":${request.id},"result":{${members.join()}}}`;
}

/** The answer to `server/discover`, of a server that wants a handshake; its own answer is to that. */
export function discoveryOf(request: RpcRequest, greeted: RpcResponse, rules: GreetingRules): string {
  const info = serverInfoIn(greeted, greeted.result, 'serverInfo', rules.server);
  const members = [
    '"resultType":"complete"',
    `"supportedVersions":${JSON.stringify(spokenRevisions)}`,
    `"capabilities":${offered(greeted, rules.offers)}`,
    '"ttlMs":0,"cacheScope":"private"',
    `"_meta":{${JSON.stringify(metaKeys.server)}:${info}}`,
    ...instructionsIn(greeted, rules),
  ];
  return `{"jsonrpc":"2.0","id":${request.id},"result":{${members.join()}}}`;
}

/** Without what would have to be told later: nobody listens to a server of the other revision for its clients. */
function offered({ result }: RpcResponse, offers: readonly string[]): string {
  const known = objectAt(result, 'capabilities')?.members.map(({ name }) => name.value) ?? [];
  const both = known.filter((name) => offers.includes(name));
  return `{${both.map((name) => `${JSON.stringify(name)}:{}`).join()}}`;
}

function serverInfoIn(
  { text }: RpcResponse,
  place: RpcResponse['result'],
  member: string,
  server: string,
): string {
  const info = place === undefined ? undefined : memberOf(place, member)?.value;
  return info?.kind === 'object' ? sliceOf(text, info) : JSON.stringify({ name: server, version: '0' });
}

function instructionsIn({ result }: RpcResponse, { passesInstructions }: GreetingRules): readonly string[] {
  const told = textAt(result, 'instructions');
  return told === undefined || !passesInstructions ? [] : [`"instructions":${JSON.stringify(told)}`];
}
