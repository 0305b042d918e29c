import type { z } from 'zod';
import type { ErrorCode } from '../errors/catalogue.ts';
import { decisionRecordSchema } from '../events/decision-record-schema.ts';
import { type Address, addresses } from './addresses.ts';
import { auditAnswerSchema, auditQuerySchema } from './audit.ts';
import {
  csrfAnswerSchema,
  loginRequestSchema,
  logoutAnswerSchema,
  tokenAnswerSchema,
} from './authentication.ts';
import {
  addClientRequestSchema,
  addClientSecretRequestSchema,
  changeClientRequestSchema,
  clientParametersSchema,
  clientSummarySchema,
  clientsAnswerSchema,
  clientsQuerySchema,
  clientWithSecretSchema,
  removeClientAnswerSchema,
} from './clients.ts';
import { conditionSchema } from './condition.ts';
import { discoverySchema, healthAnswerSchema, keySetSchema, openApiSchema } from './documents.ts';
import {
  changeEmailRequestSchema,
  confirmEmailAnswerSchema,
  confirmEmailRequestSchema,
  mailAskedAnswerSchema,
  profileAnswerSchema,
} from './email.ts';
import {
  administrators,
  anywhere,
  changing,
  freshly,
  ofPerson,
  ownSite,
  refreshToken,
  stored,
  tokenQuestion,
  withToken,
} from './endpoint-codes.ts';
import type { EndpointName, Exchange, Exchanges } from './exchanges.ts';
import {
  accountParametersSchema,
  begunAuthenticatorSchema,
  confirmAuthenticatorRequestSchema,
  factorProofSchema,
  factorsAnswerSchema,
  recoveryCodesAnswerSchema,
  resetFactorsAnswerSchema,
} from './factors.ts';
import {
  answerInteractionRequestSchema,
  interactionAnswerSchema,
  interactionGoesOnSchema,
  interactionParametersSchema,
  userInfoSchema,
} from './interactions.ts';
import {
  keysAnswerSchema,
  resealAnswerSchema,
  resealRequestSchema,
  retireKeyAnswerSchema,
  retireKeyRequestSchema,
  rotateAnswerSchema,
  rotateRequestSchema,
  rotationPlanSchema,
} from './keys.ts';
import { sendTestMailAnswerSchema, sendTestMailRequestSchema } from './mail.ts';
import {
  changePasswordAnswerSchema,
  changePasswordRequestSchema,
  forgottenPasswordRequestSchema,
  resetPasswordAnswerSchema,
  resetPasswordRequestSchema,
} from './passwords.ts';
import { pushedRequestAnswerSchema, pushedRequestSchema } from './pushed-request.ts';
import { explanationParametersSchema, recordsAnswerSchema, recordsQuerySchema } from './records.ts';
import { revokeAnswerSchema, revokeRequestSchema } from './revocations.ts';
import {
  endedSessionsAnswerSchema,
  endSessionParametersSchema,
  sessionAnswerSchema,
  sessionsAnswerSchema,
} from './sessions.ts';
import { configurationStateSchema, gatewaysAnswerSchema } from './state.ts';
import { tokenQuestionSchema, tokenRevokedSchema, tokenStateSchema } from './token-question.ts';
import { tokenGrantSchema, tokenRequestSchema } from './token-request.ts';
import {
  addUserAnswerSchema,
  addUserRequestSchema,
  inviteUserAnswerSchema,
  inviteUserRequestSchema,
  usersAnswerSchema,
} from './users.ts';

/** All that is agreed of one endpoint between those who serve it and those who call it. */
export interface AnyEndpoint extends Address {
  /** One sentence for the description of the API. */
  readonly summary: string;
  /** Of a good answer. */
  readonly status: 200 | 201;
  readonly parameters?: z.ZodType<object, unknown>;
  readonly query?: z.ZodType<object, unknown>;
  readonly condition?: z.ZodType<object, unknown>;
  readonly body?: z.ZodType<object, unknown>;
  readonly answer: z.ZodType<object, unknown>;
  /** What it may refuse with. */
  readonly codes: readonly ErrorCode[];
}

/** With a schema for each part of the exchange, and for no other. */
export type Endpoint<Of extends Exchange> = Omit<AnyEndpoint, keyof Exchange> & {
  readonly [Part in keyof Of]: z.ZodType<Of[Part], unknown>;
};

