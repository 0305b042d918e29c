import { failureIn, Losses, type ModelEvent, type ModelRequest, Notes, type Protocol } from '@signet/ai';
import type { LlmConfiguration, Moment } from '@signet/contracts';
import type { AskServer, ReadHanded } from '@signet/trust';
import { bedrockCredential } from './bedrock/bedrock-credential.ts';
import type { CompiledTarget } from './compiled-llm.ts';
import { pathOf } from './provider-address.ts';
import { headersTo, protocolWith, writeRequest } from './provider-wire.ts';
import { spokenByProviders } from './spoken.ts';
import type { AccessTokens } from './vertex/access-tokens.ts';

/** What a model is asked by beside all gateways. */
export interface DirectParts {
  /** As it is in force. */
  readonly llm: () => LlmConfiguration;
  readonly readHanded: ReadHanded;
  readonly fetch: typeof fetch;
  /** By whom a service account is changed for a token. */
  readonly askServer: AskServer;
  readonly now: () => Moment;
}

export interface DirectQuestion {
  /** Whole, and no stream. */
  readonly request: ModelRequest;
  /** In whose words it was read. */
  readonly from: Protocol;
  /** By which the provider may be asked for it. */
  readonly reference: string;
}

export type DirectAnswer =
  | { readonly kind: 'answered'; readonly events: readonly ModelEvent[]; readonly losses: Losses }
  /** Nothing of what a provider says of it. `wasRefused`: it bills nothing. */
  | {
      readonly kind: 'failed';
      readonly told: string;
      readonly wasSent: boolean;
      readonly wasRefused: boolean;
    };

/** Milliseconds for one answer: somebody waits. */
const patience = 60_000;
const mostBytes = 4 * 1024 * 1024;

/** Asks one target one question, by no route and for no caller. */
export async function askDirectly(
  target: CompiledTarget,
  { request, from, reference }: DirectQuestion,
  parts: DirectParts & { readonly accessTokens: AccessTokens },
): Promise<DirectAnswer> {
  const protocol = protocolWith(target, from);
  const losses = new Losses();
  const notes = new Notes({ from, to: protocol, losses });
  const base = parts.llm().providers[target.provider]?.url ?? '';
  const address = `${base}${pathOf(target, protocol, false)}`;
  const body = Buffer.from(JSON.stringify(writeRequest(request, notes, target)));
  const headers = await shownTo(target, { address, body, reference }, parts);
  if (headers === undefined) return failed('was not asked: no key is known', { wasSent: false });
  let bytes: string | undefined;
  try {
    const response = await parts.fetch(address, {
      method: 'POST',
      headers: pairsOf(headers),
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      return failed(`was answered with the status ${response.status}`, { wasRefused: true });
    }
    bytes = await textOf(response);
  } catch (error) {
    // Whatever it is, it has failed by it, and is told to have.
    return failed(`was not answered (${error instanceof Error ? error.name : typeof error})`);
  }
  const events = bytes === undefined ? undefined : eventsIn(bytes, protocol);
  if (events === undefined || failureIn(events) !== undefined || !events.some(({ kind }) => kind === 'end'))
    return failed('was answered with what cannot be read');
  return { kind: 'answered', events, losses };
}

function failed(
  told: string,
  { wasSent = true, wasRefused = false }: { readonly wasSent?: boolean; readonly wasRefused?: boolean } = {},
): DirectAnswer {
  return { kind: 'failed', told, wasSent, wasRefused };
}

interface Sent {
  readonly address: string;
  readonly body: Buffer;
  readonly reference: string;
}

/** Undefined where there is no key by which it could be asked. */
async function shownTo(
  target: CompiledTarget,
  { address, body, reference }: Sent,
  { readHanded, accessTokens, now }: DirectParts & { readonly accessTokens: AccessTokens },
): Promise<readonly string[] | undefined> {
  const caller = { stream: false, reference, version: undefined, beta: undefined };
  if (target.key === undefined) return headersTo(target, undefined, caller);
  const held = (await readHanded(target.key))[0]?.trim();
  const key = held !== undefined && target.kind === 'vertex' ? await accessTokens.get(held) : held;
  if (key === undefined) return undefined;
  const headers = headersTo(target, key, caller);
  if (target.kind !== 'bedrock') return headers;
  const { host, pathname, search } = new URL(address);
  const { region = '' } = target;
  const proof = bedrockCredential(key, { host, path: `${pathname}${search}`, body, region, at: now().wall });
  return proof === undefined ? undefined : [...headers, ...proof];
}

function eventsIn(
  text: string,
  protocol: ReturnType<typeof protocolWith>,
): readonly ModelEvent[] | undefined {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return undefined;
  }
  return spokenByProviders[protocol].readAnswer(body, new Losses());
}

/** Undefined where it is too much. */
async function textOf({ body }: Response): Promise<string | undefined> {
  const pieces: Uint8Array[] = [];
  let count = 0;
  for await (const piece of body ?? []) {
    count += piece.length;
    if (count > mostBytes) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function pairsOf(headers: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (let at = 0; at < headers.length; at += 2) pairs.push([headers[at] ?? '', headers[at + 1] ?? '']);
  return pairs;
}
