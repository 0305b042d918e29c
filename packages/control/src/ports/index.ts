export type { AccountAdministration, UserAdministration, UserAttributes, UserGroups } from './accounts.ts';
export type { ApiKeyAdministration } from './api-keys.ts';
export type { AuditReader } from './audit.ts';
export type { ClientAdministration } from './clients.ts';
export { createMemoryConfigurationHistory } from './configuration-history.memory.ts';
export type { ConfigurationHistory } from './configuration-history.ts';
export type { ConfigurationPublisher, Edition, InForce, ReplayedCall } from './configuration-publisher.ts';
export { ConfigurationNotTaken } from './configuration-publisher.ts';
export type { ConfigurationAdministration } from './configurations.ts';
export type { ConsentAdministration } from './consents.ts';
export type { CostReader } from './cost-reader.ts';
export type { DeclarationAdministration } from './declarations.ts';
export type { FactorAdministration } from './factors.ts';
export { createMemoryKeptCalls } from './kept-calls.memory.ts';
export type { KeptCallStore } from './kept-calls.ts';
export type { KeyAdministration } from './keys.ts';
export type { MailAdministration } from './mail.ts';
export { createMemoryModelProviders } from './model-providers.memory.ts';
export type {
  ListModelsOf,
  ModelProviderAdministration,
  ModelProviderSealer,
  ModelProviderStore,
  StoredModelProvider,
} from './model-providers.ts';
export type { OrganizationAdministration } from './organizations.ts';
export { createMemoryPromptStore } from './prompt-store.memory.ts';
export type { KeptPrompt, KeptVersion, PromptStore } from './prompt-store.ts';
export type { PromptAdministration, RunTest, TestedPrompt } from './prompts.ts';
export type { ProviderAdministration } from './providers.ts';
export { createMemoryReachBoard } from './reach-board.memory.ts';
export type { ReachBoard, ReachReport } from './reach-board.ts';
export { createMemoryRecords } from './records.memory.ts';
export type { RecordStore } from './records.ts';
export type { AskOtherModel, RehearsalAdministration } from './rehearsals.ts';
export type { RevocationReachReader } from './revocation-reach.ts';
export type { Revoker } from './revoker.ts';
export type { SecretAdministration } from './secrets.ts';
export type { ServerState } from './server-state.ts';
export type { ToolServerAdministration } from './tool-servers.ts';
export type { SwitchVerdict, TrySwitch } from './try-switch.ts';
export type { VerifyAccessToken } from './verify-access-token.ts';
