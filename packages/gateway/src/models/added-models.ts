import { chatKinds, type LlmProvider } from '@signet/contracts';

/** A provider whose models callers name themselves, and how it calls what was asked for. */
interface AddedModel {
  readonly provider: string;
  readonly model: string;
}

/** `PROVIDER/MODEL`; behind the first `/` whatever the provider has, such as `openrouter/meta-llama/llama-4`. */
export function addedModel(
  asked: string,
  kindOf: (provider: string) => LlmProvider['kind'] | undefined,
): AddedModel | undefined {
  const slash = asked.indexOf('/');
  if (slash < 1) return undefined;
  const [provider, model] = [asked.slice(0, slash), asked.slice(slash + 1)];
  const kind = kindOf(provider);
  return kind !== undefined && isModelOf(kind, model) ? { provider, model } : undefined;
}

/**
 * As the schema of `llm.models` has it: the caller says it, and it goes on. Where it stands in the address, as of Gemini,
 * nothing else may be named by it.
 */
function isModelOf(kind: LlmProvider['kind'], model: string): boolean {
  const form = namedInBody.has(kind) ? inBody : inAddress;
  return form.test(model) && !model.includes('..') && !model.includes('//');
}

const namedInBody: ReadonlySet<LlmProvider['kind']> = new Set(['openai', 'anthropic', 'azure', ...chatKinds]);
const inBody = /^[A-Za-z0-9][A-Za-z0-9._:/@-]{0,127}$/;
const inAddress = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;
