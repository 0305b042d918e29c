import type { EndpointName } from './exchanges.ts';

/** Where an endpoint stands. */
export interface Address {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With parameters in braces, as in the routes of `signet.yaml`. */
  readonly path: `/${string}`;
  readonly callers: readonly Caller[];
  /** Takes a form (RFC 6749 §3.2) where the others take JSON. */
  readonly form?: true;
  /** Is changed only as the caller knows it: `If-Match` must come (RFC 6585 §3). */
  readonly conditional?: true;
  /** What the access token of an administrator must carry for it, besides; whoever holds the master key may. */
  readonly scope?: string;
}

/** Who may call: anyone, a browser's session by its cookie, the holder of an access token, or of the master key. */
export type Caller = 'public' | 'cookie' | 'bearer' | 'operator';

const administrators: readonly Caller[] = ['bearer', 'operator'];

/** Of administrators who may change what the gateways let through. */
export const publishScope = 'config:publish';

/** Of administrators who may give and take the keys of providers of models. */
export const modelProvidersScope = 'llm:providers';

/** The address of each endpoint. Apart from `endpoints`, so that a page which only asks loads no schemas. */
export const addresses: { readonly [Name in EndpointName]: Address } = {
  login: { method: 'POST', path: '/auth/login', callers: ['public'] },
  beginPasskeyLogin: { method: 'POST', path: '/auth/login/passkey/challenge', callers: ['public'] },
  loginByPasskey: { method: 'POST', path: '/auth/login/passkey', callers: ['public'] },
  beginAuthenticatorAtLogin: { method: 'POST', path: '/auth/login/authenticator', callers: ['public'] },
  refresh: { method: 'POST', path: '/auth/refresh', callers: ['cookie', 'public'] },
  logout: { method: 'POST', path: '/auth/logout', callers: ['cookie', 'bearer', 'public'] },
  readCsrfToken: { method: 'GET', path: '/auth/csrf', callers: ['cookie'] },
  readSession: { method: 'GET', path: '/auth/session', callers: ['bearer'] },
  listSessions: { method: 'GET', path: '/auth/sessions', callers: ['bearer'] },
  listOwnOrganizations: { method: 'GET', path: '/auth/organizations', callers: ['bearer'] },
  leaveOrganization: {
    method: 'POST',
    path: '/auth/organizations/{organization}/leave',
    callers: ['bearer'],
  },
  typeUserCode: { method: 'POST', path: '/auth/device', callers: ['public'] },
  listConsents: { method: 'GET', path: '/auth/consents', callers: ['bearer'] },
  withdrawConsent: { method: 'POST', path: '/auth/consents/{client}/withdraw', callers: ['bearer'] },
  listEndedSessions: { method: 'GET', path: '/auth/sessions/ended', callers: ['bearer'] },
  endSession: { method: 'POST', path: '/auth/sessions/{session}/end', callers: ['bearer'] },
  endOtherSessions: { method: 'POST', path: '/auth/sessions/end-others', callers: ['bearer'] },
  listFactors: { method: 'GET', path: '/auth/factors', callers: ['bearer'] },
  beginAuthenticator: { method: 'POST', path: '/auth/factors/authenticator', callers: ['bearer'] },
  confirmAuthenticator: {
    method: 'POST',
    path: '/auth/factors/authenticator/confirm',
    callers: ['bearer'],
  },
  removeAuthenticator: { method: 'POST', path: '/auth/factors/authenticator/remove', callers: ['bearer'] },
  replaceRecoveryCodes: { method: 'POST', path: '/auth/factors/recovery-codes', callers: ['bearer'] },
  beginPasskey: { method: 'POST', path: '/auth/factors/passkeys', callers: ['bearer'] },
  confirmPasskey: { method: 'POST', path: '/auth/factors/passkeys/confirm', callers: ['bearer'] },
  renamePasskey: { method: 'POST', path: '/auth/factors/passkeys/{id}/name', callers: ['bearer'] },
  removePasskey: { method: 'POST', path: '/auth/factors/passkeys/{id}/remove', callers: ['bearer'] },
  readProfile: { method: 'GET', path: '/auth/profile', callers: ['bearer'] },
  changeEmail: { method: 'POST', path: '/auth/email', callers: ['bearer'] },
  confirmEmail: { method: 'POST', path: '/auth/email/confirmations', callers: ['public'] },
  changePassword: { method: 'POST', path: '/auth/password/change', callers: ['bearer'] },
  forgetPassword: { method: 'POST', path: '/auth/password/forgotten', callers: ['public'] },
  resetPassword: { method: 'POST', path: '/auth/password/resets', callers: ['public'] },
  exportAccount: { method: 'GET', path: '/auth/account/export', callers: ['bearer'] },
  deleteAccount: { method: 'POST', path: '/auth/account/delete', callers: ['bearer'] },
  askForProofMail: { method: 'POST', path: '/auth/account/proof-mail', callers: ['bearer'] },
  listOwnProviders: { method: 'GET', path: '/auth/account/providers', callers: ['bearer'] },
  beginJoiningProvider: {
    method: 'POST',
    path: '/auth/account/providers/{provider}/begin',
    callers: ['bearer'],
  },
  beginProvingByProvider: {
    method: 'POST',
    path: '/auth/account/providers/{provider}/prove',
    callers: ['bearer'],
  },
  joinProvider: { method: 'POST', path: '/auth/account/providers/join', callers: ['bearer'] },
  partProvider: { method: 'POST', path: '/auth/account/providers/part', callers: ['bearer'] },
  listOwnToolServers: { method: 'GET', path: '/auth/account/tool-tokens', callers: ['bearer'] },
  giveToolToken: { method: 'POST', path: '/auth/account/tool-tokens', callers: ['bearer'] },
  removeToolToken: { method: 'POST', path: '/auth/account/tool-tokens/remove', callers: ['bearer'] },
  readSignInOptions: { method: 'GET', path: '/auth/options', callers: ['public'] },
  readInvitation: { method: 'POST', path: '/auth/invitations/show', callers: ['public'] },
  acceptInvitation: { method: 'POST', path: '/auth/invitations/accept', callers: ['bearer'] },
  declineInvitation: { method: 'POST', path: '/auth/invitations/decline', callers: ['public'] },
  joinByRegistering: { method: 'POST', path: '/auth/invitations/register', callers: ['public'] },
  register: { method: 'POST', path: '/auth/register', callers: ['public'] },
  completeRegistration: { method: 'POST', path: '/auth/register/complete', callers: ['public'] },
  beginProvider: { method: 'POST', path: '/auth/providers/{provider}/begin', callers: ['public'] },
  beginAuthenticatorOfProvider: {
    method: 'POST',
    path: '/auth/providers/authenticator',
    callers: ['public'],
  },
  finishProvider: { method: 'POST', path: '/auth/providers/finish', callers: ['public'] },
  beginEmailSignIn: { method: 'POST', path: '/auth/login/email', callers: ['public'] },
  beginAuthenticatorOfEmail: {
    method: 'POST',
    path: '/auth/login/email/authenticator',
    callers: ['public'],
  },
  finishEmailSignIn: { method: 'POST', path: '/auth/login/email/finish', callers: ['public'] },
  requestToken: { method: 'POST', path: '/oauth/token', callers: ['public'], form: true },
  showInteraction: { method: 'GET', path: '/auth/interactions/{uid}', callers: ['public'] },
  answerInteraction: { method: 'POST', path: '/auth/interactions/{uid}', callers: ['public', 'bearer'] },
  readUserInfo: { method: 'GET', path: '/oauth/userinfo', callers: ['bearer'] },
  introspectToken: { method: 'POST', path: '/oauth/introspect', callers: ['public'], form: true },
  requestDevice: { method: 'POST', path: '/oauth/device_authorization', callers: ['public'], form: true },
  registerClient: { method: 'POST', path: '/oauth/register', callers: ['public'] },
  readRegistration: { method: 'GET', path: '/oauth/register/{id}', callers: ['public'] },
  changeRegistration: { method: 'PUT', path: '/oauth/register/{id}', callers: ['public'] },
  removeRegistration: { method: 'DELETE', path: '/oauth/register/{id}', callers: ['public'] },
  pushRequest: { method: 'POST', path: '/oauth/par', callers: ['public'], form: true },
  revokeToken: { method: 'POST', path: '/oauth/revoke', callers: ['public'], form: true },
  followRevocations: { method: 'POST', path: '/oauth/revocations', callers: ['public'], form: true },
  readDiscovery: { method: 'GET', path: '/.well-known/openid-configuration', callers: ['public'] },
  readKeys: { method: 'GET', path: '/.well-known/jwks.json', callers: ['public'] },
  explain: { method: 'GET', path: '/admin/explanations/{reference}', callers: administrators },
  listRecords: { method: 'GET', path: '/admin/records', callers: administrators },
  listAudit: { method: 'GET', path: '/admin/audit', callers: administrators },
  listCosts: { method: 'GET', path: '/admin/llm/costs', callers: administrators },
  checkLedger: { method: 'GET', path: '/admin/llm/ledger', callers: administrators },
  listKeptCalls: { method: 'GET', path: '/admin/llm/kept-calls', callers: administrators },
  purgeKeptCalls: { method: 'POST', path: '/admin/llm/kept-calls/purge', callers: administrators },
  rehearseCall: { method: 'POST', path: '/admin/llm/rehearsals', callers: administrators },
  addUser: { method: 'POST', path: '/admin/users', callers: administrators },
  inviteUser: { method: 'POST', path: '/admin/users/invitations', callers: administrators },
  listUsers: { method: 'GET', path: '/admin/users', callers: administrators },
  showUserFactors: { method: 'GET', path: '/admin/users/{account}/factors', callers: administrators },
  resetUserFactors: { method: 'DELETE', path: '/admin/users/{account}/factors', callers: administrators },
  listUserProviders: { method: 'GET', path: '/admin/users/{account}/providers', callers: administrators },
  partUserProvider: {
    method: 'POST',
    path: '/admin/users/{account}/providers/part',
    callers: administrators,
  },
  listUserConsents: { method: 'GET', path: '/admin/users/{account}/consents', callers: administrators },
  withdrawUserConsent: {
    method: 'DELETE',
    path: '/admin/users/{account}/consents/{client}',
    callers: administrators,
  },
  showUser: { method: 'GET', path: '/admin/users/{id}', callers: administrators },
  changeUser: { method: 'PUT', path: '/admin/users/{id}', callers: administrators, conditional: true },
  showUserAttributes: { method: 'GET', path: '/admin/users/{id}/attributes', callers: administrators },
  changeUserAttributes: {
    method: 'PUT',
    path: '/admin/users/{id}/attributes',
    callers: administrators,
    conditional: true,
  },
  deleteUser: { method: 'DELETE', path: '/admin/users/{id}', callers: administrators },
  showUserGroups: { method: 'GET', path: '/admin/users/{id}/groups', callers: administrators },
  changeUserGroups: {
    method: 'PUT',
    path: '/admin/users/{id}/groups',
    callers: administrators,
    conditional: true,
  },
  previewToken: { method: 'GET', path: '/admin/users/{id}/preview', callers: administrators },
  listUserSessions: { method: 'GET', path: '/admin/users/{id}/sessions', callers: administrators },
  endUserSessions: { method: 'POST', path: '/admin/users/{id}/sessions/end', callers: administrators },
  explainSession: { method: 'GET', path: '/admin/sessions/{session}', callers: administrators },
  listClients: { method: 'GET', path: '/admin/clients', callers: administrators },
  addClient: { method: 'POST', path: '/admin/clients', callers: administrators },
  showClient: { method: 'GET', path: '/admin/clients/{id}', callers: administrators },
  changeClient: {
    method: 'PUT',
    path: '/admin/clients/{id}',
    callers: administrators,
    conditional: true,
  },
  addRegistrationToken: {
    method: 'POST',
    path: '/admin/clients/registration-tokens',
    callers: administrators,
  },
  removeClient: { method: 'DELETE', path: '/admin/clients/{id}', callers: administrators },
  addClientSecret: { method: 'POST', path: '/admin/clients/{id}/secrets', callers: administrators },
  endEarlierSecrets: {
    method: 'DELETE',
    path: '/admin/clients/{id}/secrets/earlier',
    callers: administrators,
  },
  listApiKeys: { method: 'GET', path: '/admin/api-keys', callers: administrators },
  makeApiKey: { method: 'POST', path: '/admin/api-keys', callers: administrators },
  rotateApiKey: { method: 'POST', path: '/admin/api-keys/{id}/rotate', callers: administrators },
  revokeApiKey: { method: 'POST', path: '/admin/api-keys/{id}/revoke', callers: administrators },
  listPrompts: { method: 'GET', path: '/admin/prompts', callers: administrators },
  showPrompt: { method: 'GET', path: '/admin/prompts/{name}', callers: administrators },
  showPromptVersion: {
    method: 'GET',
    path: '/admin/prompts/{name}/versions/{version}',
    callers: administrators,
  },
  comparePrompt: { method: 'POST', path: '/admin/prompts/{name}/comparisons', callers: administrators },
  addPrompt: { method: 'POST', path: '/admin/prompts/{name}/versions', callers: administrators },
  testPrompt: {
    method: 'POST',
    path: '/admin/prompts/{name}/versions/{version}/tests',
    callers: administrators,
  },
  publishPrompt: { method: 'POST', path: '/admin/prompts/{name}/publications', callers: administrators },
  rollBackPrompt: { method: 'POST', path: '/admin/prompts/{name}/rollbacks', callers: administrators },
  listOrganizations: { method: 'GET', path: '/admin/organizations', callers: administrators },
  addOrganization: { method: 'POST', path: '/admin/organizations', callers: administrators },
  showOrganization: { method: 'GET', path: '/admin/organizations/{organization}', callers: administrators },
  changeOrganization: {
    method: 'PUT',
    path: '/admin/organizations/{organization}',
    callers: administrators,
    conditional: true,
  },
  removeOrganization: {
    method: 'DELETE',
    path: '/admin/organizations/{organization}',
    callers: administrators,
  },
  listMembers: {
    method: 'GET',
    path: '/admin/organizations/{organization}/members',
    callers: administrators,
  },
  addMember: { method: 'POST', path: '/admin/organizations/{organization}/members', callers: administrators },
  showMember: {
    method: 'GET',
    path: '/admin/organizations/{organization}/members/{account}',
    callers: administrators,
  },
  changeMember: {
    method: 'PUT',
    path: '/admin/organizations/{organization}/members/{account}',
    callers: administrators,
    conditional: true,
  },
  removeMember: {
    method: 'DELETE',
    path: '/admin/organizations/{organization}/members/{account}',
    callers: administrators,
  },
  inviteMember: {
    method: 'POST',
    path: '/admin/organizations/{organization}/invitations',
    callers: administrators,
  },
  listInvitations: {
    method: 'GET',
    path: '/admin/organizations/{organization}/invitations',
    callers: administrators,
  },
  withdrawInvitation: {
    method: 'DELETE',
    path: '/admin/organizations/{organization}/invitations/{invitation}',
    callers: administrators,
  },
  listUserOrganizations: { method: 'GET', path: '/admin/users/{id}/organizations', callers: administrators },
  listApis: { method: 'GET', path: '/admin/apis', callers: administrators },
  addApi: { method: 'POST', path: '/admin/apis', callers: administrators },
  showApi: { method: 'GET', path: '/admin/apis/{name}', callers: administrators },
  changeApi: {
    method: 'PUT',
    path: '/admin/apis/{name}',
    callers: administrators,
    conditional: true,
  },
  removeApi: { method: 'DELETE', path: '/admin/apis/{name}', callers: administrators },
  renewApiSecret: { method: 'POST', path: '/admin/apis/{name}/secret', callers: administrators },
  listRoles: { method: 'GET', path: '/admin/roles', callers: administrators },
  addRole: { method: 'POST', path: '/admin/roles', callers: administrators },
  showRole: { method: 'GET', path: '/admin/roles/{name}', callers: administrators },
  changeRole: {
    method: 'PUT',
    path: '/admin/roles/{name}',
    callers: administrators,
    conditional: true,
  },
  removeRole: { method: 'DELETE', path: '/admin/roles/{name}', callers: administrators },
  listGroups: { method: 'GET', path: '/admin/groups', callers: administrators },
  addGroup: { method: 'POST', path: '/admin/groups', callers: administrators },
  showGroup: { method: 'GET', path: '/admin/groups/{name}', callers: administrators },
  changeGroup: {
    method: 'PUT',
    path: '/admin/groups/{name}',
    callers: administrators,
    conditional: true,
  },
  removeGroup: { method: 'DELETE', path: '/admin/groups/{name}', callers: administrators },
  revoke: { method: 'POST', path: '/admin/revocations', callers: administrators },
  showRevocation: { method: 'GET', path: '/admin/revocations/{sequence}', callers: administrators },
  listKeys: { method: 'GET', path: '/admin/keys', callers: administrators },
  planRotation: { method: 'GET', path: '/admin/keys/rotation', callers: administrators },
  rotateKeys: { method: 'POST', path: '/admin/keys/rotation', callers: administrators },
  resealKeys: { method: 'POST', path: '/admin/keys/seals', callers: administrators },
  retireKey: { method: 'POST', path: '/admin/keys/retirements', callers: administrators },
  sendTestMail: { method: 'POST', path: '/admin/mail/tests', callers: administrators },
  listSecrets: { method: 'GET', path: '/admin/secrets', callers: administrators },
  refreshSecrets: { method: 'POST', path: '/admin/secrets/refresh', callers: administrators },
  listModelProviders: { method: 'GET', path: '/admin/model-providers', callers: administrators },
  setModelProvider: {
    method: 'PUT',
    path: '/admin/model-providers/{name}',
    callers: administrators,
    scope: modelProvidersScope,
  },
  removeModelProvider: {
    method: 'DELETE',
    path: '/admin/model-providers/{name}',
    callers: administrators,
    scope: modelProvidersScope,
  },
  testModelProvider: {
    method: 'POST',
    path: '/admin/model-providers/{name}/test',
    callers: administrators,
    scope: modelProvidersScope,
  },
  describeTools: { method: 'GET', path: '/admin/tool-servers/{name}/tools', callers: administrators },
  showConfiguration: { method: 'GET', path: '/admin/configuration', callers: administrators },
  exportConfiguration: { method: 'GET', path: '/admin/configuration/document', callers: administrators },
  checkConfiguration: { method: 'POST', path: '/admin/configuration/checks', callers: administrators },
  tryConfiguration: { method: 'POST', path: '/admin/configuration/trials', callers: administrators },
  applyConfiguration: {
    method: 'PUT',
    path: '/admin/configuration/document',
    callers: administrators,
    conditional: true,
    scope: publishScope,
  },
  listConfigurations: { method: 'GET', path: '/admin/configuration/history', callers: administrators },
  showApplied: { method: 'GET', path: '/admin/configuration/history/{number}', callers: administrators },
  rollBackConfiguration: {
    method: 'POST',
    path: '/admin/configuration/rollbacks',
    callers: administrators,
    conditional: true,
    scope: publishScope,
  },
  listGateways: { method: 'GET', path: '/admin/gateways', callers: administrators },
  purgeAnswers: { method: 'POST', path: '/admin/gateways/answers/purge', callers: administrators },
  checkHealth: { method: 'GET', path: '/healthz', callers: ['public'] },
  describeApi: { method: 'GET', path: '/openapi.json', callers: ['public'] },
  readBrand: { method: 'GET', path: '/brand', callers: ['public'] },
};

/** The endpoints' names in the order of the table. */
export const endpointNames: readonly EndpointName[] = Object.keys(addresses) as EndpointName[];

/** A path of the table with something else for each of its parameters. */
export function fillPath(path: string, fill: (parameter: string) => string): string {
  return path
    .split('/')
    .map((segment) => (segment.startsWith('{') ? fill(segment.slice(1, -1)) : segment))
    .join('/');
}

/** True for what lies where programs are answered, so that it is no page of the web app. @param path without a query */
export function isProgramPath(path: string): boolean {
  return firstSegments.has(firstSegment(path));
}

const firstSegments: ReadonlySet<string> = new Set(
  Object.values(addresses).map(({ path }) => firstSegment(path)),
);

function firstSegment(path: string): string {
  return path.split('/', 2)[1] ?? '';
}
