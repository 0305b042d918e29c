export type { ConfigurationParts } from './configuration/configuration-administration.ts';
export {
  createConfigurationAdministration,
  keptConfigurations,
} from './configuration/configuration-administration.ts';
export type { Control, ControlOptions } from './create-control.ts';
export { createControl } from './create-control.ts';
export type { ModelProviderParts } from './model-providers/model-provider-administration.ts';
export { createModelProviderAdministration } from './model-providers/model-provider-administration.ts';
export type { ModelProviderBook } from './model-providers/model-provider-book.ts';
export { createModelProviderBook } from './model-providers/model-provider-book.ts';
export type { ServerState, VerifyAccessToken } from './ports/index.ts';
export { findPublished } from './prompts/find-published.ts';
export {
  createPromptAdministration,
  type PromptAdministrationParts,
} from './prompts/prompt-administration.ts';
export { createTrySwitch, type SwitchParts } from './prompts/try-switch.ts';
export {
  createRehearsalAdministration,
  type RehearsalAdministrationParts,
} from './rehearsals/rehearsal-administration.ts';
