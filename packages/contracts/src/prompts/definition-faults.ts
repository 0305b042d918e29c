import { allowed, listed } from '../configuration/fields/allowed.ts';
import { schemaFaults } from '../configuration/sections/routes/json-schema.ts';
import { isClosed } from './closed-variable.ts';
import type { PromptDefinition, PromptMessage } from './prompt.ts';
import { readTemplate, strayBraces } from './template.ts';
import { valuesSchema } from './values-schema.ts';

export interface DefinitionFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What the parts of a prompt must be to each other. */
export function definitionFaults(definition: PromptDefinition): readonly DefinitionFault[] {
  return [
    ...definition.messages.flatMap((message, at) => messageFaults(message, at, definition)),
    ...variableFaults(definition),
    ...testFaults(definition),
    ...askedFaults(definition),
  ];
}

function messageFaults(
  { role, text }: PromptMessage,
  at: number,
  { variables }: PromptDefinition,
): readonly DefinitionFault[] {
  const path = ['messages', at, 'text'];
  const stray = strayBraces(text);
  if (stray !== undefined) {
    const message = allowed('`{{name}}` with the name of a variable', `Take out the \`${stray}\`.`);
    return [{ path, message }];
  }
  return namesIn(text).flatMap((name) => {
    const schema = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (schema === undefined) {
      const known = listed(Object.keys(variables));
      return [
        { path, message: allowed(`a name in \`variables\` (${known})`, 'Add it there, or correct it.') },
      ];
    }
    if (role === 'user' || isClosed(schema)) return [];
    return [{ path, message: openMessage(name, role) }];
  });
}

/** What a caller says freely stands among what callers say, and nowhere else. */
function openMessage(name: string, role: PromptMessage['role']): string {
  return allowed(
    `a variable with an \`enum\`, or of numbers or booleans, in a message of the role \`${role}\``,
    `Move \`{{${name}}}\` into a message of the role \`user\`, or list what it may be in an \`enum\`.`,
  );
}

function variableFaults(definition: PromptDefinition): readonly DefinitionFault[] {
  const { variables, optional, messages } = definition;
  const used = new Set(messages.flatMap(({ text }) => namesIn(text)));
  const unused = Object.keys(variables).filter((name) => !used.has(name));
  const unknown = optional.flatMap((name, at) => (Object.hasOwn(variables, name) ? [] : [at]));
  const faults = schemaFaults(valuesSchema(definition)).filter(({ path }) => path[0] === 'properties');
  return [
    ...unused.map((name) => ({
      path: ['variables', name],
      message: allowed('a variable that stands in a message', `Write \`{{${name}}}\`, or take it out.`),
    })),
    ...unknown.map((at) => ({
      path: ['optional', at],
      message: allowed('a name in `variables`', 'Add it there, or take it out here.'),
    })),
    ...faults.map(({ path, message }) => ({ path: ['variables', ...path.slice(1)], message })),
  ];
}

function testFaults({ tests, output }: PromptDefinition): readonly DefinitionFault[] {
  const seen = new Set<string>();
  return tests.flatMap(({ name, expect }, at) => {
    const isSeen = seen.has(name);
    seen.add(name);
    const faults: DefinitionFault[] = [];
    if (isSeen) {
      const message = allowed('a name that no other test has', 'Give it another name.');
      faults.push({ path: ['tests', at, 'name'], message });
    }
    if (Object.keys(expect).length === 0 && output === undefined) {
      const message = allowed('something that the answer must be like', 'Write `contains`, or `lacks`.');
      faults.push({ path: ['tests', at, 'expect'], message });
    }
    if (expect.members !== undefined && output === undefined) {
      const message = allowed('`members` where there is an `output`', 'Write `contains`, or an `output`.');
      faults.push({ path: ['tests', at, 'expect', 'members'], message });
    }
    return faults;
  });
}

/** No provider answers where nobody has said anything. */
function askedFaults({ messages }: PromptDefinition): readonly DefinitionFault[] {
  if (messages.at(-1)?.role === 'user') return [];
  const message = allowed('a last message of the role `user`', 'Say there what is asked.');
  return [{ path: ['messages', messages.length - 1, 'role'], message }];
}

function namesIn(text: string): readonly string[] {
  return readTemplate(text).flatMap((piece) => (piece.kind === 'variable' ? [piece.name] : []));
}
