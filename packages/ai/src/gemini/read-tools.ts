import type { Fields } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { Tool, ToolChoice } from '../model/request.ts';
import { jsonSchemaOf } from './json-schema.ts';

/** Functions by themselves; tools of the provider as they are. */
export function readTools(fields: Fields): readonly Tool[] {
  return fields.each('tools').flatMap((tool): readonly Tool[] => {
    const functions = tool.each('functionDeclarations').map(readFunction);
    const foreign = [...tool.rest()].map(([path, value]): Tool => {
      const type = path.slice(path.lastIndexOf('.') + 1);
      return { kind: 'foreign', type, value: { [type]: value }, path };
    });
    return [...functions, ...foreign];
  });
}

function readFunction(declared: Fields): Tool {
  const plain = declared.take('parametersJsonSchema');
  const own = declared.take('parameters');
  const tool = known({
    kind: 'function' as const,
    name: declared.text('name') ?? '',
    description: declared.text('description'),
    schema: plain ?? (own === undefined ? undefined : jsonSchemaOf(own)),
    path: declared.path,
  });
  declared.leave();
  return tool;
}

export function readToolChoice(fields: Fields): ToolChoice | undefined {
  const config = fields.below('toolConfig');
  const calling = config?.below('functionCallingConfig');
  const mode = calling?.text('mode');
  const names = calling?.list('allowedFunctionNames').filter((each) => typeof each === 'string') ?? [];
  const choice = calling && choiceOf(mode ?? 'AUTO', names, calling);
  calling?.leave();
  config?.leave();
  return choice;
}

function choiceOf(mode: string, names: readonly string[], calling: Fields): ToolChoice | undefined {
  switch (mode) {
    case 'ANY':
      return names.length === 0 ? { kind: 'required' } : { kind: 'one-of', names };
    case 'NONE':
      return { kind: 'none' };
    case 'VALIDATED':
      calling.lose('mode', 'emulated', 'the model is free to call, and its arguments are not checked');
      return { kind: 'auto' };
    case 'AUTO':
    case 'MODE_UNSPECIFIED':
      return { kind: 'auto' };
    default:
      calling.lose('mode', 'dropped', 'there is no such choice');
      return undefined;
  }
}
