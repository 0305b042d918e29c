import type { ModelRequest } from '../model/request.ts';
import type { AnthropicTraits } from './traits.ts';

type Wire = Readonly<Record<string, unknown>>;

/** Why this protocol would refuse to think in this request; undefined where it would not. */
export function hindranceOf(
  request: ModelRequest,
  { traits, messages }: { traits: AnthropicTraits; messages: readonly Wire[] },
): string | undefined {
  const choice = request.toolChoice?.kind;
  if (request.tools.length > 0 && (choice === 'required' || choice === 'one-of')) {
    return 'thinking and a forced call exclude each other here';
  }
  if (traits.thinks === 'by budget' && goesOnWithoutThought(messages)) {
    return 'a turn with calls must begin with what was thought, and that came from another model';
  }
  return undefined;
}

/** Its last turn called tools whose results follow, and says nothing of what it thought. */
function goesOnWithoutThought(messages: readonly Wire[]): boolean {
  const last = messages.findLast((message) => message['role'] === 'assistant');
  const content: readonly unknown[] = Array.isArray(last?.['content']) ? last['content'] : [];
  const types = content.map((block) => (block as Wire)['type']);
  return types.includes('tool_use') && types[0] !== 'thinking' && types[0] !== 'redacted_thinking';
}
