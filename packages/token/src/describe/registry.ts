/** What a member means, in a sentence, and where that is written down. */
export interface Meaning {
  readonly meaning: string;
  readonly rule: string;
  /** True for a NumericDate (RFC 7519 §2). */
  readonly isTime?: true;
}

type Registry = Readonly<Record<string, Meaning>>;

/** Header parameters of the IANA "JSON Object Signing and Encryption" registry. */
export const headerRegistry: Registry = {
  alg: says('The algorithm of the signature or of the key encryption.', 'RFC 7515 §4.1.1'),
  typ: says('The kind of token.', 'RFC 7515 §4.1.9'),
  cty: says('The kind of content; JWT means that another token is inside.', 'RFC 7515 §4.1.10'),
  kid: says('Which of the issuer’s keys was used.', 'RFC 7515 §4.1.4'),
  jku: says('An address of keys. Never fetch it on the token’s word.', 'RFC 7515 §4.1.2'),
  jwk: says('A public key inside the token. It proves nothing by itself.', 'RFC 7515 §4.1.3'),
  x5u: says('An address of certificates. Never fetch it on the token’s word.', 'RFC 7515 §4.1.5'),
  x5c: says('The certificate chain of the key.', 'RFC 7515 §4.1.6'),
  x5t: says('The SHA-1 thumbprint of the certificate.', 'RFC 7515 §4.1.7'),
  'x5t#S256': says('The SHA-256 thumbprint of the certificate.', 'RFC 7515 §4.1.8'),
  crit: says('Extensions that a reader must understand, or refuse the token.', 'RFC 7515 §4.1.11'),
  b64: says('Whether the payload is base64url; false changes what is signed.', 'RFC 7797 §3'),
  enc: says('The algorithm that encrypts the content.', 'RFC 7516 §4.1.2'),
  zip: says('How the content was compressed before encryption.', 'RFC 7516 §4.1.3'),
  epk: says('The sender’s public key for this one message.', 'RFC 7518 §4.6.1.1'),
  apu: says('Information about the sender for the key agreement.', 'RFC 7518 §4.6.1.2'),
  apv: says('Information about the recipient for the key agreement.', 'RFC 7518 §4.6.1.3'),
  iv: says('The initialisation vector of the key encryption.', 'RFC 7518 §4.7.1.1'),
  tag: says('The authentication tag of the key encryption.', 'RFC 7518 §4.7.1.2'),
  p2s: says('The salt for turning a password into a key.', 'RFC 7518 §4.8.1.1'),
  p2c: says('How often the password is hashed; a huge number is an attack.', 'RFC 7518 §4.8.1.2'),
  nonce: says('A value that the server chose, against replay.', 'RFC 8555 §6.5.2'),
  url: says('The address that the message is for.', 'RFC 8555 §6.4.1'),
  iss: says('A copy of the claim iss, readable although the content is encrypted.', 'RFC 7519 §5.3'),
  sub: says('A copy of the claim sub, readable although the content is encrypted.', 'RFC 7519 §5.3'),
  aud: says('A copy of the claim aud, readable although the content is encrypted.', 'RFC 7519 §5.3'),
};

