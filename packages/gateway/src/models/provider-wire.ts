import {
  type AnthropicTraits,
  type BedrockTraits,
  type ChatDialect,
  chatDialects,
  type GeminiTraits,
  isChatDialect,
  type ModelRequest,
  type Notes,
  openaiDialect,
  type Protocol,
  type ProviderProtocol,
  writeAnthropicRequest,
  writeBedrockRequest,
  writeChatRequest,
  writeGeminiRequest,
  writeResponsesRequest,
} from '@signet/ai';
import type { CompiledTarget } from './compiled-llm.ts';
import { memberOf, type Question } from './question.ts';

/** Google has the models of others under the names that these give them. */
export function isClaudeOnVertex({ kind, model }: Pick<CompiledTarget, 'kind' | 'model'>): boolean {
  return kind === 'vertex' && model.startsWith('claude-');
}

/** By which it is known what a provider is asked in, and how. */
export type AskedWith = Pick<CompiledTarget, 'kind' | 'model' | 'apiVersion'>;

/** What is spoken with a provider for a caller of this protocol: the caller's own, wherever that is spoken there. */
export function protocolWith(target: AskedWith, caller: Protocol): ProviderProtocol {
  const { kind, apiVersion } = target;
  switch (kind) {
    case 'anthropic':
    case 'gemini':
    case 'bedrock':
      return kind;
    case 'vertex':
      return isClaudeOnVertex(target) ? 'anthropic' : 'gemini';
    case 'openai':
      return caller === 'chat' ? 'chat' : 'responses';
    case 'azure':
      return caller === 'chat' || apiVersion !== undefined ? 'chat' : 'responses';
    default:
      return 'chat';
  }
}

/** In what it differs from OpenAI itself, where Chat Completions are spoken with it. */
export function dialectOf({ kind }: Pick<AskedWith, 'kind'>): ChatDialect {
  return isChatDialect(kind) ? chatDialects[kind] : openaiDialect;
}

export interface Caller {
  readonly stream: boolean;
  readonly reference: string;
  /** What a caller of Anthropic's protocol says of its version and of what is not in every version. */
  readonly version: string | undefined;
  readonly beta: string | undefined;
}

/** Name, value, name, value …: nothing of the caller's own goes on but what its protocol needs. */
export function headersTo(
  target: CompiledTarget,
  key: string | undefined,
  { stream, reference, version, beta }: Caller,
): readonly string[] {
  const { kind } = target;
  const headers = [
    'content-type',
    'application/json',
    'accept',
    stream ? streamOf(kind) : 'application/json',
  ];
  // Usage and ends are read on the way.
  headers.push('accept-encoding', 'identity', 'user-agent', 'signet', 'signet-reference', reference);
  if (kind === 'anthropic') {
    headers.push('anthropic-version', version ?? newestVersion);
  }
  if (beta !== undefined && (kind === 'anthropic' || isClaudeOnVertex(target)))
    headers.push('anthropic-beta', beta);
  if (key === undefined) return headers;
  const [name, value] = shownTo(kind, key);
  // By Bedrock's the whole request is signed, once it stands.
  if (kind !== 'bedrock') headers.push(name, value);
  return headers;
}

function shownTo(kind: CompiledTarget['kind'], key: string): readonly [string, string] {
  switch (kind) {
    case 'anthropic':
      return ['x-api-key', key];
    case 'gemini':
      return ['x-goog-api-key', key];
    case 'azure':
      return ['api-key', key];
    default:
      return ['authorization', `Bearer ${key}`];
  }
}

/** What a stream of it is. */
export function streamOf(kind: CompiledTarget['kind']): string {
  return kind === 'bedrock' ? 'application/vnd.amazon.eventstream' : 'text/event-stream';
}

/** By it the widest range of models answers. */
const newestVersion = '2023-06-01';

/** A request in the protocol of the provider, with the provider's name of the model. */
export function writeRequest(
  request: ModelRequest,
  notes: Notes,
  target: AskedWith,
): Readonly<Record<string, unknown>> {
  const asked = { ...request, model: target.model };
  switch (notes.to) {
    case 'chat':
      return writeChatRequest(asked, notes, dialectOf(target));
    case 'responses':
      return writeResponsesRequest(asked, notes);
    case 'anthropic':
      return asPlaced(writeAnthropicRequest(asked, notes, anthropicTraits(target.model)), target);
    case 'gemini':
      return writeGeminiRequest(asked, notes, geminiTraits(target.model));
    case 'bedrock':
      return writeBedrockRequest(asked, notes, bedrockTraits(target.model));
  }
}

/** What Google says in place of the version that Anthropic has in a header. */
const vertexVersion = 'vertex-2023-10-16';

/** At Google the model stands in the address alone. */
function asPlaced(
  wire: Readonly<Record<string, unknown>>,
  target: AskedWith,
): Readonly<Record<string, unknown>> {
  if (!isClaudeOnVertex(target)) return wire;
  const { model: _, ...rest } = wire;
  return { ...rest, anthropic_version: vertexVersion };
}

/** The same of a question that goes on as it came: its version stands where its model stood. */
export function placedQuestion(question: Question, target: CompiledTarget): string | undefined {
  if (!isClaudeOnVertex(target)) return undefined;
  const { text, root, value } = question;
  const model = memberOf(root, 'model');
  if (model === undefined || memberOf(root, 'anthropic_version') !== undefined)
    return JSON.stringify(asPlaced(value as Readonly<Record<string, unknown>>, target));
  const version = `"anthropic_version":${JSON.stringify(vertexVersion)}`;
  return text.slice(0, model.name.start) + version + text.slice(model.value.end);
}

/** Models of Anthropic are known by their names, behind the region that a profile says first. */
export function bedrockTraits(model: string): BedrockTraits {
  return { claude: model.includes('anthropic.claude') ? anthropicTraits(model) : undefined };
}

/** In what the models of Anthropic differ, by the number in their name; one without a number is a new one. */
export function anthropicTraits(model: string): AnthropicTraits {
  const [, major, minor = '0'] =
    /claude-(?:[a-z]{1,16}-)?(\d{1,2})(?:-(\d{1,2}))?(?=[-@]|$)/.exec(model) ?? [];
  const version = major === undefined ? Number.POSITIVE_INFINITY : Number(major) * 100 + Number(minor);
  return {
    takesSampling: version < 407,
    takesSystemInside: version >= 408,
    thinks: version >= 406 ? 'by effort' : 'by budget',
    mostTokens: version < 400 ? 8_192 : version < 405 ? 32_000 : 64_000,
  };
}

export function geminiTraits(model: string): GeminiTraits {
  const [, major] = /gemini-(\d+)/.exec(model) ?? [];
  return major !== undefined && Number(major) < 3
    ? { thinks: 'by budget', requiresSeals: false }
    : { thinks: 'by level', requiresSeals: true };
}
