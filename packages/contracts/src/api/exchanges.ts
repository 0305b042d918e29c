import type { Client } from '../clients/client.ts';
import type { DecisionRecord } from '../events/decision-record.ts';
import type {
  ApiKeyParameters,
  ApiKeysAnswer,
  ApiKeysQuery,
  ApiKeyWithSecret,
  MakeApiKeyRequest,
  RevokedApiKeyAnswer,
  RotateApiKeyRequest,
} from './api-keys.ts';
import type { ChangeAttributesRequest, UserAttributesAnswer } from './attributes.ts';
import type { AuditAnswer, AuditQuery } from './audit.ts';
import type {
  BeginAuthenticatorAtLoginRequest,
  CsrfAnswer,
  LoginRequest,
  LogoutAnswer,
  LogoutRequest,
  RefreshRequest,
  TokenAnswer,
} from './authentication.ts';
import type { BrandAnswer } from './brand.ts';
import type {
  ClientInformation,
  ClientMetadata,
  RegistrationTokenAnswer,
  RegistrationTokenRequest,
} from './client-registration.ts';
import type {
  AddClientRequest,
  AddClientSecretRequest,
  ClientParameters,
  ClientSummary,
  ClientsAnswer,
  ClientsQuery,
  ClientWithSecret,
  RemoveClientAnswer,
} from './clients.ts';
import type { Condition } from './condition.ts';
import type {
  AppliedConfiguration,
  AppliedParameters,
  ApplyConfigurationRequest,
  CheckConfigurationAnswer,
  CheckConfigurationRequest,
  ConfigurationDocument,
  ConfigurationEntry,
  ConfigurationsAnswer,
  ConfigurationsQuery,
  RollBackRequest,
  TryConfigurationAnswer,
  TryConfigurationRequest,
} from './configuration.ts';
import type {
  ConsentParameters,
  ConsentsAnswer,
  UserConsentParameters,
  UserConsentsAnswer,
  WithdrawnAnswer,
} from './consents.ts';
import type {
  AddDeclarationRequest,
  ChangeDeclarationRequest,
  DeclarationAnswer,
  DeclarationParameters,
  DeclarationsAnswer,
  DeclarationsQuery,
  RemoveDeclarationAnswer,
} from './declarations.ts';
import type { DeviceAnswer, DeviceGoesOn, DeviceRequest, UserCodeRequest } from './device.ts';
import type { DiscoveryDocument, HealthAnswer, KeySetDocument, OpenApiDocument } from './documents.ts';
import type {
  ChangeEmailRequest,
  ConfirmEmailAnswer,
  ConfirmEmailRequest,
  MailAskedAnswer,
  ProfileAnswer,
} from './email.ts';
import type { BeginEmailSignInRequest, FinishEmailSignInRequest } from './email-sign-in.ts';
import type { EndedSessionList, SessionStory } from './ended-sessions.ts';
import type {
  AccountParameters,
  BegunAuthenticator,
  ConfirmAuthenticatorRequest,
  FactorsAnswer,
  RecoveryCodesAnswer,
  ResetFactorsAnswer,
} from './factors.ts';
import type { ChangeUserGroupsRequest, UserGroupsAnswer } from './groups.ts';
import type {
  AnswerInteractionRequest,
  InteractionAnswer,
  InteractionGoesOn,
  InteractionParameters,
  UserInfo,
} from './interactions.ts';
import type {
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
} from './invitations.ts';
import type {
  KeysAnswer,
  RenewSecretAnswer,
  RenewSecretRequest,
  ResealAnswer,
  RetireKeyAnswer,
  RetireKeyRequest,
  RotateAnswer,
  RotateRequest,
  RotationPlan,
  RotationQuery,
} from './keys.ts';
import type { CostsAnswer, CostsQuery, LedgerAnswer } from './llm-costs.ts';
import type { SendTestMailAnswer, SendTestMailRequest } from './mail.ts';
import type {
  ModelProviderParameters,
  ModelProvidersAnswer,
  RemovedModelProviderAnswer,
  SetModelProviderAnswer,
  SetModelProviderRequest,
  TestModelProviderAnswer,
} from './model-providers.ts';
import type {
  AddMemberRequest,
  AddOrganizationRequest,
  ChangeMemberRequest,
  ChangeOrganizationRequest,
  MemberParameters,
  MemberSummary,
  MembersAnswer,
  MembershipsAnswer,
  MembersQuery,
  OrganizationParameters,
  OrganizationSummary,
  OrganizationsAnswer,
  OrganizationsQuery,
  RemovedMemberAnswer,
  RemovedOrganizationAnswer,
} from './organizations.ts';
import type { DeletedAnswer, DeletedUserAnswer, ExportAnswer } from './own-account.ts';
import type {
  JoinProviderRequest,
  OwnProvidersAnswer,
  PartProviderRequest,
  PartUserProviderRequest,
  UserProvidersAnswer,
} from './own-providers.ts';
import type {
  GiveToolTokenRequest,
  OwnToolServersAnswer,
  RemoveToolTokenRequest,
} from './own-tool-tokens.ts';
import type {
  BegunPasskey,
  ConfirmedPasskey,
  ConfirmPasskeyRequest,
  PasskeyChallengeAnswer,
  PasskeyLoginRequest,
  PasskeyParameters,
  RenamePasskeyRequest,
} from './passkeys.ts';
import type {
  ChangePasswordAnswer,
  ChangePasswordRequest,
  ForgottenPasswordRequest,
  ResetPasswordAnswer,
  ResetPasswordRequest,
} from './passwords.ts';
import type {
  AddPromptRequest,
  ComparePromptAnswer,
  ComparePromptRequest,
  PromptAnswer,
  PromptParameters,
  PromptsAnswer,
  PromptVersionAnswer,
  PromptVersionParameters,
  PublicationSummary,
  PublishPromptRequest,
  TestPromptAnswer,
} from './prompts.ts';
import type { FactorProof, ProofMailAnswer, ProofMailRequest } from './proof.ts';
import type {
  BeginProviderRequest,
  FinishProviderRequest,
  ProviderGoesOn,
  ProviderParameters,
} from './providers.ts';
import type { PurgeAnswersAnswer, PurgeAnswersRequest } from './purge-answers.ts';
import type { PushedRequest, PushedRequestAnswer } from './pushed-request.ts';
import type { ExplanationParameters, RecordsAnswer, RecordsQuery } from './records.ts';
import type {
  CompleteRegistrationRequest,
  RegisteredAnswer,
  RegisterRequest,
  SignInOptionsAnswer,
} from './registration.ts';
import type {
  KeptCallsAnswer,
  KeptCallsQuery,
  PurgeKeptCallsAnswer,
  PurgeKeptCallsRequest,
  RehearsedCase,
  RehearseRequest,
} from './rehearsals.ts';
import type { RevocationsAnswer, RevocationsQuestion } from './revocation-news.ts';
import type { RevocationParameters, RevocationReach } from './revocation-reach.ts';
import type { RevokeAnswer, RevokeRequest } from './revocations.ts';
import type { RefreshSecretsAnswer, RefreshSecretsRequest, SecretsAnswer } from './secrets.ts';
import type { EndedSessionsAnswer, EndSessionParameters, SessionAnswer, SessionsAnswer } from './sessions.ts';
import type { ConfigurationState, GatewaysAnswer } from './state.ts';
import type { TokenQuestion, TokenRevoked, TokenState } from './token-question.ts';
import type { TokenGrant, TokenRequest } from './token-request.ts';
import type { DescribedToolsAnswer, ToolServerParameters } from './tool-servers.ts';
import type {
  AddUserAnswer,
  AddUserRequest,
  ChangeUserRequest,
  InviteUserAnswer,
  InviteUserRequest,
  PreviewAnswer,
  PreviewQuery,
  UserParameters,
  UserSummary,
  UsersAnswer,
  UsersQuery,
} from './users.ts';

