import { isClosed, type PromptDefinition, type PromptMessage, readTemplate } from '@signet/contracts';
import type { Part } from '../model/part.ts';
import type { InputItem, ModelRequest, OutputFormat } from '../model/request.ts';
import { contained } from './contained.ts';

export type PromptValues = Readonly<Record<string, unknown>>;

/**
 * What a model is asked. Roles and their order are the prompt's: a value makes no message, and no part of any role but the one in
 * which the prompt has it.
 * @param values that keep to the schema of the prompt
 */
export function renderPrompt(
  definition: PromptDefinition,
  values: PromptValues,
  { stream }: { readonly stream: boolean },
): ModelRequest {
  const { model, messages, parameters, output } = definition;
  const { maxTokens, stop, ...sampling } = parameters;
  return {
    model,
    items: messages.flatMap((message) => itemOf(message, definition, values)),
    tools: [],
    limits: {
      ...(maxTokens === undefined ? {} : { maxTokens }),
      ...(stop === undefined ? {} : { stop }),
    },
    sampling,
    ...(output === undefined ? {} : { format: formatOf(output) }),
    stream,
    streamUsage: false,
    foreign: new Map(),
  };
}

function itemOf(
  { role, text }: PromptMessage,
  { variables }: PromptDefinition,
  values: PromptValues,
): readonly InputItem[] {
  const parts: Part[] = [];
  let words = '';
  const end = () => {
    if (words.trim() !== '') parts.push({ kind: 'text', text: words });
    words = '';
  };
  for (const piece of readTemplate(text)) {
    if (piece.kind === 'text') {
      words += piece.text;
      continue;
    }
    const { name } = piece;
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) continue;
    if (isClosed(variables[name] ?? true)) words += String(value);
    else {
      // Fails closed: no words of a caller's among instructions, whoever let such a prompt through.
      if (role !== 'user') throw new TypeError(`${name} may not stand in a message of the role ${role}`);
      end();
      parts.push({ kind: 'text', text: contained(name, value) });
    }
  }
  end();
  return parts.length === 0 ? [] : [{ kind: 'message', role, parts }];
}

function formatOf(output: NonNullable<PromptDefinition['output']>): OutputFormat {
  return typeof output === 'boolean'
    ? { kind: 'json-object' }
    : { kind: 'json-schema', name: 'answer', schema: output };
}
