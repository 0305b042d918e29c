const pool = /^https:\/\/cognito-idp\.[\w-]{1,40}\.amazonaws\.com(?:\.cn)?\/[\w-]{1,100}$/;

/** Is this what `iss` says in the tokens of an Amazon Cognito user pool? */
export function isCognitoPool(issuer: unknown): boolean {
  return typeof issuer === 'string' && pool.test(issuer);
}
