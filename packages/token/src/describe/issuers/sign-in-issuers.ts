import { isCognitoPool } from '../../verify/cognito-pool.ts';
import { described, type IssuerForm, named } from './known-issuer.ts';

const auth0 = 'auth0.com/docs/secure/tokens/access-tokens';
const entra = 'learn.microsoft.com/entra/identity-platform/access-token-claims-reference';
const keycloak = 'keycloak.org/docs/latest/server_admin';
const okta = 'developer.okta.com/docs/reference/api/oidc';
const cognito =
  'docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html';
const google = 'developers.google.com/identity/openid-connect/openid-connect';
const firebase = 'firebase.google.com/docs/auth/admin/verify-id-tokens';
const apple =
  'developer.apple.com/documentation/signinwithapple/authenticating-users-with-sign-in-with-apple';

/** Services that people sign in with. */
export const signInIssuers: readonly IssuerForm[] = [
  {
    name: 'Auth0',
    is: named(/^https:\/\/[\w.-]{1,200}\.auth0\.com\/$/),
    note: 'iss ends with a slash, which belongs to it; claims of your own have a web address as their name.',
    source: auth0,
    members: described(auth0, {
      gty: 'How the token was asked for, such as client-credentials.',
      permissions: 'What the subject may do at this API.',
      org_id: 'The organisation that the person signed in to.',
      org_name: 'The name of that organisation.',
    }),
  },
  {
    name: 'Microsoft Entra ID',
    is: named(
      /^https:\/\/(?:login\.microsoftonline\.(?:com|us)|login\.partner\.microsoftonline\.cn|sts\.windows\.net|[\w-]{1,64}\.ciamlogin\.com)\/[\w.-]{1,100}(?:\/v2\.0)?\/?$/,
    ),
    note: 'Version 1.0 and 2.0 differ in iss and aud; tokens for Microsoft Graph have a nonce in their header and verify at Microsoft alone.',
    source: entra,
    members: described(entra, {
      tid: 'The tenant that the person or application belongs to.',
      oid: 'The person or application, the same for every application of the tenant.',
      ver: 'The version of the token.',
      scp: 'What the token allows, separated by spaces.',
      appid: 'The application the token was issued to.',
      appidacr: 'How the application proved who it is: 0 not at all, 1 by a secret, 2 by a certificate.',
      azpacr: 'How the application proved who it is: 0 not at all, 1 by a secret, 2 by a certificate.',
      idtyp: 'Whether the token is for an application (app) or for a person (user).',
      idp: 'Who authenticated the person.',
      wids: 'The roles of the person in the tenant.',
      upn: 'The user name, which may change: not an identifier.',
      unique_name: 'A name to show, not an identifier.',
      rh: 'For Microsoft alone.',
      uti: 'The token’s own identifier.',
      aio: 'For Microsoft alone.',
      xms_tcdt: 'For Microsoft alone.',
    }),
  },
  {
    name: 'Keycloak',
    is: named(/^https?:\/\/[^?#\s]{1,200}\/realms\/[^/?#\s]{1,100}$/),
    note: 'The kind of token stands in the claim typ (Bearer, ID, Refresh); roles stand in realm_access and resource_access.',
    source: keycloak,
    members: described(keycloak, {
      typ: 'The kind of token: Bearer for an access token, ID for an ID token.',
      realm_access: 'The roles of the subject in the realm.',
      resource_access: 'The roles of the subject, client by client.',
      'allowed-origins': 'The origins that may use the token from a browser.',
      session_state: 'The session; ending it ends the token.',
    }),
  },
  {
    name: 'Okta',
    is: named(/^https:\/\/[\w.-]{1,200}\.(?:okta|oktapreview|okta-emea)\.com(?:\/oauth2\/\w{1,64})?$/),
    note: 'scp is a list, cid the application; tokens of the org server (iss without /oauth2/) are for Okta alone.',
    source: okta,
    members: described(okta, {
      ver: 'The version of the token.',
      scp: 'What the token allows, as a list.',
      cid: 'The application the token was issued to.',
      uid: 'The person, by Okta’s own identifier.',
      idp: 'Who authenticated the person.',
    }),
  },
  {
    name: 'Amazon Cognito',
    is: isCognitoPool,
    note: 'Access tokens have no aud: check client_id, and token_use for the kind.',
    source: cognito,
    members: described(cognito, {
      token_use: 'The kind of token: access or id.',
      'cognito:groups': 'The groups of the person.',
      'cognito:username': 'The user name.',
      'cognito:roles': 'The AWS roles of the groups of the person.',
      'cognito:preferred_role': 'The AWS role that comes first.',
      origin_jti: 'What a refresh token and all tokens made with it share; revoking it ends them.',
      event_id: 'The event that the token came from.',
      version: 'The version of the token.',
      identities: 'The accounts elsewhere that the person signed in with.',
    }),
  },
  {
    name: 'Firebase',
    is: named(/^https:\/\/securetoken\.google\.com\/[\w.:-]{1,100}$/),
    note: 'aud is the project, and iss ends with it; keys are published as certificates under their kid.',
    source: firebase,
    members: described(firebase, {
      firebase: 'How the person signed in, with their accounts elsewhere.',
      user_id: 'The person, the same as sub.',
    }),
  },
  {
    name: 'Google',
    is: named(/^(?:https:\/\/)?accounts\.google\.com$/),
    note: 'iss is written with or without https://; sub is the identifier, a number of up to 21 digits.',
    source: google,
    members: described(google, { hd: 'The domain of the organisation that the account belongs to.' }),
  },
  {
    name: 'Apple',
    is: named(/^https:\/\/appleid\.apple\.com$/),
    note: 'email may be an address that only relays; the name of the person is in no token.',
    source: apple,
    members: described(apple, {
      nonce_supported: 'Whether the platform knows nonce; if so, it must be there.',
      is_private_email: 'Whether the e-mail address only relays.',
      real_user_status: 'How sure Apple is that this is a person.',
      transfer_sub: 'The person, while the application changes its owner.',
    }),
  },
];
