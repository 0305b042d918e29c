import type { CompiledLlm } from './compiled-llm.ts';
import type { ModelDoor } from './door-of.ts';

type ListDoor = Extract<ModelDoor, { readonly kind: 'list' }>;

/** What may be asked for here, as the clients of a protocol read such a list. */
export function listModels({ models }: CompiledLlm, { protocol }: ListDoor, isAnthropic: boolean): unknown {
  const names = [...models.keys()];
  if (protocol === 'gemini') {
    return {
      models: names.map((name) => ({
        name: `models/${name}`,
        displayName: name,
        supportedGenerationMethods: [
          ...['generateContent', 'streamGenerateContent', 'countTokens'],
          ...['embedContent', 'batchEmbedContents'],
        ],
      })),
    };
  }
  if (isAnthropic) {
    const data = names.map((id) => ({
      type: 'model',
      id,
      display_name: id,
      created_at: '1970-01-01T00:00:00Z',
    }));
    return { data, has_more: false, first_id: names[0] ?? null, last_id: names.at(-1) ?? null };
  }
  return {
    object: 'list',
    data: names.map((id) => ({ id, object: 'model', created: 0, owned_by: 'signet' })),
  };
}
