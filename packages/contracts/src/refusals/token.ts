/** What other rooms say under codes of the token room. */
export const tokenTemplates = {
  token_malformed: {
    variants: {
      foreign_characters: {
        sentence: 'The token holds characters that no token has.',
        expected: 'letters, digits and - . _ ~ + /',
        actual: 'another character',
        fix: 'Send the token exactly as it was issued, without quotes.',
        rule: 'RFC 6750 §2.1',
      },
    },
  },
  token_oversized: {
    variants: {
      gateway: {
        sentence: 'The token is larger than this gateway accepts.',
        expected: 'at most {most} bytes',
        actual: '{bytes} bytes',
        fix: 'Ask for a token with fewer claims, or raise gateway.maxTokenBytes.',
        rule: 'gateway.maxTokenBytes',
      },
    },
  },
  key_unknown: {
    variants: {
      perhaps_published: {
        sentence: 'The issuer publishes a key that may be meant, but it is not used here. {reason}',
      },
    },
  },
  issuer_unexpected: {
    variants: {
      route: {
        sentence: 'The token comes from an issuer that this route does not accept.',
        expected: '{accepted}',
        actual: '{issuer}',
        fix: 'Get a token from an issuer of this route.',
        member: 'iss',
        rule: 'RFC 7519 §4.1.1',
      },
      not_opaque: {
        sentence: 'The token is a JWT, and this route takes none of those.',
        expected: 'an opaque token of {accepted}',
        actual: 'a JWT',
        fix: 'Send the token that this issuer gave out. Where its tokens are JWTs, the operator says so: `introspection.jwts: true`.',
        rule: 'RFC 7662 §4',
      },
    },
  },
  claim_missing: {
    variants: {
      issuer: {
        sentence: 'The token does not say who issued it.',
        expected: 'iss: {accepted}',
        actual: 'no iss that is text',
        fix: 'Have the issuer put iss into its tokens.',
        member: 'iss',
        rule: 'RFC 7519 §4.1.1',
      },
    },
  },
  claim_invalid: {
    variants: {
      no_access_token: { sentence: 'The token lacks the form of an access token.' },
      operator_lifetime: {
        sentence: 'The operator credential lives longer than such credentials may.',
        expected: 'exp at most {seconds} s after now',
        member: 'exp',
        fix: 'Let the signet command make it.',
      },
    },
  },
} as const;
