import {
  type AnthropicTraits,
  type ChatDialect,
  type GeminiTraits,
  type ModelRequest,
  type Notes,
  type Protocol,
  writeAnthropicRequest,
  writeChatRequest,
  writeGeminiRequest,
  writeResponsesRequest,
} from '@signet/ai';
import type { CompiledTarget } from './compiled-llm.ts';

/** What is spoken with a provider for a caller of this protocol: the caller's own, wherever that is spoken there. */
export function protocolWith({ kind }: CompiledTarget, caller: Protocol): Protocol {
  if (kind === 'anthropic' || kind === 'gemini') return kind;
  if (kind === 'openai-compatible') return 'chat';
  return caller === 'chat' ? 'chat' : 'responses';
}

/** Behind the address of the provider. */
export function pathOf(protocol: Protocol, model: string, stream: boolean): string {
  switch (protocol) {
    case 'chat':
      return '/chat/completions';
    case 'responses':
      return '/responses';
    case 'anthropic':
      return '/v1/messages';
    case 'gemini':
      return `/v1beta/models/${model}:${stream ? 'streamGenerateContent?alt=sse' : 'generateContent'}`;
  }
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
  { kind }: CompiledTarget,
  key: string | undefined,
  { stream, reference, version, beta }: Caller,
): readonly string[] {
  const headers = [
    'content-type',
    'application/json',
    'accept',
    stream ? 'text/event-stream' : 'application/json',
  ];
  // Usage and ends are read on the way.
  headers.push('accept-encoding', 'identity', 'user-agent', 'signet', 'signet-reference', reference);
  if (kind === 'anthropic') {
    headers.push('anthropic-version', version ?? newestVersion);
    if (beta !== undefined) headers.push('anthropic-beta', beta);
  }
  if (key === undefined) return headers;
  if (kind === 'anthropic') headers.push('x-api-key', key);
  else if (kind === 'gemini') headers.push('x-goog-api-key', key);
  else headers.push('authorization', `Bearer ${key}`);
  return headers;
}

/** By it the widest range of models answers. */
const newestVersion = '2023-06-01';

/** A request in the protocol of the provider, with the provider's name of the model. */
export function writeRequest(
  request: ModelRequest,
  notes: Notes,
  target: CompiledTarget,
): Readonly<Record<string, unknown>> {
  const asked = { ...request, model: target.model };
  switch (notes.to) {
    case 'chat': {
      const own = target.kind === 'openai';
      const written = own ? writeChatRequest(asked, notes) : writeChatRequest(asked, notes, compatible);
      return request.stream ? { ...written, stream_options: { include_usage: true } } : written;
    }
    case 'responses':
      return writeResponsesRequest(asked, notes);
    case 'anthropic':
      return writeAnthropicRequest(asked, notes, anthropicTraits(target.model));
    case 'gemini':
      return writeGeminiRequest(asked, notes, geminiTraits(target.model));
  }
}

const compatible: ChatDialect = { limit: 'max_tokens', developer: 'system', topK: true };

/** In what the models of Anthropic differ, by the number in their name; one without a number is a new one. */
export function anthropicTraits(model: string): AnthropicTraits {
  const [, major, minor = '0'] = /claude-(?:[a-z]{1,16}-)?(\d{1,2})(?:-(\d{1,2}))?(?=-|$)/.exec(model) ?? [];
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