/** What goes into an endpoint, by the part of the request that carries it, and what comes out. */
export interface Exchange {
  /** Stand in the path, by name. */
  readonly parameters?: object;
  /** Of an endpoint that is asked with GET. */
  readonly query?: object;
  /** Stands in `If-Match`. */
  readonly condition?: Condition;
  /** Of any other. Absent: the endpoint takes no body, or an empty object. */
  readonly body?: object;
  readonly answer: object;
}

/** Served by the identity provider. */
export interface IdentityExchanges {
  readonly login: { readonly body: LoginRequest; readonly answer: TokenAnswer };
  readonly beginPasskeyLogin: { readonly answer: PasskeyChallengeAnswer };
  readonly loginByPasskey: { readonly body: PasskeyLoginRequest; readonly answer: TokenAnswer };
  readonly beginAuthenticatorAtLogin: {
    readonly body: BeginAuthenticatorAtLoginRequest;
    readonly answer: BegunAuthenticator;
  };
  readonly refresh: { readonly body: RefreshRequest; readonly answer: TokenAnswer };
  readonly logout: { readonly body: LogoutRequest; readonly answer: LogoutAnswer };
  readonly readCsrfToken: { readonly answer: CsrfAnswer };
  readonly readSession: { readonly answer: SessionAnswer };
  readonly listSessions: { readonly answer: SessionsAnswer };
  readonly listOwnOrganizations: { readonly answer: MembershipsAnswer };
  readonly leaveOrganization: {
    readonly parameters: OrganizationParameters;
    readonly answer: RemovedOrganizationAnswer;
  };
  readonly typeUserCode: { readonly body: UserCodeRequest; readonly answer: DeviceGoesOn };
  readonly listConsents: { readonly answer: ConsentsAnswer };
  readonly withdrawConsent: { readonly parameters: ConsentParameters; readonly answer: WithdrawnAnswer };
  readonly readInvitation: { readonly body: InvitationLinkRequest; readonly answer: InvitationShownAnswer };
  readonly acceptInvitation: { readonly body: InvitationLinkRequest; readonly answer: JoinedAnswer };
  readonly declineInvitation: { readonly body: InvitationLinkRequest; readonly answer: DeclinedAnswer };
  readonly joinByRegistering: { readonly body: JoinByRegisteringRequest; readonly answer: JoinedAnswer };
  readonly listEndedSessions: { readonly answer: EndedSessionList };
  readonly endSession: { readonly parameters: EndSessionParameters; readonly answer: EndedSessionsAnswer };
  readonly endOtherSessions: { readonly answer: EndedSessionsAnswer };
  readonly listFactors: { readonly answer: FactorsAnswer };
  readonly beginAuthenticator: { readonly body: FactorProof; readonly answer: BegunAuthenticator };
  readonly confirmAuthenticator: {
    readonly body: ConfirmAuthenticatorRequest;
    readonly answer: RecoveryCodesAnswer;
  };
  readonly removeAuthenticator: { readonly body: FactorProof; readonly answer: FactorsAnswer };
  readonly replaceRecoveryCodes: { readonly body: FactorProof; readonly answer: RecoveryCodesAnswer };
  readonly beginPasskey: { readonly body: FactorProof; readonly answer: BegunPasskey };
  readonly confirmPasskey: { readonly body: ConfirmPasskeyRequest; readonly answer: ConfirmedPasskey };
  readonly renamePasskey: {
    readonly parameters: PasskeyParameters;
    readonly body: RenamePasskeyRequest;
    readonly answer: FactorsAnswer;
  };
  readonly removePasskey: {
    readonly parameters: PasskeyParameters;
    readonly body: FactorProof;
    readonly answer: FactorsAnswer;
  };
  readonly readProfile: { readonly answer: ProfileAnswer };
  readonly changeEmail: { readonly body: ChangeEmailRequest; readonly answer: MailAskedAnswer };
  readonly confirmEmail: { readonly body: ConfirmEmailRequest; readonly answer: ConfirmEmailAnswer };
  readonly changePassword: {
    readonly body: ChangePasswordRequest;
    readonly answer: ChangePasswordAnswer;
  };
  readonly forgetPassword: { readonly body: ForgottenPasswordRequest; readonly answer: MailAskedAnswer };
  readonly resetPassword: { readonly body: ResetPasswordRequest; readonly answer: ResetPasswordAnswer };
  readonly exportAccount: { readonly answer: ExportAnswer };
  readonly deleteAccount: { readonly body: FactorProof; readonly answer: DeletedAnswer };
  readonly askForProofMail: { readonly body: ProofMailRequest; readonly answer: ProofMailAnswer };
  readonly listOwnProviders: { readonly answer: OwnProvidersAnswer };
  readonly beginJoiningProvider: {
    readonly parameters: ProviderParameters;
    readonly body: FactorProof;
    readonly answer: ProviderGoesOn;
  };
  readonly beginProvingByProvider: {
    readonly parameters: ProviderParameters;
    readonly answer: ProviderGoesOn;
  };
  readonly joinProvider: { readonly body: JoinProviderRequest; readonly answer: OwnProvidersAnswer };
  readonly partProvider: { readonly body: PartProviderRequest; readonly answer: OwnProvidersAnswer };
  readonly listOwnToolServers: { readonly answer: OwnToolServersAnswer };
  readonly giveToolToken: { readonly body: GiveToolTokenRequest; readonly answer: OwnToolServersAnswer };
  readonly removeToolToken: { readonly body: RemoveToolTokenRequest; readonly answer: OwnToolServersAnswer };
  readonly readSignInOptions: { readonly answer: SignInOptionsAnswer };
  readonly register: { readonly body: RegisterRequest; readonly answer: MailAskedAnswer };
  readonly completeRegistration: {
    readonly body: CompleteRegistrationRequest;
    readonly answer: RegisteredAnswer;
  };
  readonly beginProvider: {
    readonly parameters: ProviderParameters;
    readonly body: BeginProviderRequest;
    readonly answer: ProviderGoesOn;
  };
  readonly beginAuthenticatorOfProvider: { readonly answer: BegunAuthenticator };
  readonly finishProvider: { readonly body: FinishProviderRequest; readonly answer: TokenAnswer };
  readonly beginEmailSignIn: { readonly body: BeginEmailSignInRequest; readonly answer: MailAskedAnswer };
  readonly beginAuthenticatorOfEmail: {
    readonly body: FinishEmailSignInRequest;
    readonly answer: BegunAuthenticator;
  };
  readonly finishEmailSignIn: { readonly body: FinishEmailSignInRequest; readonly answer: TokenAnswer };
  readonly requestToken: { readonly body: TokenRequest; readonly answer: TokenGrant };
  readonly showInteraction: {
    readonly parameters: InteractionParameters;
    readonly answer: InteractionAnswer;
  };
  readonly answerInteraction: {
    readonly parameters: InteractionParameters;
    readonly body: AnswerInteractionRequest;
    readonly answer: InteractionGoesOn;
  };
  readonly readUserInfo: { readonly answer: UserInfo };
  readonly introspectToken: { readonly body: TokenQuestion; readonly answer: TokenState };
  readonly pushRequest: { readonly body: PushedRequest; readonly answer: PushedRequestAnswer };
  readonly registerClient: { readonly body: ClientMetadata; readonly answer: ClientInformation };
  readonly readRegistration: { readonly parameters: ClientParameters; readonly answer: ClientInformation };
  readonly changeRegistration: {
    readonly parameters: ClientParameters;
    readonly body: ClientMetadata;
    readonly answer: ClientInformation;
  };
  readonly removeRegistration: { readonly parameters: ClientParameters; readonly answer: TokenRevoked };
  readonly requestDevice: { readonly body: DeviceRequest; readonly answer: DeviceAnswer };
  readonly revokeToken: { readonly body: TokenQuestion; readonly answer: TokenRevoked };
  readonly followRevocations: {
    readonly body: RevocationsQuestion;
    readonly answer: RevocationsAnswer;
  };
  readonly readDiscovery: { readonly answer: DiscoveryDocument };
  readonly readKeys: { readonly answer: KeySetDocument };
}