/** The one table: from it follow the routes of the servers, the client and the description of the API. */
export const endpoints: { readonly [Name in EndpointName]: Endpoint<Exchanges[Name]> } = {
  login: {
    ...addresses.login,
    summary: 'Opens a session and answers an access token; the refresh token comes in a cookie.',
    status: 200,
    body: loginRequestSchema,
    answer: tokenAnswerSchema,
    codes: [
      ...ownSite,
      'credentials_invalid',
      'login_throttled',
      'account_disabled',
      'password_change_required',
      'second_factor_required',
      'second_factor_wrong',
      'second_factor_throttled',
      'password_too_weak',
      'audience_not_allowed',
    ],
  },
  refresh: {
    ...addresses.refresh,
    summary: 'Answers a new access token for the refresh token of the cookie, which is used up by it.',
    status: 200,
    answer: tokenAnswerSchema,
    codes: [...ownSite, ...refreshToken, 'csrf_token_invalid', 'account_disabled', 'audience_not_allowed'],
  },
  logout: {
    ...addresses.logout,
    summary: 'Ends the session that the cookie or the access token names, and revokes its tokens.',
    status: 200,
    answer: logoutAnswerSchema,
    codes: [...ownSite, ...withToken, 'refresh_token_missing', 'refresh_token_invalid', 'csrf_token_invalid'],
  },
  readProfile: {
    ...addresses.readProfile,
    summary: 'Who the person is, and where they are written to.',
    status: 200,
    answer: profileAnswerSchema,
    codes: [...ownSite, ...ofPerson],
  },
  changeEmail: {
    ...addresses.changeEmail,
    summary: 'Mails a link to an address, which is the person’s once they follow it.',
    status: 200,
    body: changeEmailRequestSchema,
    answer: mailAskedAnswerSchema,
    codes: [...ownSite, ...ofPerson, 'credentials_invalid', 'login_throttled'],
  },
  confirmEmail: {
    ...addresses.confirmEmail,
    summary: 'Confirms the address that a link was mailed to. The link is used up by it.',
    status: 200,
    body: confirmEmailRequestSchema,
    answer: confirmEmailAnswerSchema,
    codes: [...ownSite, 'link_unusable', 'email_taken'],
  },
  changePassword: {
    ...addresses.changePassword,
    summary: 'Changes the password of the person, who gives the one of now.',
    status: 200,
    body: changePasswordRequestSchema,
    answer: changePasswordAnswerSchema,
    codes: [...ownSite, ...ofPerson, 'credentials_invalid', 'login_throttled', 'password_too_weak'],
  },
  forgetPassword: {
    ...addresses.forgetPassword,
    summary: 'Mails a link for a new password, if there is such an account; the answer is the same.',
    status: 200,
    body: forgottenPasswordRequestSchema,
    answer: mailAskedAnswerSchema,
    codes: [...ownSite, 'mail_throttled'],
  },
  resetPassword: {
    ...addresses.resetPassword,
    summary: 'Sets a new password by a link that was mailed, and ends every session of the account.',
    status: 200,
    body: resetPasswordRequestSchema,
    answer: resetPasswordAnswerSchema,
    codes: [...ownSite, 'link_unusable', 'password_too_weak'],
  },
  requestToken: {
    ...addresses.requestToken,
    summary:
      'Answers tokens for a code, a refresh token, or a client itself (RFC 6749); refusals carry `error` (§5.2).',
    status: 200,
    body: tokenRequestSchema,
    answer: tokenGrantSchema,
    codes: [
      ...stored,
      'body_too_large',
      'token_request_invalid',
      'client_invalid',
      'dpop_proof_invalid',
      'dpop_nonce_needed',
      'client_throttled',
      'client_not_allowed',
      'grant_type_unsupported',
      'scope_not_allowed',
      'resource_not_allowed',
      'code_invalid',
      'code_reused',
      'subject_token_invalid',
      'refresh_token_invalid',
      'refresh_token_expired',
      'refresh_token_reused',
      'session_ended',
      'account_disabled',
      'audience_not_allowed',
    ],
  },
  showInteraction: {
    ...addresses.showInteraction,
    summary: 'What an app that signs a person in asks of them, in the browser in which that began.',
    status: 200,
    parameters: interactionParametersSchema,
    answer: interactionAnswerSchema,
    codes: [...ownSite, 'interaction_unknown'],
  },
  answerInteraction: {
    ...addresses.answerInteraction,
    summary: 'Answers what an app asks of a person: a sign-in by the access token of POST /auth/login.',
    status: 200,
    parameters: interactionParametersSchema,
    body: answerInteractionRequestSchema,
    answer: interactionGoesOnSchema,
    codes: [...ownSite, ...withToken, 'token_revoked', 'interaction_unknown', 'sign_in_needed'],
  },
  readUserInfo: {
    ...addresses.readUserInfo,
    summary: 'Claims of the person that the access token is for (OpenID Connect Core 1.0 §5.3).',
    status: 200,
    answer: userInfoSchema,
    codes: [
      ...stored,
      ...withToken,
      'token_ambiguous',
      'dpop_proof_invalid',
      'dpop_nonce_needed',
      'token_missing',
      'token_revoked',
      'scope_missing',
    ],
  },
  readCsrfToken: {
    ...addresses.readCsrfToken,
    summary: 'The token that a page sends in `X-CSRF-Token` with what the cookie is used for.',
    status: 200,
    answer: csrfAnswerSchema,
    codes: [...ownSite, 'refresh_token_missing', 'refresh_token_invalid'],
  },
  readSession: {
    ...addresses.readSession,
    summary: 'Who the access token was given to, and of which session it is.',
    status: 200,
    answer: sessionAnswerSchema,
    codes: [...ownSite, ...ofPerson],
  },
  listSessions: {
    ...addresses.listSessions,
    summary: 'Where the person is signed in: the newest hundred sessions, each with its device.',
    status: 200,
    answer: sessionsAnswerSchema,
    codes: [...ownSite, ...ofPerson],
  },
  endSession: {
    ...addresses.endSession,
    summary: 'Ends one session of the person, and revokes its tokens.',
    status: 200,
    parameters: endSessionParametersSchema,
    answer: endedSessionsAnswerSchema,
    codes: [...ownSite, ...ofPerson, 'session_unknown'],
  },
  endOtherSessions: {
    ...addresses.endOtherSessions,
    summary: 'Ends all sessions of the person but the one of the access token.',
    status: 200,
    answer: endedSessionsAnswerSchema,
    codes: [...ownSite, ...ofPerson],
  },
  listFactors: {
    ...addresses.listFactors,
    summary: 'What the person shows beside the password when they sign in.',
    status: 200,
    answer: factorsAnswerSchema,
    codes: [...ownSite, ...ofPerson],
  },
  beginAuthenticator: {
    ...addresses.beginAuthenticator,
    summary: 'Makes the secret of an authenticator app, which is added once it shows a code of it.',
    status: 200,
    body: factorProofSchema,
    answer: begunAuthenticatorSchema,
    codes: [...ownSite, ...ofPerson, ...freshly, 'factor_exists'],
  },
  confirmAuthenticator: {
    ...addresses.confirmAuthenticator,
    summary: 'Adds the authenticator app by its first code, and answers recovery codes, this once.',
    status: 200,
    body: confirmAuthenticatorRequestSchema,
    answer: recoveryCodesAnswerSchema,
    codes: [...ownSite, ...ofPerson, 'second_factor_wrong', 'factor_enrolment_over', 'factor_exists'],
  },
  removeAuthenticator: {
    ...addresses.removeAuthenticator,
    summary: 'Removes the authenticator app and all recovery codes.',
    status: 200,
    body: factorProofSchema,
    answer: factorsAnswerSchema,
    codes: [...ownSite, ...ofPerson, ...freshly, 'factor_unknown'],
  },
  replaceRecoveryCodes: {
    ...addresses.replaceRecoveryCodes,
    summary: 'Answers ten other recovery codes, this once; those before are good for nothing any more.',
    status: 200,
    body: factorProofSchema,
    answer: recoveryCodesAnswerSchema,
    codes: [...ownSite, ...ofPerson, ...freshly, 'factor_unknown'],
  },
  introspectToken: {
    ...addresses.introspectToken,
    summary:
      'Tells a confidential client of its own tokens and of those for its API whether they stand (RFC 7662).',
    status: 200,
    body: tokenQuestionSchema,
    answer: tokenStateSchema,
    codes: [...stored, ...tokenQuestion],
  },
  pushRequest: {
    ...addresses.pushRequest,
    summary: 'Keeps a request for a sign-in for a minute, ahead of the person who brings it (RFC 9126).',
    status: 201,
    body: pushedRequestSchema,
    answer: pushedRequestAnswerSchema,
    codes: [
      ...stored,
      ...tokenQuestion,
      'client_not_allowed',
      'authorization_request_invalid',
      'response_type_unsupported',
      'dpop_proof_invalid',
      'dpop_nonce_needed',
    ],
  },
  revokeToken: {
    ...addresses.revokeToken,
    summary: 'Revokes a token for the client that it was issued to (RFC 7009).',
    status: 200,
    body: tokenQuestionSchema,
    answer: tokenRevokedSchema,
    codes: [...stored, ...tokenQuestion, 'outcome_unknown'],
  },
  readDiscovery: {
    ...addresses.readDiscovery,
    summary: 'What this issuer is and where its keys are (OpenID Connect Discovery 1.0).',
    status: 200,
    answer: discoverySchema,
    codes: anywhere,
  },
  readKeys: {
    ...addresses.readKeys,
    summary: 'The public keys that tokens of this issuer verify with (RFC 7517).',
    status: 200,
    answer: keySetSchema,
    codes: anywhere,
  },
  explain: {
    ...addresses.explain,
    summary: 'What was seen and decided at each step of one request, by its reference.',
    status: 200,
    parameters: explanationParametersSchema,
    answer: decisionRecordSchema,
    codes: [...administrators, 'request_invalid', 'reference_unknown'],
  },
  listRecords: {
    ...addresses.listRecords,
    summary: 'The newest decisions, newest first.',
    status: 200,
    query: recordsQuerySchema,
    answer: recordsAnswerSchema,
    codes: [...administrators, 'request_invalid'],
  },
  listAudit: {
    ...addresses.listAudit,
    summary: 'The audit log, page by page: who did what, to whom, when and from where.',
    status: 200,
    query: auditQuerySchema,
    answer: auditAnswerSchema,
    codes: [...administrators, 'request_invalid'],
  },
  addUser: {
    ...addresses.addUser,
    summary: 'Adds an account; without a password one is made, which the first sign-in must replace.',
    status: 201,
    body: addUserRequestSchema,
    answer: addUserAnswerSchema,
    codes: [...administrators, ...changing, 'account_exists', 'email_taken', 'password_too_weak'],
  },
  inviteUser: {
    ...addresses.inviteUser,
    summary: 'Adds an account, and mails its owner a link to choose the password.',
    status: 201,
    body: inviteUserRequestSchema,
    answer: inviteUserAnswerSchema,
    codes: [...administrators, ...changing, 'account_exists', 'email_taken'],
  },
  listUsers: {
    ...addresses.listUsers,
    summary: 'All accounts.',
    status: 200,
    answer: usersAnswerSchema,
    codes: administrators,
  },
  showUserFactors: {
    ...addresses.showUserFactors,
    summary: 'What an account shows beside its password.',
    status: 200,
    parameters: accountParametersSchema,
    answer: factorsAnswerSchema,
    codes: [...administrators, 'request_invalid', 'account_unknown'],
  },
  resetUserFactors: {
    ...addresses.resetUserFactors,
    summary: 'Takes authenticator app and recovery codes of an account away, whose owner has lost them.',
    status: 200,
    parameters: accountParametersSchema,
    answer: resetFactorsAnswerSchema,
    codes: [...administrators, ...changing, 'account_unknown'],
  },
  listClients: {
    ...addresses.listClients,
    summary: 'The clients of the configuration and those that are stored, by id, page by page.',
    status: 200,
    query: clientsQuerySchema,
    answer: clientsAnswerSchema,
    codes: [...administrators, 'request_invalid'],
  },
  addClient: {
    ...addresses.addClient,
    summary: 'Adds a client; the secret of a confidential one is made, and is in this answer only.',
    status: 201,
    body: addClientRequestSchema,
    answer: clientWithSecretSchema,
    codes: [...administrators, ...changing, 'client_exists'],
  },
  showClient: {
    ...addresses.showClient,
    summary: 'One client, without its secrets, with the ETag by which it can be changed.',
    status: 200,
    parameters: clientParametersSchema,
    answer: clientSummarySchema,
    codes: [...administrators, 'request_invalid', 'client_unknown'],
  },
  changeClient: {
    ...addresses.changeClient,
    summary: 'Replaces what a stored client is, if nobody changed it since it was read.',
    status: 200,
    parameters: clientParametersSchema,
    condition: conditionSchema,
    body: changeClientRequestSchema,
    answer: clientSummarySchema,
    codes: [
      ...administrators,
      ...changing,
      'client_unknown',
      'client_configured',
      'client_changed',
      'precondition_missing',
    ],
  },
  removeClient: {
    ...addresses.removeClient,
    summary: 'Removes a stored client and revokes every token that was issued to it.',
    status: 200,
    parameters: clientParametersSchema,
    answer: removeClientAnswerSchema,
    codes: [...administrators, ...changing, 'client_unknown', 'client_configured', 'client_changed'],
  },
  addClientSecret: {
    ...addresses.addClientSecret,
    summary: 'Makes a new secret, which is in this answer only; the one of before stays good for a while.',
    status: 201,
    parameters: clientParametersSchema,
    body: addClientSecretRequestSchema,
    answer: clientWithSecretSchema,
    codes: [
      ...administrators,
      ...changing,
      'client_unknown',
      'client_configured',
      'client_changed',
      'client_public',
      'client_has_keys',
    ],
  },
  endEarlierSecrets: {
    ...addresses.endEarlierSecrets,
    summary: 'Ends every secret of a stored client but the newest.',
    status: 200,
    parameters: clientParametersSchema,
    answer: clientSummarySchema,
    codes: [...administrators, ...changing, 'client_unknown', 'client_configured', 'client_changed'],
  },
  revoke: {
    ...addresses.revoke,
    summary: 'Revokes a token, a session with all its tokens, or all tokens of an account or a client.',
    status: 201,
    body: revokeRequestSchema,
    answer: revokeAnswerSchema,
    codes: [...administrators, ...changing, 'revocation_target_invalid'],
  },
  listKeys: {
    ...addresses.listKeys,
    summary: 'The keys of this issuer: the one that signs, the next one, and those that only verify.',
    status: 200,
    answer: keysAnswerSchema,
    codes: administrators,
  },
  planRotation: {
    ...addresses.planRotation,
    summary: 'What the next step of a rotation would do, which tokens are alive, and when it is safe.',
    status: 200,
    answer: rotationPlanSchema,
    codes: administrators,
  },
  rotateKeys: {
    ...addresses.rotateKeys,
    summary: 'Takes the next step of a rotation: publishes the next key, or lets a published one sign.',
    status: 201,
    body: rotateRequestSchema,
    answer: rotateAnswerSchema,
    codes: [
      ...administrators,
      ...changing,
      'signing_key_too_new',
      'signing_key_in_use',
      'signing_keys_changed',
    ],
  },
  resealKeys: {
    ...addresses.resealKeys,
    summary: 'Seals the stored private keys anew, after the master key or the issuer changed: all or none.',
    status: 201,
    body: resealRequestSchema,
    answer: resealAnswerSchema,
    codes: [...administrators, ...changing, 'master_key_wrong', 'signing_keys_changed'],
  },
  retireKey: {
    ...addresses.retireKey,
    summary: 'Takes a key that does not sign out of what is published and believed.',
    status: 201,
    body: retireKeyRequestSchema,
    answer: retireKeyAnswerSchema,
    codes: [
      ...administrators,
      ...changing,
      'signing_key_unknown',
      'signing_key_in_use',
      'signing_keys_changed',
    ],
  },
  sendTestMail: {
    ...addresses.sendTestMail,
    summary: 'Sends a mail that says that mail arrives.',
    status: 201,
    body: sendTestMailRequestSchema,
    answer: sendTestMailAnswerSchema,
    codes: [...administrators, ...changing],
  },
  showConfiguration: {
    ...addresses.showConfiguration,
    summary: 'Which version of the configuration is in force, and why a newer one is not.',
    status: 200,
    answer: configurationStateSchema,
    codes: administrators,
  },
  listGateways: {
    ...addresses.listGateways,
    summary: 'How far each gateway process is.',
    status: 200,
    answer: gatewaysAnswerSchema,
    codes: administrators,
  },
  checkHealth: {
    ...addresses.checkHealth,
    summary: 'Answers as long as the process serves.',
    status: 200,
    answer: healthAnswerSchema,
    codes: anywhere,
  },
  describeApi: {
    ...addresses.describeApi,
    summary: 'This description.',
    status: 200,
    answer: openApiSchema,
    codes: anywhere,
  },
};
