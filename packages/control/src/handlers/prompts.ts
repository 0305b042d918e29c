import type { Handlers } from '@signet/http';
import type { PromptAdministration } from '../ports/index.ts';

export type PromptEndpoint =
  | 'listPrompts'
  | 'showPrompt'
  | 'showPromptVersion'
  | 'comparePrompt'
  | 'addPrompt'
  | 'testPrompt'
  | 'publishPrompt'
  | 'rollBackPrompt';

export function promptHandlers(prompts: PromptAdministration): Handlers<PromptEndpoint> {
  return {
    listPrompts: () => prompts.list(),
    showPrompt: ({ parameters }) => prompts.show(parameters.name),
    showPromptVersion: ({ parameters }) => prompts.showVersion(parameters.name, parameters.version),
    comparePrompt: ({ parameters, body }) => prompts.compare(parameters.name, body),
    addPrompt: ({ parameters, body }) => prompts.add(parameters.name, body),
    testPrompt: ({ parameters }) => prompts.test(parameters.name, parameters.version),
    publishPrompt: ({ parameters, body }) => prompts.publish(parameters.name, body),
    rollBackPrompt: ({ parameters }) => prompts.rollBack(parameters.name),
  };
}