/** The admin API. */
export interface ControlExchanges {
  readonly explain: { readonly parameters: ExplanationParameters; readonly answer: DecisionRecord };
  readonly listRecords: { readonly query: RecordsQuery; readonly answer: RecordsAnswer };
  readonly listAudit: { readonly query: AuditQuery; readonly answer: AuditAnswer };
  readonly listCosts: { readonly query: CostsQuery; readonly answer: CostsAnswer };
  readonly checkLedger: { readonly answer: LedgerAnswer };
  readonly listKeptCalls: { readonly query: KeptCallsQuery; readonly answer: KeptCallsAnswer };
  readonly purgeKeptCalls: { readonly body: PurgeKeptCallsRequest; readonly answer: PurgeKeptCallsAnswer };
  readonly rehearseCall: { readonly body: RehearseRequest; readonly answer: RehearsedCase };
  readonly addUser: { readonly body: AddUserRequest; readonly answer: AddUserAnswer };
  readonly inviteUser: { readonly body: InviteUserRequest; readonly answer: InviteUserAnswer };
  readonly showUserFactors: { readonly parameters: AccountParameters; readonly answer: FactorsAnswer };
  readonly listUserProviders: {
    readonly parameters: AccountParameters;
    readonly answer: UserProvidersAnswer;
  };
  readonly partUserProvider: {
    readonly parameters: AccountParameters;
    readonly body: PartUserProviderRequest;
    readonly answer: UserProvidersAnswer;
  };
  readonly listUserConsents: { readonly parameters: AccountParameters; readonly answer: UserConsentsAnswer };
  readonly withdrawUserConsent: {
    readonly parameters: UserConsentParameters;
    readonly answer: WithdrawnAnswer;
  };
  readonly resetUserFactors: {
    readonly parameters: AccountParameters;
    readonly answer: ResetFactorsAnswer;
  };
  readonly listUsers: { readonly query: UsersQuery; readonly answer: UsersAnswer };
  readonly showUser: { readonly parameters: UserParameters; readonly answer: UserSummary };
  readonly changeUser: {
    readonly parameters: UserParameters;
    readonly condition: Condition;
    readonly body: ChangeUserRequest;
    readonly answer: UserSummary;
  };
  readonly showUserAttributes: {
    readonly parameters: UserParameters;
    readonly answer: UserAttributesAnswer;
  };
  readonly changeUserAttributes: {
    readonly parameters: UserParameters;
    readonly condition: Condition;
    readonly body: ChangeAttributesRequest;
    readonly answer: UserAttributesAnswer;
  };
  readonly deleteUser: { readonly parameters: UserParameters; readonly answer: DeletedUserAnswer };
  readonly showUserGroups: { readonly parameters: UserParameters; readonly answer: UserGroupsAnswer };
  readonly changeUserGroups: {
    readonly parameters: UserParameters;
    readonly condition: Condition;
    readonly body: ChangeUserGroupsRequest;
    readonly answer: UserGroupsAnswer;
  };
  readonly previewToken: {
    readonly parameters: UserParameters;
    readonly query: PreviewQuery;
    readonly answer: PreviewAnswer;
  };
  readonly listUserSessions: { readonly parameters: UserParameters; readonly answer: SessionsAnswer };
  readonly endUserSessions: { readonly parameters: UserParameters; readonly answer: EndedSessionsAnswer };
  readonly explainSession: { readonly parameters: EndSessionParameters; readonly answer: SessionStory };
  readonly listClients: { readonly query: ClientsQuery; readonly answer: ClientsAnswer };
  readonly addRegistrationToken: {
    readonly body: RegistrationTokenRequest;
    readonly answer: RegistrationTokenAnswer;
  };
  readonly addClient: { readonly body: AddClientRequest; readonly answer: ClientWithSecret };
  readonly showClient: { readonly parameters: ClientParameters; readonly answer: ClientSummary };
  readonly changeClient: {
    readonly parameters: ClientParameters;
    readonly condition: Condition;
    readonly body: Client;
    readonly answer: ClientSummary;
  };
  readonly removeClient: { readonly parameters: ClientParameters; readonly answer: RemoveClientAnswer };
  readonly addClientSecret: {
    readonly parameters: ClientParameters;
    readonly body: AddClientSecretRequest;
    readonly answer: ClientWithSecret;
  };
  readonly endEarlierSecrets: { readonly parameters: ClientParameters; readonly answer: ClientSummary };
  readonly listApiKeys: { readonly query: ApiKeysQuery; readonly answer: ApiKeysAnswer };
  readonly makeApiKey: { readonly body: MakeApiKeyRequest; readonly answer: ApiKeyWithSecret };
  readonly rotateApiKey: {
    readonly parameters: ApiKeyParameters;
    readonly body: RotateApiKeyRequest;
    readonly answer: ApiKeyWithSecret;
  };
  readonly revokeApiKey: { readonly parameters: ApiKeyParameters; readonly answer: RevokedApiKeyAnswer };
  readonly listPrompts: { readonly answer: PromptsAnswer };
  readonly showPrompt: { readonly parameters: PromptParameters; readonly answer: PromptAnswer };
  readonly showPromptVersion: {
    readonly parameters: PromptVersionParameters;
    readonly answer: PromptVersionAnswer;
  };
  readonly comparePrompt: {
    readonly parameters: PromptParameters;
    readonly body: ComparePromptRequest;
    readonly answer: ComparePromptAnswer;
  };
  readonly addPrompt: {
    readonly parameters: PromptParameters;
    readonly body: AddPromptRequest;
    readonly answer: ComparePromptAnswer;
  };
  readonly testPrompt: {
    readonly parameters: PromptVersionParameters;
    readonly answer: TestPromptAnswer;
  };
  readonly publishPrompt: {
    readonly parameters: PromptParameters;
    readonly body: PublishPromptRequest;
    readonly answer: PublicationSummary;
  };
  readonly rollBackPrompt: { readonly parameters: PromptParameters; readonly answer: PublicationSummary };
  readonly listOrganizations: {
    readonly query: OrganizationsQuery;
    readonly answer: OrganizationsAnswer;
  };
  readonly addOrganization: {
    readonly body: AddOrganizationRequest;
    readonly answer: OrganizationSummary;
  };
  readonly showOrganization: {
    readonly parameters: OrganizationParameters;
    readonly answer: OrganizationSummary;
  };
  readonly changeOrganization: {
    readonly parameters: OrganizationParameters;
    readonly condition: Condition;
    readonly body: ChangeOrganizationRequest;
    readonly answer: OrganizationSummary;
  };
  readonly removeOrganization: {
    readonly parameters: OrganizationParameters;
    readonly answer: RemovedOrganizationAnswer;
  };
  readonly listMembers: {
    readonly parameters: OrganizationParameters;
    readonly query: MembersQuery;
    readonly answer: MembersAnswer;
  };
  readonly addMember: {
    readonly parameters: OrganizationParameters;
    readonly body: AddMemberRequest;
    readonly answer: MemberSummary;
  };
  readonly showMember: { readonly parameters: MemberParameters; readonly answer: MemberSummary };
  readonly changeMember: {
    readonly parameters: MemberParameters;
    readonly condition: Condition;
    readonly body: ChangeMemberRequest;
    readonly answer: MemberSummary;
  };
  readonly removeMember: { readonly parameters: MemberParameters; readonly answer: RemovedMemberAnswer };
  readonly inviteMember: {
    readonly parameters: OrganizationParameters;
    readonly body: InviteMemberRequest;
    readonly answer: InvitationSummary;
  };
  readonly listInvitations: {
    readonly parameters: OrganizationParameters;
    readonly query: InvitationsQuery;
    readonly answer: InvitationsAnswer;
  };
  readonly withdrawInvitation: {
    readonly parameters: InvitationParameters;
    readonly answer: WithdrawnInvitationAnswer;
  };
  readonly listUserOrganizations: { readonly parameters: UserParameters; readonly answer: MembershipsAnswer };
  readonly listApis: { readonly query: DeclarationsQuery; readonly answer: DeclarationsAnswer };
  readonly addApi: { readonly body: AddDeclarationRequest; readonly answer: DeclarationAnswer };
  readonly showApi: { readonly parameters: DeclarationParameters; readonly answer: DeclarationAnswer };
  readonly changeApi: {
    readonly parameters: DeclarationParameters;
    readonly condition: Condition;
    readonly body: ChangeDeclarationRequest;
    readonly answer: DeclarationAnswer;
  };
  readonly removeApi: {
    readonly parameters: DeclarationParameters;
    readonly answer: RemoveDeclarationAnswer;
  };
  readonly renewApiSecret: {
    readonly parameters: DeclarationParameters;
    readonly body: RenewSecretRequest;
    readonly answer: RenewSecretAnswer;
  };
  readonly listRoles: { readonly query: DeclarationsQuery; readonly answer: DeclarationsAnswer };
  readonly addRole: { readonly body: AddDeclarationRequest; readonly answer: DeclarationAnswer };
  readonly showRole: { readonly parameters: DeclarationParameters; readonly answer: DeclarationAnswer };
  readonly changeRole: {
    readonly parameters: DeclarationParameters;
    readonly condition: Condition;
    readonly body: ChangeDeclarationRequest;
    readonly answer: DeclarationAnswer;
  };
  readonly removeRole: {
    readonly parameters: DeclarationParameters;
    readonly answer: RemoveDeclarationAnswer;
  };
  readonly listGroups: { readonly query: DeclarationsQuery; readonly answer: DeclarationsAnswer };
  readonly addGroup: { readonly body: AddDeclarationRequest; readonly answer: DeclarationAnswer };
  readonly showGroup: { readonly parameters: DeclarationParameters; readonly answer: DeclarationAnswer };
  readonly changeGroup: {
    readonly parameters: DeclarationParameters;
    readonly condition: Condition;
    readonly body: ChangeDeclarationRequest;
    readonly answer: DeclarationAnswer;
  };
  readonly removeGroup: {
    readonly parameters: DeclarationParameters;
    readonly answer: RemoveDeclarationAnswer;
  };
  readonly revoke: { readonly body: RevokeRequest; readonly answer: RevokeAnswer };
  readonly showRevocation: { readonly parameters: RevocationParameters; readonly answer: RevocationReach };
  readonly listKeys: { readonly answer: KeysAnswer };
  readonly planRotation: { readonly query: RotationQuery; readonly answer: RotationPlan };
  readonly rotateKeys: { readonly body: RotateRequest; readonly answer: RotateAnswer };
  readonly resealKeys: { readonly body: object; readonly answer: ResealAnswer };
  readonly retireKey: { readonly body: RetireKeyRequest; readonly answer: RetireKeyAnswer };
  readonly sendTestMail: { readonly body: SendTestMailRequest; readonly answer: SendTestMailAnswer };
  readonly listSecrets: { readonly answer: SecretsAnswer };
  readonly refreshSecrets: {
    readonly body: RefreshSecretsRequest;
    readonly answer: RefreshSecretsAnswer;
  };
  readonly listModelProviders: { readonly answer: ModelProvidersAnswer };
  readonly setModelProvider: {
    readonly parameters: ModelProviderParameters;
    readonly body: SetModelProviderRequest;
    readonly answer: SetModelProviderAnswer;
  };
  readonly removeModelProvider: {
    readonly parameters: ModelProviderParameters;
    readonly answer: RemovedModelProviderAnswer;
  };
  readonly testModelProvider: {
    readonly parameters: ModelProviderParameters;
    readonly body: object;
    readonly answer: TestModelProviderAnswer;
  };
  readonly describeTools: {
    readonly parameters: ToolServerParameters;
    readonly answer: DescribedToolsAnswer;
  };
  readonly showConfiguration: { readonly answer: ConfigurationState };
  readonly exportConfiguration: { readonly answer: ConfigurationDocument };
  readonly checkConfiguration: {
    readonly body: CheckConfigurationRequest;
    readonly answer: CheckConfigurationAnswer;
  };
  readonly tryConfiguration: {
    readonly body: TryConfigurationRequest;
    readonly answer: TryConfigurationAnswer;
  };
  readonly applyConfiguration: {
    readonly condition: Condition;
    readonly body: ApplyConfigurationRequest;
    readonly answer: AppliedConfiguration;
  };
  readonly listConfigurations: {
    readonly query: ConfigurationsQuery;
    readonly answer: ConfigurationsAnswer;
  };
  readonly showApplied: {
    readonly parameters: AppliedParameters;
    readonly answer: ConfigurationEntry;
  };
  readonly rollBackConfiguration: {
    readonly condition: Condition;
    readonly body: RollBackRequest;
    readonly answer: AppliedConfiguration;
  };
  readonly listGateways: { readonly answer: GatewaysAnswer };
  readonly purgeAnswers: { readonly body: PurgeAnswersRequest; readonly answer: PurgeAnswersAnswer };
}

/** What the server says of itself. */
export interface ServerExchanges {
  readonly checkHealth: { readonly answer: HealthAnswer };
  readonly describeApi: { readonly answer: OpenApiDocument };
  readonly readBrand: { readonly answer: BrandAnswer };
}

/** Every endpoint of the control side, by name. Its address stands in `addresses`, all else in `endpoints`. */
export interface Exchanges extends IdentityExchanges, ControlExchanges, ServerExchanges {}

export type EndpointName = keyof Exchanges;

export type AnswerOf<Name extends EndpointName> = Exchanges[Name]['answer'];

/** The parts of a request as its endpoint reads them. */
export type PartsOf<Name extends EndpointName> = Omit<Exchanges[Name], 'answer'>;

/** All that a caller gives, whichever part carries it: no two parts have a member of the same name. */
export type RequestOf<Name extends EndpointName> = PartOf<Name, 'parameters'> &
  PartOf<Name, 'query'> &
  PartOf<Name, 'condition'> &
  PartOf<Name, 'body'>;

type PartOf<Name extends EndpointName, Part extends keyof Exchange> = Exchanges[Name] extends {
  readonly [Key in Part]: infer Value;
}
  ? Value
  : unknown;
