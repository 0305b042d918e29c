/** What the gateway says of tokens, routes and limits. */
export const gatewayTemplates = {
  token_missing: {
    sentence: 'This route needs a token and none came.',
    expected: 'a header Authorization: Bearer TOKEN',
    fix: 'Sign in and send the access token in the Authorization header.',
    rule: 'RFC 6750 §2.1',
    variants: {
      no_header: { actual: 'no Authorization header' },
      other_scheme: { actual: 'another authentication scheme' },
      empty_header: { actual: 'the word Bearer without a token' },
      no_password: {
        sentence: 'This route needs a name and a password and none came.',
        expected: 'a header Authorization: Basic with a name and its password',
        actual: 'no Authorization header',
        fix: 'Send the name and the password that the operator of this route has given you.',
        rule: 'RFC 7617 §2',
      },
      token_for_password: {
        sentence: 'This route needs a name and a password and none came.',
        expected: 'a header Authorization: Basic with a name and its password',
        actual: 'another credential, which this route does not take',
        fix: 'Send the name and the password in its place.',
        rule: 'RFC 7617 §2',
      },
      admin_api: {
        sentence: 'The admin API needs a token and none came.',
        expected: 'Authorization: Bearer with an access token of an administrator',
        actual: 'no bearer token',
        fix: 'Use the signet command, or sign in as an administrator for the audience of the admin API.',
      },
      user_info: {
        sentence: 'Who a person is, is told to the holder of their access token, and none came.',
        expected: 'Authorization: Bearer with an access token that has the scope openid',
        actual: 'no bearer token',
        fix: 'Sign the person in with the scope openid, and send the access token.',
      },
      context: {
        sentence:
          'This service answers calls of the gateway alone, and this one carries nothing that the gateway signed.',
        expected: 'a header {header} with a context token of the gateway',
        actual: 'none',
        fix: 'Call the address of the gateway. As the operator, give the route `context.token`.',
        rule: 'context.token of the route',
      },
    },
  },
  token_ambiguous: {
    sentence: 'More than one token came, and Signet does not choose between them.',
    expected: 'one token',
    fix: 'Send one Authorization header with one token.',
    rule: 'RFC 6750 §2',
    variants: {
      several_headers: { actual: 'several Authorization headers' },
      several_values: { actual: 'more than one value in the Authorization header' },
      several_contexts: {
        expected: 'one header {header} with one context token',
        actual: 'more than one',
        fix: 'Call the address of the gateway, which removes what others send by this name.',
        rule: 'context.token of the route',
      },
      several_cookies: {
        actual: 'several cookies with a token',
        fix: 'Delete the cookies of this host, and sign in again.',
      },
      several_places: {
        actual: 'tokens in more than one of the places where this route takes one',
        fix: 'Send the token in one place, once.',
      },
      header_and_cookie: {
        actual: 'one in the Authorization header and one in the cookie',
        fix: 'Send no Authorization header where the cookie carries the token.',
      },
      several_keys: {
        sentence: 'More than one API key came, and Signet does not choose between them.',
        expected: 'one API key',
        actual: 'more than one',
        fix: 'Send the key in one place, once.',
        rule: 'RFC 9110 §5.3',
      },
      key_and_token: {
        sentence: 'An API key and a token came, and Signet does not choose between them.',
        expected: 'one of them',
        actual: 'both',
        fix: 'Send no Authorization header and no cookie of sign-in beside an API key.',
      },
      password_and_other: {
        sentence:
          'A name with its password and another credential came, and Signet does not choose between them.',
        expected: 'one of them',
        actual: 'both',
        fix: 'Send nothing but the Authorization header that the route takes.',
        rule: 'RFC 7617 §2',
      },
    },
  },
  token_replayed: {
    sentence: 'This route takes each token once, and this one cannot be taken.',
    fix: 'Ask the issuer for a new token for each call.',
    rule: 'auth.replay, RFC 7519 §4.1.7',
    variants: {
      used: {
        sentence: 'The token was used before, and this route takes each token once.',
        expected: 'a token that has not been used',
        actual: 'one that has',
      },
      no_jti: {
        expected: 'a jti, by which the token is told from others',
        actual: 'none',
        fix: 'Have the issuer put jti into its tokens.',
      },
      no_exp: {
        expected: 'an exp, up to which the token is remembered',
        actual: 'none',
        fix: 'Have the issuer put exp into its tokens.',
      },
      too_long: {
        expected: 'an exp at most {hours} h ahead, up to which the token is remembered',
        actual: 'a later one',
        fix: 'Have the issuer make tokens that live shorter.',
      },
    },
  },
  api_key_missing: {
    sentence: 'This route needs an API key and none came.',
    expected: 'an API key in {place}',
    fix: 'Send the API key there, or ask an administrator for one.',
    rule: 'auth.apiKey',
    variants: {
      none: { actual: 'no key' },
      token_instead: {
        actual: 'a token, which this route does not take',
        fix: 'Send an API key in its place.',
      },
    },
  },
  api_key_unknown: {
    rule: 'auth.apiKey',
    variants: {
      malformed: {
        sentence: 'What came as an API key is none.',
        expected: '`sgk_` and 72 digits, as `signet api-key create` printed them',
        actual: 'a text of another form, or with a typing error',
        fix: 'Send the key whole, exactly as it was printed.',
      },
      unknown: {
        sentence: 'No API key of this Signet is the one that came.',
        expected: 'a key that was made here',
        actual: 'a key of another Signet, or of none',
        fix: 'Ask an administrator for a key of this Signet.',
      },
      other_audience: {
        sentence: 'The API key was made for another API.',
        expected: 'a key for {audience}',
        actual: 'one for something else',
        fix: 'Send the key that was made for this API, or have one made with `signet api-key create --audience`.',
      },
    },
  },
  api_key_expired: {
    sentence: 'The API key was good once and has expired.',
    expected: 'a key that is good still',
    actual: 'one that ended at {ended}',
    fix: 'Ask an administrator for a new key: `signet api-key create`.',
    rule: 'auth.apiKey',
  },
  api_key_revoked: {
    sentence: 'The API key was good once and has been revoked.',
    expected: 'a key that nobody has revoked',
    actual: 'one that an administrator revoked, or replaced by another',
    fix: 'Use the key that replaced it, or ask an administrator for one.',
    rule: 'auth.apiKey',
  },
  token_in_query: {
    sentence: 'The token came in the address, where logs and histories keep it.',
    expected: 'a header Authorization: Bearer TOKEN',
    actual: 'access_token in the query',
    fix: 'Move the token to the Authorization header, and revoke this one.',
    rule: 'RFC 9700 §4.3.2',
  },
  token_bound: {
    sentence: 'The token is bound to a key, and nothing proved that its sender has that key.',
    expected: 'a token that whoever holds it may use, without `cnf`',
    actual: 'one with `cnf`, sent as a bearer token',
    fix: 'At a gateway send it as `Authorization: DPoP` beside a proof for the request. In an app, which takes none, ask the issuer for a token that is not bound to a key.',
    rule: 'RFC 9449 §7.2, RFC 8705 §3',
    variants: {
      to_key: {},
      certificate_missing: {
        sentence: 'The token is bound to a certificate, and its sender showed none.',
        expected: 'the certificate that `cnf` names, in the TLS connection that the token comes by',
        actual: 'no certificate',
        fix: 'Send the request with the certificate with which the token was asked for; a proxy in between has to hand it on.',
      },
      certificate_other: {
        sentence: 'The token is bound to another certificate than its sender showed.',
        expected: 'the certificate that `cnf` names',
        actual: 'another one, or one that has run out',
        fix: 'Send the certificate with which the token was asked for, or ask for a new token with this one.',
      },
    },
  },
  token_revoked: {
    sentence: 'The token was good once and has been revoked.',
    expected: 'a token that nobody has revoked',
    fix: 'Sign in again.',
    rule: 'RFC 7009 §2.1',
    variants: {
      family: {
        actual: 'the app that it came of gave that back, or its person took the access of that app away',
      },
      token: { actual: 'the token itself was revoked' },
      session: { actual: 'its session has ended' },
      subject: { actual: 'all tokens of its account up to a time were revoked' },
      client: {
        actual:
          'all tokens of its client up to a time were revoked: the client was removed, or somebody revoked them',
        fix: 'Ask an administrator whether the client may go on; if it may, it gets a new token.',
      },
      consent: {
        actual: 'what its client may do in the name of its person was withdrawn, by the person or for them',
        fix: 'Send the person to sign in again: they are asked whether they agree.',
      },
      organization: {
        actual:
          'all tokens of its organisation up to a time were revoked, or those of its member: the person is in it no more, or it is no more',
        fix: 'Sign in again, with an organisation that you are in.',
      },
      key: {
        actual: 'everything that the key which signed it ever signed was revoked',
        fix: 'Refresh the token, or sign in again: the session itself may go on, and a new token is signed with another key.',
      },
      token_or_session: {
        sentence: 'The token has been revoked, or its session has ended.',
        actual: 'a token that was revoked, or whose session has ended',
      },
      operator_before_start: {
        sentence: 'The operator credential was made before this server started.',
        expected: 'a credential made since, by a clock that agrees with the server’s',
        actual: 'an older one',
        fix: 'Run the command again.',
      },
      operator_used: {
        sentence: 'The operator credential was used before.',
        expected: 'a credential made for this one request',
        actual: 'one that has come before',
        fix: 'Run the command again.',
      },
    },
  },
  token_inactive: {
    rule: 'RFC 7662 §2.2',
    variants: {
      inactive: {
        sentence: 'The issuer of the token says that it is not active.',
        expected: 'a token that {issuer} calls active',
        actual: 'one that has run out, was revoked, or never was',
        fix: 'Get a new token.',
      },
      not_access: {
        sentence: 'The issuer knows the token, but not as an access token.',
        expected: 'an access token of {issuer}: token_type Bearer or DPoP',
        actual: 'a token of another kind, or of one that the issuer does not name',
        fix: 'Send the access token, and not the one that it is refreshed with.',
      },
    },
  },
  scope_missing: {
    sentence: 'The token is good, but it does not carry a scope that this route asks for.',
    expected: 'the scopes {required}',
    fix: 'Ask the issuer for a token with the missing scope.',
    rule: 'RFC 6750 §3.1',
    variants: { none: { actual: 'none' }, others: { actual: '{carried}' } },
  },
  role_missing: {
    sentence: 'The token is good, but its owner has none of the roles that this route asks for.',
    expected: 'one of the roles {required}',
    fix: 'Have an administrator give the account one of the roles, and sign in again.',
    rule: 'RFC 6750 §3.1',
    variants: { none: { actual: 'none' }, others: { actual: '{carried}' } },
  },
  permission_missing: {
    sentence: 'The token is good, but it lacks a permission that this route asks for.',
    expected: 'all of the permissions {required}',
    fix: 'Have an administrator give the account a role with the permission at this API, and get a new token for it.',
    rule: 'RFC 6750 §3.1',
    variants: { none: { actual: 'none' }, others: { actual: '{carried}' } },
  },
  requirement_missing: {
    sentence:
      'The token is good, but it carries no combination of scopes, roles and permissions that this route takes.',
    expected: '{required}',
    actual: 'not met: {unmet}',
    fix: 'Get a token that carries one of the combinations; what is named by its place is what is missing.',
    rule: 'auth.anyOf, auth.allOf',
  },
  condition_not_met: {
    sentence: 'The token is good, but a condition of this route does not hold for it and this request.',
    expected: 'that the condition {name} holds',
    fix: 'Call for what the condition allows, or with a token of which it holds. The operator sees its words with `signet explain` and the reference.',
    rule: 'auth.condition',
    variants: {
      false: { actual: 'part {part} of {parts} is false' },
      undecided: {
        sentence:
          'A condition of this route cannot be decided for this token and this request, so it does not hold.',
        actual: 'part {part} of {parts} asks for what is not there, or is of another kind',
      },
    },
  },
  token_too_old: {
    rule: 'maxAge of the issuer',
    fix: 'Get a new token from its issuer.',
    variants: {
      age: {
        sentence: 'The token was issued longer ago than is accepted of its issuer.',
        expected: 'an iat at most {seconds} s ago',
        actual: '{age} s ago',
      },
      no_iat: {
        sentence: 'The token does not say when it was issued, and that matters for its issuer.',
        expected: 'an iat at most {seconds} s ago',
        actual: 'none',
        fix: 'Have the issuer put iat into its tokens.',
      },
      ahead: {
        sentence: 'The token says that it was issued in the future.',
        expected: 'an iat at most {seconds} s ago, and not in the future',
        actual: 'one in the future',
        fix: 'Set the clocks: one of the two is wrong.',
      },
    },
  },
  token_lifetime_too_long: {
    rule: 'maxLifetime of the issuer',
    variants: {
      longer: {
        sentence: 'The token lives longer than is accepted of its issuer.',
        expected: 'at most {seconds} s from iat to exp',
        actual: 'a lifetime of {lifetime} s',
        fix: 'Have the issuer make tokens that live shorter.',
      },
      unknown: {
        sentence: 'The token does not say how long it lives, and that matters for its issuer.',
        expected: 'at most {seconds} s from iat to exp',
        actual: 'no iat',
        fix: 'Have the issuer put iat into its tokens.',
      },
    },
  },
  authentication_insufficient: {
    rule: 'RFC 9470 §3',
    variants: {
      acr_missing: {
        sentence: 'The token is good, but does not say how its owner signed in, and this route asks for it.',
        expected: 'an acr of {required}',
        actual: 'none',
        fix: 'Have the person sign in again with these acr_values, and call with the new token.',
      },
      acr_other: {
        sentence: 'The token is good, but its owner signed in with less than this route asks for.',
        expected: 'an acr of {required}',
        actual: '{carried}',
        fix: 'Have the person sign in again with these acr_values, and call with the new token.',
      },
      age_missing: {
        sentence: 'The token is good, but does not say when its owner signed in, and this route asks for it.',
        expected: 'an auth_time at most {seconds} s ago',
        actual: 'none',
        fix: 'Have the person sign in again with this max_age, and call with the new token.',
      },
      age_over: {
        sentence: 'The token is good, but its owner signed in too long ago for this route.',
        expected: 'an auth_time at most {seconds} s ago',
        actual: '{age} s ago',
        fix: 'Have the person sign in again with this max_age, and call with the new token.',
      },
      age_ahead: {
        sentence: 'The token says that its owner signed in at a time that has not come yet.',
        expected: 'an auth_time at most {seconds} s ago',
        actual: 'one in the future',
        fix: 'Set the clocks of the issuer and of this machine, and have the person sign in again.',
      },
    },
  },
  rate_limited: {
    sentence: 'Too many requests came in too short a time.',
    actual: 'more',
    fix: 'Wait {wait} s, then go on more slowly.',
    rule: 'RFC 6585 §4',
    variants: {
      route: { expected: 'at most {count} requests in {per} s for each route' },
      address: { expected: 'at most {count} requests in {per} s for each address' },
      claim: { expected: 'at most {count} requests in {per} s for each {claim}' },
    },
  },
  quota_spent: {
    sentence: 'All requests of this day or month have been made.',
    actual: 'more',
    fix: 'Wait until the next one begins, in {wait} s (UTC), or ask for a larger quota.',
    rule: 'RFC 6585 §4',
    variants: {
      day: { expected: 'at most {count} requests a day for each {by}' },
      month: { expected: 'at most {count} requests a month for each {by}' },
    },
  },
  budget_exhausted: {
    sentence: 'The budget {budget} has no room for what this request may cost.',
    expected: 'at most {limit} {unit}, of which {left} {unit} are left',
    actual: 'a request that may cost {most} {unit}',
    fix: 'Ask for less, such as fewer tokens of the answer, or wait until the budget is filled again, in {wait} s.',
    rule: 'budgets',
  },
  cost_unknown: {
    rule: 'budgets',
    variants: {
      unbounded: {
        sentence: 'The budget {budget} counts this request, and nothing bounds what it may cost.',
        expected: 'a request that says how long its answer may be',
        actual: 'one that does not, for a model of which nobody has said it',
        fix: 'Say how many tokens the answer may have, such as max_tokens. As the operator, write mostInput and mostOutput of the model.',
      },
      unpriced: {
        sentence:
          'The budget {budget} counts this request, and nobody knows its price in the currency of the budget.',
        expected: 'a model whose price is known in that currency',
        actual: 'one without such a price',
        fix: 'Ask for another model. As the operator, name its prices, or write dangerouslyAllowUnpriced in the budget.',
      },
    },
  },
  network_not_allowed: {
    sentence: 'This route may not be called from the address that the call comes from.',
    expected: 'a call from a network that the route allows',
    actual: '{address}',
    fix: 'Call from such a network. A proxy of yours in between is named with --trusted-proxies.',
    rule: 'networks of the route',
  },
  request_not_as_described: {
    sentence: 'The request is not what this route takes.',
    rule: 'request of the route',
    variants: {
      parameter: {
        sentence: 'The parameter {name} is not what this route takes.',
        expected: 'a value that keeps to {rule}',
        actual: 'one that does not',
        fix: 'Correct {name} and send it again.',
        member: '{name}',
      },
      parameter_missing: {
        expected: 'the parameter {name}',
        actual: 'none',
        fix: 'Send {name} as well.',
        member: '{name}',
      },
      parameter_repeated: {
        expected: 'the parameter {name} once',
        actual: 'it more than once',
        fix: 'Send {name} once.',
        member: '{name}',
      },
      parameter_unknown: {
        expected: 'of the query no other parameters than {names}',
        actual: 'another one',
        fix: 'Leave it out, or correct its name.',
      },
      query_ambiguous: {
        expected:
          'a query that everybody reads alike: names and values with & between them, escaped by % as UTF-8',
        actual: 'one that can be read in two ways',
        fix: 'Escape every sign in names and values that is no letter and no digit.',
      },
      no_body: {
        expected: 'a body of JSON',
        actual: 'none',
        fix: 'Send a body with content-type application/json.',
      },
      not_json: {
        expected: 'one JSON value in UTF-8, nested at most {depth} levels deep',
        actual: 'something else, from character {at} on',
        fix: 'Send the body as JSON.',
      },
      repeated_name: {
        expected: 'each member of an object once',
        actual: 'a name that its object has already, at character {at}',
        fix: 'Send each member once.',
      },
      inexact: {
        expected: 'numbers that a double keeps exactly',
        actual: 'another one, at character {at}',
        fix: 'Send it as a text, or with fewer digits.',
      },
      body: {
        sentence: 'The body is not what this route takes, at {place}.',
        expected: 'a value that keeps to {rule}',
        actual: 'one that does not',
        fix: 'Correct {place} and send it again.',
      },
    },
  },
  media_type_refused: {
    sentence: 'This route takes JSON bodies alone.',
    fix: 'Send the body as JSON, with content-type application/json.',
    rule: 'RFC 9110 §15.5.16',
    variants: {
      type: {
        expected: 'application/json, as UTF-8',
        actual: 'another type, none, or more than one',
      },
      coding: {
        expected: 'a body without content-encoding',
        actual: 'one that was encoded',
      },
    },
  },
  preflight_refused: {
    sentence: 'A browser asked whether its page may send this request, and it may not.',
    fix: 'As the operator of the API: name the origin, the method or the headers in `cors` of the route.',
    rule: 'Fetch §4.8, cors of the route',
    variants: {
      origin: { expected: 'a page of an origin that the route allows', actual: 'another origin' },
      headers: { expected: 'headers that the route lets pages send', actual: 'others beside them' },
    },
  },
  concurrency_limited: {
    actual: 'more',
    fix: 'Wait for answers before asking for more. A proxy of yours in front is named with --trusted-proxies.',
    rule: 'gateway.maxAddressShare',
    variants: {
      requests: {
        sentence: 'This address has as many requests in progress as one address may have.',
        expected: 'at most {most} requests at once from one address',
      },
      streams: {
        sentence: 'This address has as many streams in progress as one address may have.',
        expected: 'at most {most} streams at once from one address',
      },
      route: {
        sentence: 'As many requests are in progress as this route lets be at once.',
        expected: 'at most {most} at once for each {by}',
        fix: 'Wait for answers before asking for more.',
      },
    },
  },
  overloaded: {
    actual: 'more',
    fix: 'Try again in a moment.',
    variants: {
      requests: {
        sentence: 'The gateway has as many requests in progress as it takes.',
        expected: 'at most {most} requests at once',
        rule: 'gateway.maxConcurrentRequests',
      },
      streams: {
        sentence: 'The gateway has as many streams in progress as it takes.',
        expected: 'at most {most} streams at once',
        rule: 'gateway.maxConcurrentStreams',
      },
      bodies: {
        sentence: 'The gateway holds as many bodies to look into as it takes.',
        expected: 'at most {most} bytes of bodies at once',
        rule: 'request.body of the route',
      },
      sign_ins: {
        sentence: 'More sign-ins are waiting than can be handled soon.',
        expected: 'a place in the queue of sign-ins',
        actual: 'a full queue',
        fix: 'Try again in a few seconds.',
      },
      passwords: {
        sentence: 'More passwords are waiting to be checked than can be checked soon.',
        expected: 'a place in the line',
        actual: 'a full line',
        fix: 'Try again in a second.',
      },
      mails: {
        sentence: 'More mails are waiting than can be sent soon.',
        expected: 'a place in the queue of mails',
        actual: 'a full queue',
        fix: 'Try again in some minutes; whoever runs Signet finds the reason in the log.',
      },
      operator_commands: {
        sentence: 'More operator commands came within a minute than can be told apart.',
        expected: 'fewer commands in a minute',
        fix: 'Try again in a minute.',
      },
    },
  },
  route_not_found: {
    sentence: 'This gateway has no route for the path.',
    expected: 'the path of a route',
    fix: 'Compare the path, and the host, with the routes of the configuration.',
    rule: 'RFC 9110 §15.5.5',
  },
  method_not_allowed: {
    sentence: 'The path exists, but not for this method.',
    expected: '{allowed}',
    actual: '{method}',
    fix: 'Use one of the allowed methods.',
    rule: 'RFC 9110 §15.5.6',
  },
  key_not_trusted: {
    sentence: 'The issuer publishes the key of this token, but it is not used here. {reason}',
    expected: 'a token of a published key that is safe to use',
    actual: 'the key {key}',
    fix: '{fix}',
    member: 'kid',
    rule: 'RFC 8725 §3.5',
  },
  keys_unavailable: {
    sentence: 'The gateway does not have the keys of the token’s issuer, so it cannot check the token.',
    expected: 'the published keys of the issuer {issuer}',
    actual: 'no answer with keys yet',
    fix: 'Try again in a moment; if it lasts, check that the gateway reaches the issuer.',
    rule: 'OpenID Connect Discovery 1.0 §4',
  },
  introspection_unavailable: {
    sentence: 'The issuer of the token could not be asked about it, so the gateway cannot accept it.',
    expected: 'an answer of the introspection endpoint of {issuer}',
    fix: 'Try again in a moment; if it lasts, check that the gateway reaches the endpoint and that its client may ask.',
    rule: 'RFC 7662 §2.1',
    variants: {
      no_answer: { actual: 'none that says whether the token is active' },
      busy: { actual: 'as many questions at once as it is asked' },
    },
  },
  revocation_stale: {
    sentence: 'The gateway cannot tell at the moment which tokens are revoked, so it accepts none.',
    expected: 'news of revocations within {within} s',
    fix: 'Try again in a moment; if it lasts, check that the gateway reaches its database.',
    rule: 'gateway.revocationStaleness',
    variants: {
      silent: { actual: 'none for {seconds} s' },
      never_heard: { actual: 'none since this process started or the clock of its machine jumped' },
    },
  },
  limiter_unavailable: {
    sentence: 'The gateway cannot count requests at the moment, so it refused this one.',
    expected: 'a limiter that counts',
    actual: 'one that does not answer',
    fix: 'Try again in a moment.',
    rule: 'RFC 9110 §15.6.4',
  },
  ledger_unavailable: {
    sentence: 'The gateway cannot reserve what this request may cost at the moment, so it refused it.',
    expected: 'a ledger that answers',
    actual: 'one that does not',
    fix: 'Try again in a moment.',
    rule: 'RFC 9110 §15.6.4',
  },
  check_refused: {
    rule: 'check of the route',
    fix: 'Ask whoever runs this API; with the reference they find what was decided by.',
    variants: {
      silent: { sentence: 'A check of this route refuses the call, and does not say why.' },
      reason: { sentence: 'A check of this route refuses the call: {reason}' },
    },
  },
  check_unavailable: {
    sentence: 'A check of this route could not be asked about the call, so it was refused.',
    expected: 'an answer of the check within {ms} ms',
    actual: 'none of use',
    fix: 'Try again in a moment.',
    rule: 'check of the route',
  },
  internal_error: {
    variants: {
      gateway: {
        sentence: 'The gateway could not decide on this request, so it refused.',
        fix: 'Give the reference to whoever runs this gateway.',
      },
      server: {
        sentence: 'Something failed inside Signet.',
        fix: 'Try again; if it happens again, give the reference to your operator.',
      },
      worker: {
        sentence: 'A gateway process did not start: {reason}.',
        fix: 'Look at the log of the server for what it could not do.',
      },
    },
  },
} as const;
