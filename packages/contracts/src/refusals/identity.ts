/** What the identity provider says, and what every endpoint says of a body that does not fit. */
export const identityTemplates = {
  request_invalid: {
    variants: {
      body: {
        sentence: 'The body is not what this endpoint takes.',
        expected: '{#expected}',
        actual: '{#actual}',
        fix: 'Send a JSON object with these members and no others.',
      },
      member: {
        sentence: 'The member `{member}` is not what this endpoint takes.',
        expected: '{#expected}',
        actual: '{#actual}',
        fix: 'Correct `{member}` and send it again.',
        member: '{member}',
      },
      unreadable: {
        sentence: 'The request cannot be read.',
        expected: 'one JSON object with content-type application/json',
        actual: 'something else',
        fix: 'Send the members that this endpoint names, as JSON.',
      },
      username: {
        sentence: 'This cannot be a username.',
        expected: 'a letter or digit, then up to 63 of a-z 0-9 . _ @ -',
        actual: 'another form',
        fix: 'Choose another username.',
        member: 'username',
      },
      username_address: {
        sentence: 'A username that looks like an email address cannot be chosen.',
        expected: 'a name without @',
        actual: 'one with @',
        fix: 'Choose another username; the address signs nobody in as somebody else.',
        member: 'username',
      },
      role_name: {
        sentence: 'A role has a name that cannot stand in a token.',
        expected: 'printable ASCII without space, quote and backslash, at most 128 characters',
        actual: 'a name with another character, or a longer one',
        fix: 'Give the role another name.',
        member: 'roles',
      },
      scope_name: {
        sentence: 'A scope has a name that cannot stand in a token.',
        expected: 'printable ASCII without space, quote and backslash, at most 128 characters',
        actual: 'a name with another character, or a longer one',
        fix: 'Give the scope another name.',
        member: 'scopes',
      },
      not_one_time: {
        sentence: 'Only a one-time password is replaced while signing in, and this one is not.',
        expected: 'no newPassword',
        actual: 'newPassword beside a password that is no one-time password',
        fix: 'Sign in without newPassword.',
        member: 'newPassword',
      },
      no_enrolment: {
        sentence: 'This account need not add an authenticator app to sign in.',
        expected: 'an account without a second factor, where `identity.secondFactor` is `required`',
        actual: 'an account that has one, or may go in without',
        fix: 'Sign in, and add the app on the page `/account`.',
        member: 'enrolment',
      },
    },
  },
  token_hook_failed: {
    sentence: 'What the token is to say has to be asked for elsewhere, and no answer of use came.',
    expected: 'an answer of the token hook in time, with claims that it may add',
    actual: 'none, or another one; the log says more',
    fix: 'Try again in a moment: nothing was used up. The operator looks at `identity.tokenHook` and at what it leads to.',
  },
  signing_unavailable: {
    variants: {
      no_secret: {
        sentence:
          'The API {api} asks for tokens under a secret that it shares with this issuer, and has none.',
        expected: 'a secret of the API',
        actual: 'none',
        fix: 'As an administrator make one with `signet api secret {api}`, and give it to the API.',
      },
      unfit_secret: {
        sentence:
          'The secret of the API {api} that `identity.apiSecrets` leads to is too short for {algorithm}.',
        expected: 'as many bytes as the hash of {algorithm} has',
        actual: 'fewer',
        fix: 'As an administrator put a longer one where the reference leads, and say `signet secrets refresh`.',
      },
      signer: {
        sentence: 'What signs tokens does not answer, or not rightly.',
        expected: 'a signature that the public key verifies, within 5 s',
        actual: 'none',
        fix: 'Try again in a moment; nothing was used up. As the operator look into the log, which says why.',
      },
      context: {
        sentence: 'The gateway has no key at the moment to sign what it tells the service behind this route.',
        expected: 'a key of the gateways’ own',
        actual: 'none for this time',
        fix: 'Try again in a moment. As the operator, check that a gateway node reaches a control node, and the clock of its machine.',
      },
    },
  },
  credentials_invalid: {
    variants: {
      wrong: {
        sentence: 'The name or the password is wrong.',
        fix: 'Check both and try again.',
      },
      one_time_used: {
        sentence: 'The one-time password has just been used.',
        fix: 'Sign in with the new password.',
      },
      has_password: {
        sentence: 'This account has a password, which is what it shows.',
        fix: 'Enter the password. Who does not know it sets another one by a link.',
      },
      unreadable: {
        sentence: 'What came as Authorization: Basic is no name with a password.',
        expected: 'a name, a colon and a password in UTF-8, in base64, at most {most} bytes',
        actual: 'something else',
        fix: 'Send both as RFC 7617 has it; every HTTP client does so by itself.',
        rule: 'RFC 7617 §2',
      },
      plain_http: {
        sentence: 'A name and a password came by plain HTTP, where others can read them.',
        expected: 'HTTPS',
        actual: 'HTTP',
        fix: 'Call by HTTPS, and have the password exchanged: others may have read it.',
        rule: 'RFC 7617 §4',
      },
    },
  },
  login_throttled: {
    fix: 'Try again in {wait} s. A device that signed in to this account before is not slowed down by others.',
    variants: {
      account: { sentence: 'Too many sign-ins have failed for this account.' },
      address: { sentence: 'Too many sign-ins have failed for this address.' },
      network: { sentence: 'Too many sign-ins have failed for this network.' },
      machine: {
        sentence: 'Too many wrong passwords came for this name, or from this address.',
        fix: 'Try again in {wait} s, with the right password: a wrong one makes others wait as well.',
      },
    },
  },
  account_disabled: {
    sentence: 'The account is disabled.',
    expected: 'an account that is enabled',
    actual: 'a disabled one',
    fix: 'Ask an administrator to enable it.',
  },
  password_change_required: {
    sentence: 'This password was made for one use and must be replaced before you are signed in.',
    expected: 'newPassword beside username and password',
    actual: 'no newPassword',
    fix: 'Sign in again with the same password and a new one.',
    member: 'newPassword',
  },
  second_factor_required: {
    sentence: 'This account has a second factor, and it was not shown.',
    member: 'code',
    variants: {
      code: {
        expected: 'a code of the authenticator app, or a recovery code, beside the password',
        actual: 'no code',
        fix: 'Send the same request again, with the code.',
      },
      passkey: {
        expected: 'a passkey of the account, or a recovery code, beside the password',
        actual: 'neither',
        fix: 'Send the same request again, with the passkey. It needs a browser: sign in on the page of this Signet.',
      },
      either: {
        expected:
          'a code of the authenticator app, a passkey of the account, or a recovery code, beside the password',
        actual: 'none of them',
        fix: 'Send the same request again, with one of them.',
      },
    },
  },
  second_factor_wrong: {
    member: 'code',
    variants: {
      wrong: {
        sentence: 'The code is wrong.',
        expected: 'the six digits that the authenticator app shows now, or a recovery code that was not used',
        fix: 'Wait for the next code and type that. If codes are always wrong, set the clock of the phone.',
      },
      used: {
        sentence: 'This code was used before.',
        expected: 'a code that was not used',
        fix: 'Wait for the next code, at most 30 s, and type that.',
        rule: 'RFC 6238 §5.2',
      },
      enrolment: {
        sentence: 'The code is none of the authenticator app that is being added.',
        expected: 'the six digits that the app shows now for this account',
        fix: 'Type the code that the app shows now. If it is always wrong, set the clock of the phone.',
      },
    },
  },
  second_factor_throttled: {
    sentence: 'Too many wrong codes came for this account or from this network.',
    fix: 'Try again in {wait} s, or use a recovery code. If it was not you, somebody knows your password: change it.',
  },
  passkey_refused: {
    member: 'passkey',
    variants: {
      over: {
        sentence: 'The challenge that the passkey answered is not good here, or not any more.',
        expected:
          'an answer to a challenge that this browser was given at most 30 min ago, and did not answer before',
        fix: 'Try again.',
        rule: 'WebAuthn Level 3 §13.4.3',
      },
      unknown: {
        sentence: 'No account here has this passkey.',
        expected: 'a passkey that was added to an account, and not removed',
        fix: 'Sign in in another way, and remove this passkey from the device: it opens nothing.',
      },
      wrong: {
        sentence: 'The passkey’s answer is not right.',
        expected: 'a signature of the passkey for this very site, of a person who was checked by the device',
        fix: 'Try again at the address of this Signet, and let the device check who you are (by finger, face or PIN).',
        rule: 'WebAuthn Level 3 §7.2',
      },
      other: {
        sentence: 'The passkey belongs to another account.',
        expected: 'a passkey of the account whose password came with it',
        fix: 'Choose a passkey of this account.',
      },
      copied: {
        sentence: 'The passkey counts its uses, and the count went back: there may be a copy of it.',
        expected: 'a count that is higher than at the last use',
        fix: 'Sign in in another way, remove this passkey, and add another.',
        rule: 'WebAuthn Level 3 §6.1.1',
      },
    },
  },
  passkey_not_added: {
    variants: {
      over: {
        sentence: 'The challenge for the new passkey is not good here, or not any more.',
        expected:
          'an answer to a challenge that this browser was given for this account at most 30 min ago, once',
        fix: 'Begin again.',
      },
      wrong: {
        sentence: 'What came is no passkey that can be added here.',
        expected:
          'a new passkey for this very site, with ES256, EdDSA or RS256, made by a device that checked the person',
        fix: 'Begin again at the address of this Signet, and let the device check who you are (by finger, face or PIN).',
        rule: 'WebAuthn Level 3 §7.1',
      },
      exists: {
        sentence: 'This passkey is there already.',
        expected: 'one that is not',
        fix: 'Use the one that is there.',
      },
      full: {
        sentence: 'The account has as many passkeys as an account can have.',
        expected: 'fewer than {most} passkeys',
        fix: 'Remove one that is not used any more.',
      },
    },
  },
  passkey_not_removed: {
    sentence: 'Nothing else signs you in here, so this passkey stays.',
    expected: 'a password, another passkey or a provider beside it',
    actual: 'none',
    fix: 'Set a password, or add another passkey or a provider first.',
  },
  passkey_unknown: {
    sentence: 'The account has no such passkey.',
    expected: 'a passkey of this account',
    actual: 'another, or one that was removed',
    fix: 'Read what there is again: it was removed meanwhile.',
  },
  factor_exists: {
    sentence: 'The account has an authenticator app.',
    expected: 'an account without one',
    actual: 'an account with one',
    fix: 'Remove the one that is there first.',
  },
  factor_unknown: {
    sentence: 'The account has no authenticator app.',
    expected: 'an account with one',
    actual: 'an account without one',
    fix: 'Read what there is again: it was removed meanwhile.',
  },
  factor_enrolment_required: {
    sentence: 'Everybody needs a second factor here, and this account has none.',
    expected: 'an authenticator app, added while signing in',
    actual: 'an account without a second factor',
    fix: 'Sign in on the page of this Signet, `/account`: it shows how to add one.',
    rule: '`identity.secondFactor`',
  },
  factor_enrolment_over: {
    sentence: 'It took too long to add the authenticator app, or it was begun for another account.',
    expected: 'what beginning it answered, at most 15 min ago',
    actual: 'something else, or that too late',
    fix: 'Begin again, and remove the entry that the app has already.',
  },
  password_too_weak: {
    fix: 'Choose a few words that do not belong together, or let a password manager make one.',
    rule: 'NIST SP 800-63B §3.1.1.2',
    variants: {
      too_short: { sentence: 'The password is too short.', expected: 'at least {least} characters' },
      too_long: { sentence: 'The password is too long.', expected: 'at most {most} characters' },
      repeated: {
        sentence: 'The password repeats the same few characters.',
        expected: 'a password that does not repeat itself',
      },
      date: {
        sentence: 'Much of the password is a date or a year.',
        expected: 'a password without a date',
      },
      sequence: {
        sentence: 'Much of the password is a row such as 1234 or abcd.',
        expected: 'a password without such a row',
      },
      common: {
        sentence: 'The password is a common one, or a common word with a few characters changed or added.',
        expected: 'a password that is not on the lists of common ones, however spelled',
      },
      keyboard: {
        sentence: 'The keys of the password lie side by side on a keyboard.',
        expected: 'a password that is no walk over the keyboard',
      },
      username: {
        sentence: 'The password is made from the username.',
        expected: 'a password that is not made from the username',
      },
      service_name: {
        sentence: 'The password is made from the name of this service.',
        expected: 'a password that is not made from the name of this service',
      },
      guessed_soon: { sentence: 'The password is guessed too soon.', expected: 'a longer password' },
      same_again: {
        sentence: 'The new password is the password of now.',
        expected: 'another password',
        fix: 'Choose a password that you have not used here.',
      },
      one_time_again: {
        sentence: 'The new password is the one-time password.',
        expected: 'another password',
        fix: 'Choose a password that only you know.',
      },
    },
  },
  link_unusable: {
    expected: 'a link that was sent, and not used',
    fix: 'Ask for a new one.',
    variants: {
      unknown: { sentence: 'There is no such link, or none any more.', actual: 'a link that is not known' },
      used: { sentence: 'This link was used before.', actual: 'a link that was used' },
      expired: { sentence: 'This link has expired.', actual: 'a link that was good for a while' },
      overtaken: {
        sentence: 'The account has changed since this link was sent.',
        actual: 'a link of before',
      },
      withdrawn: {
        sentence: 'This invitation is not open any more.',
        actual: 'one that was answered, withdrawn or replaced',
      },
    },
  },
  invitation_for_another: {
    sentence: 'The invitation went to another address than the confirmed one of this account.',
    expected: 'the account whose confirmed address it was sent to',
    actual: 'another account, or one whose address is not confirmed',
    fix: 'Sign in with that account, or confirm the address for this one on its own page; or have this address invited.',
  },
  provider_unknown: {
    sentence: 'There is no such provider here.',
    expected: 'one of `identity.providers` in the configuration',
    actual: 'another, or one that was taken out meanwhile',
    fix: 'Sign in in another way.',
  },
  provider_unreachable: {
    sentence: 'The provider does not answer as it should, so nobody was signed in.',
    expected: 'an OpenID provider at the issuer of the configuration',
    actual: 'no answer, or one that is of use to nobody; the log says more',
    fix: 'Try again in a moment, or sign in in another way.',
  },
  provider_refused: {
    variants: {
      denied: {
        sentence: 'The provider was told not to sign you in here.',
        fix: 'Try again, or sign in in another way.',
      },
      other: {
        sentence: 'The provider refused the sign-in.',
        actual: 'an error of the provider; the log says which',
        fix: 'Try again. If it stays so, Signet is registered there otherwise than `identity.providers` says.',
      },
    },
  },
  provider_answer_invalid: {
    sentence: 'What the provider answered is not to be believed, so nobody was signed in.',
    expected:
      'an answer of the provider that was asked, to this very request, signed with one of its published keys',
    actual: 'another; the log says why',
    fix: 'Try again. If it stays so, tell whoever runs this Signet.',
    rule: 'OpenID Connect Core 1.0 §3.1.3.7; RFC 9207 §2.4',
  },
  provider_sign_in_over: {
    sentence: 'No sign-in by a provider is under way in this browser.',
    expected: 'one that began in this browser at most 10 min ago, and was not answered yet',
    actual: 'none, one of another browser, or one that is over',
    fix: 'Begin again at the page for signing in.',
    rule: 'RFC 9700 §4.7',
  },
  provider_account_missing: {
    variants: {
      none: {
        sentence: 'You are signed in there, but no account here belongs to it.',
        expected: 'an account that is joined to it, or that has the same address, verified on both sides',
        actual: 'none',
        fix: 'Sign in here in another way, confirm the same address on your own page, and try again; or ask for an account.',
      },
      administrator: {
        sentence: 'The account of this address is an administrator’s, which no address joins to a provider.',
        expected: 'an account without the role `admin`',
        actual: 'one with it',
        fix: 'Sign in with the password.',
      },
      other: {
        sentence: 'The account of this address is joined to another sign-in of this provider.',
        expected: 'the sign-in there that it was joined to first',
        actual: 'another, with the same address',
        fix: 'Sign in there as you did before, or here with the password.',
      },
    },
  },
  email_sign_in_off: {
    sentence: 'Nobody signs in by mail here.',
    expected: '`identity.emailSignIn` in the configuration to allow it',
    actual: 'a configuration that does not',
    fix: 'Sign in in another way.',
  },
  email_sign_in_wrong: {
    sentence: 'This is not the code of the newest mail.',
    expected: 'the code or the link of the mail that was asked for last in this browser',
    actual: 'another',
    fix: 'Take the code of the newest mail. After five tries a new mail is needed.',
  },
  email_sign_in_over: {
    fix: 'Ask for a new mail at the page for signing in.',
    variants: {
      elsewhere: {
        sentence: 'No sign-in by mail is under way in this browser.',
        expected: 'one that was asked for in this browser at most 10 min ago',
        actual: 'none, or one of another browser',
        fix: 'Open the link in the browser in which you asked for it, or type the code of the mail there.',
      },
      over: {
        sentence: 'This sign-in by mail is over.',
        expected: 'one that is not used, not older than 10 min, and not tried five times',
        actual: 'one that is over',
      },
    },
    rule: 'RFC 9700 §4.7',
  },
  administrator_needed: {
    sentence: 'Nobody else is an administrator here, so this account stays one.',
    expected: 'another account with the role `admin` that is not disabled',
    actual: 'none',
    fix: 'Give somebody else the role `admin` first: `signet user roles NAME --add admin`.',
  },
  tool_server_unknown: {
    actual: '{server}',
    variants: {
      own: {
        sentence: 'No server of tools named {server} takes a token of yours, or has one.',
        expected: 'one of `mcp.servers` with `credential: sealed`; to take a token back, one that you gave',
        fix: 'Ask which there are: `GET /auth/account/tool-tokens`.',
      },
      configured: {
        sentence: 'The configuration has no server of tools named {server}.',
        expected: 'one of `mcp.servers`',
        fix: 'Name one of those, or add this one there.',
      },
    },
  },
  provider_link_refused: {
    variants: {
      last_way: {
        sentence: 'Nothing else signs you in here, so this provider stays.',
        expected: 'a password, a passkey or another provider beside it',
        actual: 'none',
        fix: 'Set a password, or add a passkey or another provider first.',
      },
      elsewhere: {
        sentence: 'This sign-in at the provider belongs to another account here.',
        expected: 'a sign-in there that belongs to no account here',
        actual: 'one that does',
        fix: 'Use that account, or part the two there first.',
      },
      already: {
        sentence: 'Your account is joined to another sign-in of this provider already.',
        expected: 'one sign-in of each provider',
        actual: 'a second one',
        fix: 'Part the one that is joined first.',
      },
    },
  },
  proof_over: {
    variants: {
      mail: {
        sentence: 'The code of this mail is good no more.',
        expected: 'one that is not used, not older than 10 min, and not tried five times',
        actual: 'one that is over',
        fix: 'Have another mail sent.',
      },
      provider: {
        sentence: 'You have not just signed in at the provider for this.',
        expected: 'a sign-in there that was asked for here, at most 10 min ago, and is not used yet',
        actual: 'none, one of before, or one that was used',
        fix: 'Sign in there once more.',
      },
      stranger: {
        sentence: 'You signed in at the provider as somebody who is not joined to this account.',
        expected: 'the sign-in there that is joined to this account',
        actual: 'another',
        fix: 'Sign in there as the person of this account.',
      },
    },
    rule: 'OpenID Connect Core 1.0 §3.1.2.1',
  },
  email_taken: {
    sentence: 'Another account has this address.',
    expected: 'an address that no other account has',
    actual: 'one that another account has',
    fix: 'Use that account, or another address.',
    member: 'email',
  },
  registration_closed: {
    expected: '`identity.registration` in the configuration to allow it',
    variants: {
      own: {
        sentence: 'Nobody makes an account for themselves here.',
        actual: '`invitation` or `closed`',
        fix: 'Ask whoever runs this Signet for an account.',
      },
      invitation: {
        sentence: 'Nobody is invited here.',
        actual: '`closed`',
        fix: 'Set `identity.registration` to `invitation`, or add the account with a one-time password.',
      },
    },
  },
  user_code_unknown: {
    sentence: 'This code is not known, has expired, or was used.',
    expected: 'the code that the device shows, within ten minutes',
    actual: 'another one',
    fix: 'Look at the device again. If it shows the same code, let it show a new one.',
    rule: 'RFC 8628 §3.3',
  },
  user_code_throttled: {
    sentence: 'Too many codes were wrong.',
    expected: 'the code that the device shows',
    actual: 'one after the other that none shows',
    fix: 'Look at the device again, and type its code in {wait} s.',
    rule: 'RFC 8628 §5.1',
  },
  registration_throttled: {
    sentence: 'Too many names were tried with this link.',
    expected: 'a name that is free',
    actual: 'one after the other that is not',
    fix: 'Try another name in {wait} s.',
  },
  mail_throttled: {
    fix: 'Look at the mail that has come, also where unwanted mail is put. Try again in {wait} s.',
    variants: {
      account: { sentence: 'Too many mails were asked for about this account.' },
      address: { sentence: 'Too many mails were asked for from this address.' },
      network: { sentence: 'Too many mails were asked for from this network.' },
    },
  },
  audience_not_allowed: {
    member: 'audience',
    variants: {
      listed: {
        sentence: 'Tokens for this audience are not issued to this account.',
        expected: 'one of {allowed}',
        actual: 'another audience',
        fix: 'Ask for an audience of the list, or have it added to identity.audiences.',
      },
      none: {
        sentence: 'Tokens are issued to this account for no audience.',
        expected: 'an audience under identity.audiences',
        actual: 'none there',
        fix: 'Have an audience added to identity.audiences.',
      },
      session: {
        sentence: 'Tokens for the audience of this session are not issued any more.',
        expected: 'an audience under identity.audiences',
        actual: 'one that was taken away',
        fix: 'Sign in again for another audience, or have it added to identity.audiences.',
      },
    },
  },
  origin_not_allowed: {
    sentence: 'The request comes from a page of another site.',
    expected: '{origin}',
    fix: 'Open {issuer} and sign in there.',
    rule: 'RFC 6454 §7',
    variants: {
      origin: { actual: '{came}' },
      site: { actual: 'a {came} request' },
      not_same_site: {
        sentence: 'A page of another site sent the cookie or the password that its browser adds by itself.',
        expected: 'a page of the same site as the API',
        actual: '{came}',
        fix: 'Call the API from a page on the same site; other sites use OpenID Connect.',
        rule: 'Fetch Metadata §2.4',
      },
      app_apart: {
        sentence: 'The app is on another site than Signet, and browsers keep no session for it there.',
        expected: 'an app on the same site as {origin}',
        actual: '{came}',
        fix: 'Let the app sign people in by OpenID Connect, or serve it from a host of the same site as {issuer}.',
      },
    },
  },
  client_not_native: {
    sentence: 'The session API gives no refresh token in the body to a client of this name.',
    expected: 'a client with `native: true` and `firstParty: true`',
    actual: 'another client, or none',
    fix: 'Declare the app of your own with both, or let it sign people in by OpenID Connect.',
    rule: 'RFC 8252 §8.4',
    member: 'client',
  },
  body_token_refused: {
    sentence: 'A refresh token in the body is for an app on a device, and not for a browser.',
    expected: 'a request without `Origin`, `Sec-Fetch-Site` and session cookie',
    fix: 'Let pages in browsers use the cookie, which no script can read: leave `client` and `refreshToken` out.',
    rule: 'RFC 9700 §4.14',
    variants: {
      page: { actual: 'a request of a page' },
      cookie: { actual: 'the cookie of a session beside it' },
    },
  },
  csrf_token_invalid: {
    sentence: 'A page sent the session cookie without proof that it may read the answers of Signet.',
    expected: '`X-CSRF-Token` with the token of this session',
    fix: 'Ask `GET /auth/csrf`, and send its `csrfToken` in `X-CSRF-Token`; the SDK does it by itself.',
    rule: 'OWASP CSRF Prevention Cheat Sheet, “Signed Double-Submit”',
    variants: {
      missing: { actual: 'no such header' },
      other: { actual: 'a token of another session, or none of ours' },
      not_bound: {
        sentence:
          'The token in the cookie was not made for a cookie: it names no proof by which pages use it.',
        expected: 'an access token of the session API, with `csrf_hash`',
        actual: 'one without',
        fix: 'Sign in again by `/auth/login`, from an origin of a client with `browserTokens: cookie`.',
      },
    },
  },
  refresh_token_missing: {
    sentence: 'No refresh token came with the request.',
    expected: 'the cookie that sign-in set',
    actual: 'none',
    fix: 'Sign in.',
  },
  refresh_token_invalid: {
    fix: 'Sign in again.',
    variants: {
      proof_key: {
        sentence: 'The refresh token is bound to a key that nobody proved to have.',
        expected: 'a DPoP proof of the key, or the certificate, with which it was first given out',
        actual: 'none, or another one',
        fix: 'Send the proof or show the certificate, or sign in again.',
        rule: 'RFC 9449 §5, RFC 8705 §4',
      },
      unknown: { sentence: 'The refresh token is not known.' },
      several: {
        sentence: 'More than one refresh token came.',
        expected: 'one refresh token',
        actual: 'several',
      },
    },
  },
  refresh_token_expired: {
    fix: 'Sign in again.',
    variants: {
      ended: { sentence: 'The refresh token or its session has reached its end.' },
      older_than_sessions: { sentence: 'The session is older than sessions may be now.' },
    },
  },
  refresh_token_reused: {
    sentence: 'The refresh token was used before, so somebody else may hold a copy. The session is ended.',
    expected: 'a refresh token that was not used yet',
    actual: 'one that was used',
    fix: 'Sign in again. If this was not your doing, change the password.',
    rule: 'RFC 9700 §4.14.2',
  },
  session_unknown: {
    sentence: 'There is no such session of this person.',
    expected: 'the `id` of a session of `GET /auth/sessions`',
    actual: 'another one',
    fix: 'List the sessions again.',
  },
  session_ended: {
    fix: 'Sign in again.',
    variants: {
      session: { sentence: 'The session has ended.' },
      account: { sentence: 'Everything issued to the account was revoked, this session with it.' },
      client: { sentence: 'Everything issued to this client was revoked, and this with it.' },
      consent: {
        sentence: 'What this client may do in the name of its person was withdrawn, and this with it.',
        fix: 'Send the person to sign in again: they are asked whether they agree.',
      },
    },
  },
  token_request_invalid: {
    rule: 'RFC 6749 §3.2',
    variants: {
      no_form: {
        sentence: 'The request for a token is no form.',
        expected: 'application/x-www-form-urlencoded with `grant_type`',
        actual: 'another body',
        fix: 'Send the parameters as a form.',
      },
      repeated: {
        sentence: 'The parameter `{parameter}` came more than once.',
        expected: 'each parameter once',
        actual: '`{parameter}` again',
        fix: 'Send it once.',
        member: '{parameter}',
      },
      no_grant_type: {
        sentence: 'The request does not say how it asks for a token.',
        expected: '`grant_type`',
        actual: 'none',
        fix: 'Send `grant_type=client_credentials`.',
        member: 'grant_type',
      },
      missing: {
        sentence: 'The parameter `{parameter}` is missing.',
        expected: '`{parameter}`, once',
        actual: 'none',
        fix: 'Send `{parameter}` with this `grant_type`.',
        member: '{parameter}',
      },
      no_token: {
        sentence: 'The request names no token.',
        expected: '`token`',
        actual: 'none',
        fix: 'Send the token as `token`.',
        rule: 'RFC 7662 §2.1',
        member: 'token',
      },
      certificate_missing: {
        sentence: 'This client gets tokens that are bound to its certificate, and none came.',
        expected:
          'a TLS connection with a certificate that is good now, at an endpoint of `mtls_endpoint_aliases`',
        actual: 'none, or one that has run out',
        fix: 'Send the request to the `token_endpoint` of `mtls_endpoint_aliases` in the discovery document, with the certificate.',
        rule: 'RFC 8705 §3',
      },
      two_bindings: {
        sentence: 'The token would be bound to a certificate and to a key at once.',
        expected: 'the certificate alone, as `certificateBound` of the client says',
        actual: 'a DPoP proof as well',
        fix: 'Leave the proof out, or change `certificateBound` of the client into `dpop`.',
        rule: 'RFC 8705 §3',
        member: 'DPoP',
      },
      not_own: {
        sentence: 'The token was issued to another client.',
        expected: 'a token of the client that asks',
        actual: 'one of another',
        fix: 'Let the client revoke it that it was issued to, or an administrator.',
        rule: 'RFC 7009 §2.1',
        member: 'token',
      },
      two_proofs: {
        sentence: 'The client proves itself in two ways at once.',
        expected: 'one of the Authorization header, `client_secret` and `client_assertion`',
        actual: 'several',
        fix: 'Leave the others out.',
        rule: 'RFC 6749 §2.3',
      },
      two_clients: {
        sentence: 'The request names two clients.',
        expected: 'the `client_id` of the Authorization header, or none in the form',
        actual: 'another `client_id`',
        fix: 'Leave `client_id` out of the form.',
        rule: 'RFC 6749 §2.3',
      },
    },
  },
  client_invalid: {
    rule: 'RFC 6749 §2.3.1',
    variants: {
      assertion_unreadable: {
        sentence: 'The assertion cannot be read.',
        expected:
          'a signed JWT as `client_assertion`, and `client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer`',
        actual: 'something else',
        fix: 'Let a library make the assertion (`private_key_jwt`).',
        rule: 'RFC 7523 §2.2',
      },
      assertion_unproven: {
        sentence: 'The assertion proves no client.',
        expected:
          'a JWT with the id of a client as `iss` and `sub`, an `aud`, `exp` and `jti`, signed by a key of that client',
        actual: 'another one',
        fix: 'Check `client_id` and the key; its public half must stand in `publicKeys` or at `jwksUri` of the client.',
        rule: 'RFC 7523 §3',
      },
      assertion_audience: {
        sentence: 'The assertion is meant for somebody else.',
        expected: 'an `aud` that is the issuer or its token endpoint, and nothing beside it',
        actual: 'another `aud`, or several',
        fix: 'Set `aud` to the `issuer` of the discovery document.',
        rule: 'RFC 7523 §3',
      },
      assertion_lifetime: {
        sentence: 'The assertion is not for now, or for too long.',
        expected: 'an `exp` at most {seconds} s ahead',
        actual: 'an `exp` that is past, or further ahead',
        fix: 'Make it for this request, with an `exp` of a minute from now; compare the clocks.',
        rule: 'RFC 7523 §3',
      },
      assertion_used: {
        sentence: 'This assertion was used before.',
        expected: 'a new `jti` in each assertion',
        actual: 'one that came already',
        fix: 'Make a new assertion for each request. If this was one, somebody else sent it first.',
        rule: 'RFC 7523 §3',
      },
      certificate_missing: {
        sentence: 'The client proves itself by a certificate, and none came.',
        expected:
          'a TLS connection with the certificate of the client, at an endpoint of `mtls_endpoint_aliases`',
        actual: 'a request without certificate, or another proof',
        fix: 'Send it to the `token_endpoint` of `mtls_endpoint_aliases` in the discovery document, with the certificate and nothing else.',
        rule: 'RFC 8705 §2',
      },
      certificate_wrong: {
        sentence: 'The certificate does not prove this client.',
        expected:
          'one that is good now and that `certificate` of the client names; where it names a subject or a name, one of an authority of `identity.mtls.ca`, for clients (`clientAuth`)',
        actual: 'another one',
        fix: 'Compare `openssl x509 -noout -subject -nameopt RFC2253 -ext subjectAltName,extendedKeyUsage -dates` with `signet client show`.',
        rule: 'RFC 8705 §2',
      },
      none: {
        sentence: 'No client proved itself.',
        expected: 'the id and the secret of a client, in the Authorization header or in the form',
        actual: 'not both',
        fix: 'Send `Authorization: Basic` with id and secret, or `client_id` and `client_secret` in the form.',
      },
      unreadable: {
        sentence: 'The Authorization header cannot be read.',
        expected: 'Basic, with id and secret form-encoded, joined by a colon, in base64',
        actual: 'something else',
        fix: 'Encode id and secret before they are joined.',
      },
      wrong: {
        sentence: 'The client or its secret is wrong.',
        expected: 'the id of a client and a secret of it that is good',
        actual: 'another pair',
        fix: 'Check both; the client may have been removed, or its secret replaced.',
      },
    },
  },
  client_throttled: {
    sentence: 'Too many proofs of this client, or from this address, were wrong.',
    expected: 'the right secret, which is never slowed down',
    actual: 'a wrong one again',
    fix: 'Correct the secret; wrong ones are looked at again in {wait} s.',
  },
  client_not_allowed: {
    sentence: 'This client may not get tokens in this way.',
    expected: '`{grant}` under `grants` of the client',
    actual: 'a client without it',
    fix: 'Add it to `grants` of the client.',
    rule: 'RFC 6749 §4.4',
  },
  grant_type_unsupported: {
    sentence: 'There is no such way to a token here.',
    expected: 'one of {supported}',
    actual: 'another `grant_type`',
    fix: 'Ask in one of these ways.',
    rule: 'RFC 6749 §5.2',
    member: 'grant_type',
  },
  scope_not_allowed: {
    sentence: 'The client may not have a scope that it asks for.',
    expected: 'no other than {allowed}',
    actual: 'a scope beyond these',
    fix: 'Ask for less, or add the scope to `scopes` of the client.',
    rule: 'RFC 6749 §3.3',
    member: 'scope',
  },
  organization_not_allowed: {
    member: 'organization',
    variants: {
      unknown: {
        sentence: 'No token of this organisation is given here.',
        expected: 'an organisation that the person, or the client, is in',
        actual: 'another, or one that does not exist',
        fix: 'Name an organisation of which this is a member, or sign in again to choose one.',
      },
      client: {
        sentence: 'The client gets no tokens of organisations.',
        expected: 'no `organization`',
        actual: 'one was named',
        fix: 'Leave it out, or set `organizations` of the client.',
      },
      required: {
        sentence: 'The client gets tokens of an organisation only.',
        expected: 'the organisation that the token is of',
        actual: 'none',
        fix: 'Name it as `organization`, or sign in again to choose one.',
      },
    },
  },
  resource_not_allowed: {
    rule: 'RFC 8707 §2',
    member: 'resource',
    variants: {
      listed: {
        sentence: 'The client gets no tokens for this API.',
        expected: 'one of {allowed}',
        actual: 'another audience',
        fix: 'Ask for an audience of the list, or add it to `audiences` of the client.',
      },
      several: {
        sentence: 'The request names more than one API.',
        expected: 'one `resource`, since a token is for one API',
        actual: 'several',
        fix: 'Ask for one token for each.',
      },
      revocations: {
        sentence: 'The client may not follow what is revoked.',
        expected: '`{audience}` under `audiences` of the client',
        actual: 'a client without it',
        fix: 'Add it to `audiences` of the client.',
        member: 'client_id',
      },
    },
  },
  subject_token_invalid: {
    rule: 'RFC 8693 §2.2.2',
    member: 'subject_token',
    variants: {
      unknown: {
        sentence: 'The token to be exchanged is no access token that is good here.',
        expected: 'an access token of this issuer that has not expired',
        actual: 'another one, or another kind',
        fix: 'Send the token with which the service was called.',
      },
      revoked: {
        sentence: 'The token to be exchanged was revoked, or its session has ended.',
        expected: 'a token that nobody has revoked',
        actual: 'one that was',
        fix: 'Refuse the call that it came with.',
      },
      for_others: {
        sentence: 'The token is for an API that this client is not.',
        expected: 'an `aud` among {allowed}',
        actual: 'another one',
        fix: 'Send a token with which this service was called, or add its `aud` to `exchangeFrom` of the client.',
      },
      other_type: {
        sentence: 'Only access tokens are exchanged, and for access tokens.',
        expected:
          '`subject_token_type=urn:ietf:params:oauth:token-type:access_token`, and no other `requested_token_type`',
        actual: 'another type',
        fix: 'Name this type.',
        member: 'subject_token_type',
      },
      actor: {
        sentence: 'The client that proves itself is who acts; no other can be named.',
        expected: 'no `actor_token`',
        actual: 'one',
        fix: 'Leave it out.',
        member: 'actor_token',
      },
      too_many_actors: {
        sentence: 'The token has passed through too many services.',
        expected: 'at most {most} in `act`',
        actual: 'more',
        fix: 'Call the service from nearer to the person; a chain of this length is usually a loop.',
      },
    },
  },
  dpop_proof_invalid: {
    rule: 'RFC 9449 §4.3',
    member: 'DPoP',
    variants: {
      missing: {
        sentence: 'A DPoP proof is needed, and none came.',
        expected: 'a header `DPoP` with a proof for this request',
        actual: 'none',
        fix: 'Let a library send proofs (DPoP), or take `dpop` from the client.',
        rule: 'RFC 9449 §5',
      },
      unreadable: {
        sentence: 'The DPoP proof cannot be read.',
        expected:
          'one signed JWT with the public key as `jwk` in its header, and a `jti` of at most 256 characters',
        actual: 'something else',
        fix: 'Let a library make the proof.',
      },
      unsigned: {
        sentence: 'The key inside the DPoP proof did not sign it.',
        expected: 'a signature of that key, by an algorithm that is not symmetric',
        actual: 'another one',
        fix: 'Sign the proof with the private half of the key in its header.',
      },
      used: {
        sentence: 'This DPoP proof was used before.',
        expected: 'a new `jti` in each proof',
        actual: 'one that came already',
        fix: 'Make a new proof for each request. If this was one, somebody else sent it first.',
      },
      rule: {
        sentence: 'The DPoP proof does not fit this request.',
        expected: 'a proof that was made for it a moment ago',
        actual: '{detail}',
        fix: 'Make the proof for the method and the address of the request, and compare the clocks.',
      },
    },
  },
  dpop_nonce_needed: {
    sentence: 'The DPoP proof repeats no nonce that the issuer gave lately.',
    expected: 'the `nonce` of the header `DPoP-Nonce` of this answer',
    actual: 'none, or an older one',
    fix: 'Send the request again, with this nonce in the proof.',
    rule: 'RFC 9449 §8',
    member: 'nonce',
  },
  response_type_unsupported: {
    sentence: 'A sign-in is answered with a code, and with nothing else.',
    expected: 'a code: `response_type=code`',
    actual: 'another one, or none',
    fix: 'Ask for a code; tokens are got for it at the token endpoint.',
    rule: 'RFC 6749 §3.1.1',
    member: 'response_type',
  },
  device_pending: {
    sentence: 'Nobody has allowed this device yet.',
    expected: 'a person who types the code and agrees',
    actual: 'nobody so far',
    fix: 'Ask again after the interval.',
    rule: 'RFC 8628 §3.5',
  },
  device_too_fast: {
    sentence: 'The device asks more often than it was told to.',
    expected: '{seconds} s between two questions',
    actual: 'less',
    fix: 'Wait that long from now on.',
    rule: 'RFC 8628 §3.5',
  },
  device_denied: {
    sentence: 'The person said no to this device.',
    expected: 'a person who agrees',
    actual: 'one who did not',
    fix: 'Begin again if that was a mistake.',
    rule: 'RFC 8628 §3.5',
  },
  device_expired: {
    sentence: 'The code of this device is not known, has expired, or was used.',
    expected: 'a `device_code` of this client, younger than ten minutes and not used yet',
    actual: 'another one',
    fix: 'Begin again.',
    rule: 'RFC 8628 §3.5',
    member: 'device_code',
  },
  client_registration_off: {
    sentence: 'Apps do not register themselves at this Signet.',
    expected: '`identity.clientRegistration: token`',
    actual: '`off`',
    fix: 'Ask an administrator to add the client, or to open registration.',
    rule: 'RFC 7591 §3',
  },
  registration_token_invalid: {
    sentence: 'The token is not known here, has expired, was used, or belongs to another app.',
    expected:
      'for a new app a token that was made for it; for a registered one its `registration_access_token`',
    actual: 'another one, or none',
    fix: 'Ask for a new one: `signet client registration-token`.',
    rule: 'RFC 7591 §3, RFC 7592 §2',
  },
  client_metadata_invalid: {
    sentence: 'A member of the registration cannot be what it says.',
    expected: '{member}: {expected}',
    actual: 'something else',
    fix: 'Change the member, or leave it out.',
    rule: 'RFC 7591 §3.2.2',
  },
  redirect_uri_invalid: {
    sentence: 'An address to which the app wants to be answered cannot be one.',
    expected: '{expected}',
    actual: 'something else',
    fix: 'Register the exact address: https, http on this machine, or the app’s own scheme.',
    rule: 'RFC 7591 §3.2.2, RFC 9700 §2.1',
  },
  software_statement_refused: {
    sentence: 'The registration brings a software statement, and none is trusted here.',
    expected: 'a registration without `software_statement`',
    actual: 'one with it',
    fix: 'Leave it out.',
    rule: 'RFC 7591 §2.3',
  },
  authorization_request_invalid: {
    rule: 'RFC 6749 §4.1.2.1',
    variants: {
      client: {
        sentence: 'The app that sent you here is not known.',
        expected: 'the `client_id` of a client that signs people in',
        actual: 'another one, or none',
        fix: 'Go back to the app. Whoever runs it adds it to `clients`, with the grant `authorization_code`.',
        member: 'client_id',
      },
      redirect_uri: {
        sentence: 'The app wants to be answered at an address that is not its own.',
        expected: 'one of `redirectUris` of the client, character by character',
        actual: 'another address, or none',
        fix: 'Go back to the app. Whoever runs it adds the address to `redirectUris` of the client.',
        member: 'redirect_uri',
      },
      expired: {
        sentence: 'This sign-in has expired, or was begun in another browser.',
        expected: 'the browser in which it was begun, within half an hour',
        actual: 'another browser, or later',
        fix: 'Go back to the app and sign in again.',
      },
      other: {
        sentence: 'The request of the app is not what OpenID Connect asks for.',
        expected: 'a request that the app’s library makes',
        actual: '{detail}',
        fix: 'Go back to the app. Whoever runs it finds the mistake under the reference.',
      },
    },
  },
  interaction_unknown: {
    sentence: 'There is no such sign-in under way in this browser.',
    expected: 'a sign-in that began in this browser less than half an hour ago',
    actual: 'one that has expired, is over, or began elsewhere',
    fix: 'Go back to the app and sign in again.',
  },
  sign_in_needed: {
    sentence: 'This sign-in needs the person, and nothing was shown that stands for them.',
    expected: 'the access token of `POST /auth/login`, as new as the app demands',
    actual: 'none, an older one, or that of an app',
    fix: 'Sign in by `POST /auth/login`, then send its access token.',
    rule: 'OpenID Connect Core 1.0 §3.1.2.3',
  },
  code_invalid: {
    rule: 'RFC 6749 §5.2',
    member: 'code',
    variants: {
      proof_key: {
        sentence: 'The code was asked for with another key.',
        expected: 'a DPoP proof of the key that `dpop_jkt` names',
        actual: 'none, or one of another key',
        fix: 'Keep the key until the code comes.',
        rule: 'RFC 9449 §10',
        member: 'DPoP',
      },
      unknown: {
        sentence: 'The authorization code is not known for this client.',
        expected: 'a code that this client was given less than a minute ago',
        actual: 'another one, or later',
        fix: 'Begin the sign-in again.',
      },
      redirect_uri: {
        sentence: 'The code was given out to another address.',
        expected: 'the `redirect_uri` of the request for the code',
        actual: 'another one',
        fix: 'Send the same `redirect_uri` both times.',
        member: 'redirect_uri',
      },
      verifier: {
        sentence: 'The `code_verifier` is not the one that the code was asked for with.',
        expected: 'what `code_challenge` was made of',
        actual: 'something else',
        fix: 'Keep the verifier beside `state` until the code comes.',
        rule: 'RFC 7636 §4.6',
        member: 'code_verifier',
      },
      ended: {
        sentence: 'The session in which the code was given out has ended.',
        expected: 'a session that is alive',
        actual: 'one that is over',
        fix: 'Begin the sign-in again.',
      },
    },
  },
  code_reused: {
    sentence: 'The authorization code came a second time; the session is ended.',
    expected: 'a code that was not used before',
    actual: 'one that was exchanged already',
    fix: 'Sign in again. A code that comes twice was copied, or the app sends its answers twice.',
    rule: 'RFC 6749 §4.1.2',
    member: 'code',
  },
} as const;
