export { ConfigurationInvalid } from './configuration/read-file.ts';
export type { NewCredential } from './demo/seed-accounts.ts';
export type { OptionSource } from './options/option-reader.ts';
export type { Options, Secrets, Settings } from './options/options.ts';
export { parseOptions } from './options/parse-options.ts';
export type { ServeTerminal } from './serve.ts';
export { serve } from './serve.ts';
export type { RunningSignet, StartHost } from './start.ts';
export { start } from './start.ts';
