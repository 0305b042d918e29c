export type { ConfigurationParts } from './configuration/configuration-administration.ts';
export {
  createConfigurationAdministration,
  keptConfigurations,
} from './configuration/configuration-administration.ts';
export type { Control, ControlOptions } from './create-control.ts';
export { createControl } from './create-control.ts';
export type { ServerState, VerifyAccessToken } from './ports/index.ts';
