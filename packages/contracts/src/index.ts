export type { SignatureAlgorithm } from '@signet/token/keys';
export type { Refusal } from '@signet/token/verdict';
export type { Address, Caller } from './api/addresses.ts';
export {
  addresses,
  endpointNames,
  fillPath,
  isProgramPath,
  modelProvidersScope,
  publishScope,
} from './api/addresses.ts';
export type {
  ApiKeyParameters,
  ApiKeySummary,
  ApiKeysAnswer,
  ApiKeysQuery,
  ApiKeyWithSecret,
  MakeApiKeyRequest,
  RevokedApiKeyAnswer,
  RotateApiKeyRequest,
} from './api/api-keys.ts';
export type { ChangeAttributesRequest, UserAttributesAnswer } from './api/attributes.ts';
export type { AuditAnswer, AuditQuery } from './api/audit.ts';
export { auditQuerySchema } from './api/audit.ts';
export type {
  BeginAuthenticatorAtLoginRequest,
  LoginRequest,
  LogoutAnswer,
  LogoutRequest,
  RefreshRequest,
  TokenAnswer,
} from './api/authentication.ts';
export {
  emptyRequestSchema,
  loginRequestSchema,
  logoutAnswerSchema,
  tokenAnswerSchema,
} from './api/authentication.ts';
export type {
  ClientInformation,
  ClientMetadata,
  RegistrationTokenAnswer,
  RegistrationTokenRequest,
} from './api/client-registration.ts';
export type {
  AddClientRequest,
  AddClientSecretRequest,
  ClientParameters,
  ClientSecretSummary,
  ClientSummary,
  ClientsAnswer,
  ClientsQuery,
  ClientWithSecret,
  RemoveClientAnswer,
} from './api/clients.ts';
export type { Condition } from './api/condition.ts';
export type {
  AppliedConfiguration,
  ApplyConfigurationRequest,
  CheckConfigurationAnswer,
  ConfigurationDocument,
  ConfigurationEntry,
  ConfigurationSummary,
  ConfigurationsAnswer,
  ConfigurationsQuery,
  Flip,
  RollBackRequest,
  TextProblem,
  TryConfigurationAnswer,
  TryConfigurationRequest,
  Untold,
} from './api/configuration.ts';
export type {
  AgreedApp,
  Agreement,
  ConsentParameters,
  ConsentsAnswer,
  UserConsentsAnswer,
  WithdrawnAnswer,
} from './api/consents.ts';
export type {
  AddDeclarationRequest,
  DeclarationAnswer,
  DeclarationsAnswer,
  DeclarationsQuery,
  RemoveDeclarationAnswer,
} from './api/declarations.ts';
export type { DeviceAnswer, DeviceRequest } from './api/device.ts';
export type {
  ChangeEmailRequest,
  ConfirmEmailAnswer,
  MailAskedAnswer,
} from './api/email.ts';
export type { BeginEmailSignInRequest, FinishEmailSignInRequest } from './api/email-sign-in.ts';
export type { EndCause, EndedSession, EndedSessionList, SessionStory } from './api/ended-sessions.ts';
export type { AnyEndpoint, Endpoint } from './api/endpoint.ts';
export type { GivenTo } from './api/endpoint-request.ts';
export { endpointRequest } from './api/endpoint-request.ts';
export { endpoints } from './api/endpoints.ts';
export type {
  AnswerOf,
  ControlExchanges,
  EndpointName,
  Exchange,
  Exchanges,
  IdentityExchanges,
  PartsOf,
  RequestOf,
  ServerExchanges,
} from './api/exchanges.ts';
export type {
  AccountParameters,
  BegunAuthenticator,
  ConfirmAuthenticatorRequest,
  FactorsAnswer,
  RecoveryCodesAnswer,
  ResetFactorsAnswer,
} from './api/factors.ts';
export type { ChangeUserGroupsRequest, UserGroupsAnswer } from './api/groups.ts';
export type {
  AnswerInteractionRequest,
  InteractionAnswer,
  InteractionGoesOn,
  InteractionParameters,
  OrganizationChoice,
  UserInfo,
} from './api/interactions.ts';
export type {
  DeclinedAnswer,
  InvitationLinkRequest,
  InvitationParameters,
  InvitationShownAnswer,
  InvitationSummary,
  InvitationsAnswer,
  InvitationsQuery,
  InviteMemberRequest,
  JoinByRegisteringRequest,
  JoinedAnswer,
  WithdrawnInvitationAnswer,
} from './api/invitations.ts';
export type {
  KeysAnswer,
  KeyVerifier,
  OtherSeries,
  RenewSecretAnswer,
  RenewSecretRequest,
  ResealAnswer,
  RetireKeyAnswer,
  RetireKeyRequest,
  RotateAnswer,
  RotateRequest,
  RotationPlan,
  RotationQuery,
  RotationSchedule,
  SigningKeySummary,
} from './api/keys.ts';
export type { CostOfValue, CostsAnswer, CostsQuery, LedgerAnswer, LedgerProblem } from './api/llm-costs.ts';
export { costsQuerySchema } from './api/llm-costs.ts';
export type { SendTestMailAnswer, SendTestMailRequest } from './api/mail.ts';
export type {
  ModelProviderParameters,
  ModelProviderSummary,
  ModelProvidersAnswer,
  RemovedModelProviderAnswer,
  SetModelProviderAnswer,
  SetModelProviderRequest,
  TestModelProviderAnswer,
} from './api/model-providers.ts';
export { describeApi } from './api/openapi/describe-api.ts';
export type { OperatorClaims, OperatorRequest } from './api/operator-credential.ts';
export {
  accountAudience,
  adminAudience,
  adminRole,
  bodyDigest,
  deriveOperatorKey,
  operatorClaims,
  operatorCredential,
} from './api/operator-credential.ts';
export type {
  AddMemberRequest,
  AddOrganizationRequest,
  ChangeMemberRequest,
  ChangeOrganizationRequest,
  MemberParameters,
  MemberSummary,
  MembersAnswer,
  MembershipSummary,
  MembershipsAnswer,
  MembersQuery,
  OrganizationParameters,
  OrganizationSummary,
  OrganizationsAnswer,
  OrganizationsQuery,
  RemovedMemberAnswer,
  RemovedOrganizationAnswer,
} from './api/organizations.ts';
export type {
  DeletedAnswer,
  DeletedUserAnswer,
  ExportAnswer,
  ExportedEvent,
  ExportedSession,
} from './api/own-account.ts';
export type {
  JoinProviderRequest,
  OwnProvider,
  OwnProvidersAnswer,
  PartProviderRequest,
  UserProvidersAnswer,
} from './api/own-providers.ts';
export type {
  GiveToolTokenRequest,
  OwnToolServer,
  OwnToolServersAnswer,
  RemoveToolTokenRequest,
} from './api/own-tool-tokens.ts';
export type {
  BegunPasskey,
  ConfirmedPasskey,
  ConfirmPasskeyRequest,
  PasskeyAssertion,
  PasskeyChallengeAnswer,
  PasskeyCreation,
  PasskeyLoginRequest,
  PasskeySummary,
} from './api/passkeys.ts';
export type {
  ChangePasswordAnswer,
  ChangePasswordRequest,
  ForgottenPasswordRequest,
  ResetPasswordAnswer,
  ResetPasswordRequest,
} from './api/passwords.ts';
export type {
  AddPromptRequest,
  ComparePromptAnswer,
  ComparePromptRequest,
  PromptAnswer,
  PromptParameters,
  PromptSummary,
  PromptsAnswer,
  PromptVersionAnswer,
  PromptVersionParameters,
  PromptVersionSummary,
  PublicationSummary,
  PublishPromptRequest,
  TestPromptAnswer,
  TestVerdict,
} from './api/prompts.ts';
export type { FactorProof, ProofMailAnswer, ProofMailRequest } from './api/proof.ts';
export type {
  BeginProviderRequest,
  FinishProviderRequest,
  ProviderGoesOn,
  ProviderParameters,
  ProviderSummary,
} from './api/providers.ts';
export type { PurgeAnswersAnswer, PurgeAnswersRequest, PurgedNodes } from './api/purge-answers.ts';
export type { PushedRequest, PushedRequestAnswer } from './api/pushed-request.ts';
export type { BodyReading } from './api/read-body.ts';
export { readBody, refuseBody } from './api/read-body.ts';
export type { ExplanationParameters, RecordsAnswer, RecordsQuery } from './api/records.ts';
export { explanationParametersSchema, recordsAnswerSchema, recordsQuerySchema } from './api/records.ts';
export type {
  CompleteRegistrationRequest,
  RegisteredAnswer,
  RegisterRequest,
  SignInOptionsAnswer,
} from './api/registration.ts';
export type {
  KeptCallSummary,
  KeptCallsAnswer,
  KeptCallsQuery,
  NotAskedReason,
  PurgeKeptCallsAnswer,
  PurgeKeptCallsRequest,
  RehearsalFinding,
  RehearsalVerdict,
  RehearsedCase,
  RehearsedSide,
  RehearseRequest,
} from './api/rehearsals.ts';
export { keptCallsQuerySchema, rehearsalVerdicts } from './api/rehearsals.ts';
export type { RevocationsAnswer, RevocationsQuestion } from './api/revocation-news.ts';
export { followerNamePattern, revocationEntrySchema, revocationsAudience } from './api/revocation-news.ts';
export type { RevocationFollower, RevocationReach } from './api/revocation-reach.ts';
export type { RevokeAnswer, RevokeRequest } from './api/revocations.ts';
export { revokeAnswerSchema, revokeRequestSchema } from './api/revocations.ts';
export type {
  RefreshSecretsAnswer,
  RefreshSecretsRequest,
  SecretSummary,
  SecretsAnswer,
} from './api/secrets.ts';
export type {
  EndedSessionsAnswer,
  EndSessionParameters,
  Place,
  SessionAnswer,
  SessionSummary,
  SessionsAnswer,
} from './api/sessions.ts';
export {
  accessCookieName,
  deviceCookieName,
  isRefreshCookieName,
  isSignInCookieName,
  passkeyCookieName,
  refreshCookieName,
} from './api/sign-in-cookies.ts';
export type {
  ConfigurationRejection,
  ConfigurationState,
  GatewayState,
  GatewaysAnswer,
  IssuerKeysState,
  ModelKeyState,
  ProblemSummary,
  TargetState,
  UpstreamState,
} from './api/state.ts';
export { configurationStateSchema, gatewayStatesSchema, gatewaysAnswerSchema } from './api/state.ts';
export { parseStrictJson } from './api/strict-json.ts';
export type { TokenConfirmation, TokenQuestion, TokenRevoked, TokenState } from './api/token-question.ts';
export type { TokenGrant, TokenRequest } from './api/token-request.ts';
export { tokenGrantSchema } from './api/token-request.ts';
export type { DescribedTool, DescribedToolsAnswer, ToolServerParameters } from './api/tool-servers.ts';
export type {
  AddUserAnswer,
  AddUserRequest,
  ChangeUserRequest,
  ClaimDifference,
  InviteUserRequest,
  PreviewAnswer,
  PreviewQuery,
  UserParameters,
  UserSummary,
  UsersAnswer,
  UsersQuery,
} from './api/users.ts';
export { addUserAnswerSchema, addUserRequestSchema, usersAnswerSchema } from './api/users.ts';
export type { ApiKey, ApiKeyClaim, ApiKeyGrant } from './api-keys/api-key.ts';
export { apiKeyIssuer, apiKeyPrefix } from './api-keys/api-key.ts';
export { isReservedClaim } from './claims/reserved-claims.ts';
export type { Client, ClientGrant, ClientType } from './clients/client.ts';
export { builtInClient, clientGrants, clientTypes, hasKeys } from './clients/client.ts';
export type { ClientCertificate } from './clients/client-certificate.ts';
export {
  type MetadataReading,
  metadataOf,
  type RegistrationBounds,
  readClientMetadata,
} from './clients/client-metadata.ts';
export type { Document } from './configuration/applied/gateway-part.ts';
export type { OwnFile } from './configuration/applied/read-applied.ts';
export {
  documentIn,
  readApplied,
  shadowedSections,
  writeGatewayPart,
} from './configuration/applied/read-applied.ts';
export { type OpenedRoute, tellChanges } from './configuration/applied/tell-changes.ts';
export type { Configuration } from './configuration/configuration.ts';
export { defaults } from './configuration/defaults.ts';
export type { DemoOptions } from './configuration/demo-configuration.ts';
export { demoConfiguration } from './configuration/demo-configuration.ts';
export type { CertificateHeader, CertificateProxies } from './configuration/fields/certificate-proxies.ts';
export type { ClaimPath } from './configuration/fields/claim-path.ts';
export { isNetwork } from './configuration/fields/network.ts';
export { parseDuration } from './configuration/fields/quantity.ts';
export {
  type AwsReference,
  type AzureReference,
  readReference,
  tellReference,
  type VaultReference,
} from './configuration/fields/read-reference.ts';
export type {
  LocalSecretReference,
  SecretReference,
} from './configuration/fields/secret-reference.ts';
export { LiteralSecret } from './configuration/fields/secret-reference.ts';
export type { ConfigurationProblem } from './configuration/problems/configuration-problem.ts';
export { renderConfigurationProblem } from './configuration/problems/configuration-problem.ts';
export { nearest } from './configuration/problems/nearest.ts';
export type { ConfigurationReading } from './configuration/read-configuration.ts';
export { readConfiguration } from './configuration/read-configuration.ts';
export { type NeededSecret, secretsIn } from './configuration/secrets-in.ts';
export type { ClaimMapping, ClaimSource } from './configuration/sections/apis/claims.ts';
export { attributeOf, isClaimName } from './configuration/sections/apis/claims.ts';
export type { ApiConfiguration, ApisConfiguration } from './configuration/sections/apis/type.ts';
export type { BrandConfiguration } from './configuration/sections/brand/type.ts';
export type { BudgetsConfiguration, SpendingDimension } from './configuration/sections/budgets/type.ts';
export type { ClientsConfiguration, ConfiguredClient } from './configuration/sections/clients/type.ts';
export {
  type AccessLogConfiguration,
  isCollector,
  type TracingConfiguration,
} from './configuration/sections/gateway/telemetry.ts';
export type {
  ForwardAuthConfiguration,
  GatewayConfiguration,
} from './configuration/sections/gateway/type.ts';
export type { GroupsConfiguration } from './configuration/sections/groups/type.ts';
export { longestAccessTokenLifetime } from './configuration/sections/identity/schema.ts';
export type {
  IdentityConfiguration,
  KeysConfiguration,
  MtlsConfiguration,
  Pkcs11Algorithm,
  Pkcs11Signer,
  ProviderConfiguration,
  ProvidersConfiguration,
  SignerConfiguration,
  TokenHookConfiguration,
  VaultSigner,
} from './configuration/sections/identity/type.ts';
export { pkcs11Algorithms } from './configuration/sections/identity/type.ts';
export type {
  IntrospectedIssuer,
  IntrospectionConfiguration,
  IssuerConfiguration,
  RemoteIssuer,
  SelfIssuer,
} from './configuration/sections/issuers/type.ts';
export type { AddedKind, AddedProvider } from './configuration/sections/llm/added-provider.ts';
export {
  addedKinds,
  addressOf,
  isKeptKey,
  keptKeyOf,
  withAdded,
} from './configuration/sections/llm/added-provider.ts';
export type { ChatKind, ProviderKind } from './configuration/sections/llm/kinds.ts';
export { chatKinds, providerKinds } from './configuration/sections/llm/kinds.ts';
export type {
  LlmConfiguration,
  LlmProvider,
  ModelAbility,
  ModelConfiguration,
  ModelTarget,
  ProviderKey,
  TargetStrategy,
} from './configuration/sections/llm/type.ts';
export type { MachinesConfiguration } from './configuration/sections/machines/type.ts';
export type { MailConfiguration, MailSender, SmtpConfiguration } from './configuration/sections/mail/type.ts';
export type { McpConfiguration, McpServer, McpTool, OwnTools } from './configuration/sections/mcp/type.ts';
export type { NodesConfiguration } from './configuration/sections/nodes/type.ts';
export type { RolesConfiguration } from './configuration/sections/roles/type.ts';
export type { CompressConfiguration } from './configuration/sections/routes/compress.ts';
export { conditionPlace } from './configuration/sections/routes/conditions.ts';
export { contextHeaderFault } from './configuration/sections/routes/context-header.ts';
export { tellDemand } from './configuration/sections/routes/demands.ts';
export { type GuardedKind, guardedKinds } from './configuration/sections/routes/guarded-kinds.ts';
export {
  checkedFormats,
  type JsonSchema,
  mostUnique,
  schemaFaults,
} from './configuration/sections/routes/json-schema.ts';
export {
  lenientPattern,
  pathShape,
  readPathPattern,
} from './configuration/sections/routes/path-pattern.ts';
export { routeDemands } from './configuration/sections/routes/route-demands.ts';
export { splitTargets } from './configuration/sections/routes/split.ts';
export type {
  Budget,
  ConcurrencyConfiguration,
  ConditionConfiguration,
  DemandConfiguration,
  LimitConfiguration,
  LlmCache,
  LlmGuard,
  LlmKeep,
  NetworksConfiguration,
  ProtectedRoute,
  PublicRoute,
  QuotaConfiguration,
  QuotaPeriod,
  RedirectConfiguration,
  RespondConfiguration,
  RouteConfiguration,
  RouteLlm,
  RoutePrice,
  SecurityHeaders,
  SingleWhose,
  SplitConfiguration,
  TemplatePart,
  TransformConfiguration,
  Whose,
} from './configuration/sections/routes/type.ts';
export type { CheckConfiguration } from './configuration/sections/routes/webhook.ts';
export type { SecretsConfiguration, VaultConfiguration } from './configuration/sections/secrets/type.ts';
export type { ServiceConfiguration } from './configuration/sections/services/type.ts';
export type { BreakerConfiguration } from './configuration/sections/upstreams/breaker.ts';
export type { HashBy } from './configuration/sections/upstreams/hash-by.ts';
export type { HealthConfiguration } from './configuration/sections/upstreams/health.ts';
export type { StatusRange } from './configuration/sections/upstreams/status-range.ts';
export type { UpstreamTlsConfiguration } from './configuration/sections/upstreams/tls.ts';
export type { UpstreamConfiguration } from './configuration/sections/upstreams/type.ts';
export { type ContextClaims, contextIssuer, contextToken } from './context-tokens/context-token.ts';
export { problemOfChange } from './declarations/check-declared.ts';
export type {
  Declaration,
  DeclarationKind,
  DeclaredDocument,
  DeclaredRights,
} from './declarations/declaration.ts';
export { readDeclared, sectionOf, writeDeclared } from './declarations/declaration.ts';
export type {
  ControlCode,
  ErrorCode,
  ErrorEntry,
  GatewayCode,
  IdentityCode,
  StartupCode,
  StoreCode,
} from './errors/catalogue.ts';
export { errorCatalogue, errorCodes, isVerdictCode } from './errors/catalogue.ts';
export { errorPagePath } from './errors/error-page.ts';
export { asOAuth } from './errors/oauth-answer.ts';
export type { Problem, ProblemContext } from './errors/problem.ts';
export { problemContentType, toProblem } from './errors/problem.ts';
export type { ProblemAnswer } from './errors/problem-answer.ts';
export {
  bearerChallenge,
  type ChallengeParameters,
  problemAnswer,
  quotable,
} from './errors/problem-answer.ts';
export { problemSchema } from './errors/problem-schema.ts';
export type { AnswerRefusal } from './errors/refusal-answers.ts';
export { createAnswerRefusal } from './errors/refusal-answers.ts';
export { requestRefusal } from './errors/request-refusal.ts';
export { SignetError } from './errors/signet-error.ts';
export { tellOperator } from './errors/tell-operator.ts';
export type {
  AuditAction,
  AuditActor,
  AuditDeed,
  AuditDetails,
  AuditEntry,
  AuditHead,
  AuditTarget,
} from './events/audit.ts';
export { auditActions, auditHash, auditText } from './events/audit.ts';
export type {
  DecisionRecord,
  RefusalWords,
  StepName,
  StepRecord,
  TokenSummary,
} from './events/decision-record.ts';
export { recordVersion, stepNames } from './events/decision-record.ts';
export { decisionRecordSchema } from './events/decision-record-schema.ts';
export type { Fact } from './events/describe-token.ts';
export type { ExplainedRefusal, ExplainedStep, Explanation } from './events/explain-decision.ts';
export { explainDecision } from './events/explain-decision.ts';
export {
  explanationLink,
  explanationParameter,
  longestExplanationLink,
} from './events/explanation-link.ts';
export type { ExplanationWords } from './events/explanation-words.ts';
export { englishExplanation } from './events/explanation-words.ts';
export { hideTokens } from './events/hide-tokens.ts';
export {
  type KeptAnswer,
  type KeptCall,
  type KeptToolCall,
  keptCallSchema,
  longestKeptAnswer,
  longestKeptQuestion,
  mostKeptToolCalls,
} from './events/kept-call.ts';
export { refusalWords } from './events/refusal-record.ts';
export type { RevocationEntry, RevocationReason, RevocationTarget } from './events/revocation.ts';
export { keptUntil, revocationReasons } from './events/revocation.ts';
export {
  type AttemptFailure,
  attemptFailures,
  type CacheResult,
  cacheResults,
  type NotNeededReason,
  notNeededReasons,
  type StepFacts,
  type WebhookVerdict,
  webhookVerdicts,
} from './events/step-facts.ts';
export type {
  AccountId,
  ApiKeyId,
  ClientId,
  FamilyId,
  FillRandom,
  GrantId,
  Id,
  IdKind,
  InvitationId,
  KeyId,
  MailId,
  OrganizationId,
  PasskeyId,
  Reference,
  RefreshTokenId,
  SessionId,
  TokenId,
} from './ids/id.ts';
export { idPattern, idPrefixes, isId, newId, parseId } from './ids/id.ts';
export type {
  ApiAlgorithm,
  IssuingAlgorithm,
  KeySeries,
  PublishedSeries,
  SecretSeries,
  SharedAlgorithm,
} from './keys/issuing-algorithm.ts';
export {
  apiAlgorithms,
  apiOfSecrets,
  isSecretSeries,
  isShared,
  issuingAlgorithms,
  secretsOf,
  sharedAlgorithms,
} from './keys/issuing-algorithm.ts';
export { isMachineHash, machineIssuer } from './machines/machine.ts';
export type { CanonicalPath, PathFault } from './paths/canonical-path.ts';
export { canonicalPath } from './paths/canonical-path.ts';
export { type HostedScreen, hostedScreenAt, hostedScreens } from './paths/hosted-screens.ts';
export { isReadAsWritten, lenientSegments, pathsWithin } from './paths/lenient-reading.ts';
export type { Attributes, AttributeValue } from './people/attributes.ts';
export { attributeValueSchema } from './people/attributes.ts';
export { comparableAddress, readEmailAddress } from './people/email-address.ts';
export { type MailLanguage, mailLanguages } from './people/mail-language.ts';
export { isClosed } from './prompts/closed-variable.ts';
export {
  type ContractChange,
  contractChanges,
  isBreaking,
} from './prompts/contract-diff.ts';
export { promptDefinitionSchema, promptNameSchema } from './prompts/definition-schema.ts';
export { type DescribedPrompt, describePrompt } from './prompts/describe-prompt.ts';
export type {
  Canary,
  CanaryShare,
  FoundPrompt,
  GoldenExpectation,
  GoldenTest,
  PromptAuthor,
  PromptDefinition,
  PromptMessage,
  PromptRole,
  PromptVersion,
  Publication,
  StoredPrompt,
} from './prompts/prompt.ts';
export { beforeThat, type Drawn, versionFor } from './prompts/publication.ts';
export { type DefinitionProblem, type DefinitionReading, readDefinition } from './prompts/read-definition.ts';
export { readTemplate, type TemplatePiece } from './prompts/template.ts';
export { answerSchema, valuesSchema } from './prompts/values-schema.ts';
export {
  compareVersions,
  follows,
  isSameVersion,
  nextVersion,
  readVersion,
  readWantedVersion,
  tellVersion,
  type WantedVersion,
} from './prompts/version.ts';
export { germanOfPages } from './refusals/of-pages/de.ts';
export { spanishOfPages } from './refusals/of-pages/es.ts';
export { japaneseOfPages } from './refusals/of-pages/ja.ts';
export type { PageTexts } from './refusals/of-pages/page-texts.ts';
export { chineseOfPages } from './refusals/of-pages/zh.ts';
export type { PhraseKey } from './refusals/phrases.ts';
export { phrases } from './refusals/phrases.ts';
export type { SignetRefusal } from './refusals/refusal.ts';
export { refusal, refusalKeys } from './refusals/refusal.ts';
export type { RefusalValue, RefusalValues } from './refusals/render.ts';
export { isComplete, render } from './refusals/render.ts';
export type { SpokenText } from './refusals/template.ts';
export { spokenTexts } from './refusals/template.ts';
export type { RefusalKey, RefusalTranslations } from './refusals/templates.ts';
export { templates as refusalTemplates } from './refusals/templates.ts';
export type { Coded, SpokenTexts } from './refusals/texts-under.ts';
export { textsUnder } from './refusals/texts-under.ts';
export type { Clocks, Moment, SteadyClock, SteadyTime, WallClock, WallTime } from './time/clocks.ts';
export { elapsed, steadyMilliseconds, steadyTime, systemClocks, wallTime } from './time/clocks.ts';
export { Departures } from './time/departures.ts';
export type { JumpListener } from './time/watched-clocks.ts';
export { WatchedClocks } from './time/watched-clocks.ts';