/** Claims of the IANA "JSON Web Token Claims" registry that are met in practice. */
export const claimRegistry: Registry = {
  iss: says('Who issued the token.', 'RFC 7519 §4.1.1'),
  sub: says('Whom or what the token is about.', 'RFC 7519 §4.1.2'),
  aud: says('Whom the token is meant for; everyone else must refuse it.', 'RFC 7519 §4.1.3'),
  exp: time('From this time on the token must be refused.', 'RFC 7519 §4.1.4'),
  nbf: time('Before this time the token must be refused.', 'RFC 7519 §4.1.5'),
  iat: time('When the token was issued.', 'RFC 7519 §4.1.6'),
  jti: says('The token’s own identifier; the same one twice may be a replay.', 'RFC 7519 §4.1.7'),
  name: profile('The full name.'),
  given_name: profile('The given names.'),
  family_name: profile('The family names.'),
  middle_name: profile('The middle names.'),
  nickname: profile('The casual name.'),
  preferred_username: profile('The name the person likes to be called by; may change.'),
  profile: profile('The address of a page about the person.'),
  picture: profile('The address of a picture of the person.'),
  website: profile('The address of the person’s web site.'),
  email: profile('The e-mail address; not an identifier, as it may change hands.'),
  email_verified: profile('Whether the issuer has made sure of the e-mail address.'),
  gender: profile('The gender.'),
  birthdate: profile('The date of birth.'),
  zoneinfo: profile('The time zone.'),
  locale: profile('The language and region.'),
  phone_number: profile('The telephone number.'),
  phone_number_verified: profile('Whether the issuer has made sure of the telephone number.'),
  address: profile('The postal address.'),
  updated_at: { ...profile('When the profile was last changed.'), isTime: true },
  auth_time: time('When the person last signed in.', 'OpenID Connect Core 1.0 §2'),
  nonce: says('Ties an ID token to the request that asked for it.', 'OpenID Connect Core 1.0 §2'),
  acr: says('How strongly the person was authenticated.', 'OpenID Connect Core 1.0 §2'),
  amr: says('By which methods the person was authenticated.', 'RFC 8176 §2'),
  azp: says('The application the token was issued to.', 'OpenID Connect Core 1.0 §2'),
  at_hash: says('Ties an ID token to an access token.', 'OpenID Connect Core 1.0 §3.1.3.6'),
  c_hash: says('Ties an ID token to an authorisation code.', 'OpenID Connect Core 1.0 §3.3.2.11'),
  s_hash: says('Ties an ID token to a state.', 'FAPI 1.0 Part 2 §5.1'),
  sid: says('The session; ending it ends the token.', 'OpenID Connect Front-Channel Logout 1.0 §3'),
  events: says('What happened, in a security event token.', 'RFC 8417 §2.2'),
  toe: time('When the event happened.', 'RFC 8417 §2.2'),
  txn: says('The transaction that the event belongs to.', 'RFC 8417 §2.2'),
  scope: says('What the token allows, separated by spaces.', 'RFC 8693 §4.2'),
  client_id: says('The application the token was issued to.', 'RFC 8693 §4.3'),
  act: says('Who acts on behalf of the subject.', 'RFC 8693 §4.1'),
  may_act: says('Who may act on behalf of the subject.', 'RFC 8693 §4.4'),
  roles: says('The roles of the subject.', 'RFC 9068 §2.2.3.1'),
  groups: says('The groups of the subject.', 'RFC 9068 §2.2.3.1'),
  entitlements: says('What the subject is entitled to.', 'RFC 9068 §2.2.3.1'),
  authorization_details: says('What the token allows, in detail.', 'RFC 9396 §9.1'),
  cnf: says('The key that whoever presents the token must prove to have.', 'RFC 7800 §3.1'),
  htm: says('The HTTP method that this proof is for.', 'RFC 9449 §4.2'),
  htu: says('The address that this proof is for.', 'RFC 9449 §4.2'),
  ath: says('The hash of the access token that this proof goes with.', 'RFC 9449 §4.2'),
  vc: says('A verifiable credential.', 'W3C Verifiable Credentials 1.1 §6.3.1'),
  vp: says('A verifiable presentation.', 'W3C Verifiable Credentials 1.1 §6.3.1'),
  _sd: says('Digests of claims that are disclosed one by one.', 'RFC 9901 §4.2.4.1'),
  _sd_alg: says('The hash of those digests.', 'RFC 9901 §4.1.1'),
  sd_hash: says('Ties a key binding token to the disclosed claims.', 'RFC 9901 §4.3'),
  vct: says('The type of a verifiable credential.', 'SD-JWT VC §3.2.2.1'),
  status: says('Where to ask whether the token was withdrawn.', 'Token Status List §6.1'),
  client_metadata: says('Metadata of the application.', 'RFC 7591 §2'),
};

function says(meaning: string, rule: string): Meaning {
  return { meaning, rule };
}

function time(meaning: string, rule: string): Meaning {
  return { meaning, rule, isTime: true };
}

function profile(meaning: string): Meaning {
  return { meaning, rule: 'OpenID Connect Core 1.0 §5.1' };
}
