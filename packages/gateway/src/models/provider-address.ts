import type { ProviderProtocol } from '@signet/ai';
import type { CompiledTarget } from './compiled-llm.ts';

/** Where this is asked, behind the address of the provider; each piece of a path is encoded once. */
export function pathOf(target: CompiledTarget, protocol: ProviderProtocol, stream: boolean): string {
  switch (target.kind) {
    case 'azure':
      return ofAzure(target, protocol);
    case 'vertex':
      return protocol === 'anthropic' ? ofClaude(target, stream) : ofVertex(target, stream);
    case 'bedrock':
      return `/model/${encodeURIComponent(target.model)}/${stream ? 'converse-stream' : 'converse'}`;
    default:
      return ofProtocol(protocol, target.model, stream);
  }
}

/** Its older addresses name deployments and a version; its newer ones are OpenAI's, behind a path of its own. */
function ofAzure({ model, apiVersion }: CompiledTarget, protocol: ProviderProtocol): string {
  if (apiVersion === undefined)
    return `/openai/v1${protocol === 'chat' ? '/chat/completions' : '/responses'}`;
  return `/openai/deployments/${encodeURIComponent(model)}/chat/completions?api-version=${apiVersion}`;
}

function ofVertex(target: CompiledTarget, stream: boolean): string {
  return `${publishersOf(target)}/google/models/${encodeURIComponent(target.model)}:${verbOf(stream)}`;
}

function ofClaude(target: CompiledTarget, stream: boolean): string {
  const verb = stream ? 'streamRawPredict' : 'rawPredict';
  return `${publishersOf(target)}/anthropic/models/${encodeURIComponent(target.model)}:${verb}`;
}

function publishersOf({ project = '', region = '' }: CompiledTarget): string {
  return `/v1/projects/${encodeURIComponent(project)}/locations/${encodeURIComponent(region)}/publishers`;
}

function ofProtocol(protocol: ProviderProtocol, model: string, stream: boolean): string {
  switch (protocol) {
    case 'chat':
      return '/chat/completions';
    case 'responses':
      return '/responses';
    case 'anthropic':
      return '/v1/messages';
    case 'gemini':
      return `/v1beta/models/${model}:${verbOf(stream)}`;
    case 'bedrock':
      throw new TypeError('Only Bedrock is asked by Converse.');
  }
}

function verbOf(stream: boolean): string {
  return stream ? 'streamGenerateContent?alt=sse' : 'generateContent';
}
