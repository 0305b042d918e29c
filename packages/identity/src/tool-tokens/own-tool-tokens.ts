import {
  type AuditAction,
  type AuditDeed,
  type GiveToolTokenRequest,
  type OwnToolServer,
  type OwnToolServersAnswer,
  type RemoveToolTokenRequest,
  refusal,
} from '@signet/contracts';
import { type ProofParts, proveFreshly } from '../factors/prove-freshly.ts';
import type { SignInFrom } from '../login/check-password.ts';
import { denied, type Outcome, passed } from '../outcome.ts';
import type { Account, ToolToken, ToolTokenStore } from '../ports/index.ts';
import type { ToolTokenSealer } from './tool-token-sealer.ts';

/** A server of tools that takes a token of each person. */
export interface ToolServer {
  readonly name: string;
  readonly url: string;
}

export interface ToolTokenParts {
  readonly toolTokens: ToolTokenStore;
  readonly toolTokenSealer: ToolTokenSealer;
  /** Those of the configuration that runs. */
  readonly toolServers: () => readonly ToolServer[];
}

export interface OwnToolTokenParts extends ToolTokenParts, ProofParts {
  readonly audit: ProofParts['audit'];
  readonly wall: ProofParts['wall'];
}

/** Which servers take a token of each person, and which have one of this; never a token. */
export async function listToolServers(
  { id }: Pick<Account, 'id'>,
  { toolTokens, toolTokenSealer, toolServers }: ToolTokenParts,
): Promise<OwnToolServersAnswer> {
  const given = await toolTokens.of(id);
  const configured = toolServers();
  const known = configured.map(({ name, url }): OwnToolServer => {
    const token = given.find(({ server }) => server === name);
    if (token === undefined) return { server: name, url, state: 'none' };
    const { givenAt } = token;
    return { server: name, url, givenAt, state: stateOf(toolTokenSealer.open(token)?.url, url) };
  });
  // So that whoever gave one can take it back.
  const gone = given
    .filter(({ server }) => configured.every(({ name }) => name !== server))
    .map(({ server, givenAt }): OwnToolServer => ({ server, givenAt, state: 'unused' }));
  return { servers: [...known, ...gone] };
}

function stateOf(sealedUrl: string | undefined, url: string): OwnToolServer['state'] {
  if (sealedUrl === undefined) return 'unreadable';
  return sealedUrl === url ? 'given' : 'moved';
}

/** Whoever lets a program act for them elsewhere proves anew who they are: what is done there is done in their name. */
export async function giveToolToken(
  account: Account,
  { server, token, ...proof }: GiveToolTokenRequest,
  from: SignInFrom,
  parts: OwnToolTokenParts,
): Promise<Outcome<OwnToolServersAnswer>> {
  const known = parts.toolServers().find(({ name }) => name === server);
  if (known === undefined) return unknown(server);
  const proven = await proveFreshly(account, { proof, from }, parts);
  if (proven.kind === 'denied') return proven;
  const { id } = account;
  const deed = deedOf('account.tool_token_given', account, server, parts);
  const sealed = parts.toolTokenSealer.seal({ url: known.url, token }, id, server);
  const given: ToolToken = { accountId: id, server, givenAt: deed.at, sealed };
  if (!(await parts.toolTokens.give(given, deed))) return denied(refusal('sign_in_needed'));
  return passed(await listToolServers(account, parts));
}

/** To take a token back needs no proof: nobody gains by it. */
export async function removeToolToken(
  account: Account,
  { server }: RemoveToolTokenRequest,
  parts: OwnToolTokenParts,
): Promise<Outcome<OwnToolServersAnswer>> {
  const deed = deedOf('account.tool_token_removed', account, server, parts);
  if (!(await parts.toolTokens.remove(account.id, server, deed))) return unknown(server);
  return passed(await listToolServers(account, parts));
}

function deedOf(
  action: AuditAction,
  { id }: Pick<Account, 'id'>,
  server: string,
  { audit }: Pick<OwnToolTokenParts, 'audit'>,
): AuditDeed {
  const self = { kind: 'account', id } as const;
  return audit.deed(action, { actor: self, target: self, details: { server } });
}

function unknown(server: string) {
  return denied(refusal('tool_server_unknown.own', { server }));
}
