/** What the admin API says, and what the control side says of an address that leads nowhere. */
export const controlTemplates = {
  admin_required: {
    sentence: 'The account is not an administrator.',
    expected: 'the role {role}',
    actual: 'an account without it',
    fix: 'Sign in as an administrator.',
  },
  credential_mismatch: {
    fix: 'Run the command again.',
    rule: 'RFC 9449 §4.3',
    variants: {
      method: {
        sentence: 'The operator credential was made for another method.',
        expected: 'the method that the credential was made for',
        actual: '{came}',
        member: 'htm',
      },
      address: {
        sentence: 'The operator credential was made for another address.',
        expected: 'the address that the credential was made for',
        actual: '{came}',
        member: 'target',
      },
      body: {
        sentence: 'The operator credential was made for another body.',
        expected: 'the body that the credential was made for',
        actual: 'another',
        member: 'body',
      },
      version: {
        sentence: 'The operator credential is of another version than this server takes.',
        expected: 'version {taken}, which is made for one request',
        actual: 'version {came}',
        member: 'ver',
        fix: 'Use the signet command that belongs to the server.',
      },
      first_version: {
        sentence: 'The operator credential is of another version than this server takes.',
        expected: 'version {taken}, which is made for one request',
        actual: 'version 1, which is good for any request',
        member: 'ver',
        fix: 'Use the signet command that belongs to the server.',
      },
    },
  },
  account_exists: {
    sentence: 'An account of this name exists.',
    expected: 'a name that no account has',
    actual: 'one that is taken',
    fix: 'Choose another username.',
  },
  account_unknown: {
    sentence: 'No account has the id {id}.',
    expected: 'the id of an account',
    actual: '{id}',
    fix: 'List the accounts to find the id.',
  },
  client_exists: {
    sentence: 'A client of this id exists, stored or in the configuration.',
    expected: 'an id that no client has',
    actual: 'one that is taken',
    fix: 'Choose another id, or remove the client that has it.',
  },
  client_unknown: {
    sentence: 'No client has the id {client}.',
    expected: 'the id of a client',
    actual: '{client}',
    fix: 'List the clients to find the id.',
  },
  client_configured: {
    sentence: 'The client {client} is declared in the configuration, and can be changed only there.',
    expected: 'a client that was added by command or API',
    actual: 'one of the configuration',
    fix: 'Change it in signet.yaml; it counts from the moment the file is saved.',
  },
  client_public: {
    sentence: 'The client {client} is public, and has no secret.',
    expected: 'a confidential client',
    actual: 'a public one',
    fix: 'Make it confidential first, if it can keep a secret.',
    rule: 'RFC 6749 §2.1',
  },
  client_has_keys: {
    sentence: 'The client {client} proves itself by a key, and has no secret.',
    expected: 'a client without `publicKeys` and `jwksUri`',
    actual: 'one with keys',
    fix: 'Change the client to one without keys first, if it is to have a secret.',
    rule: 'RFC 7523 §2.2',
  },
  account_changed: {
    sentence: 'The account was changed since it was read.',
    expected: 'the account as `If-Match` names it',
    actual: 'another version',
    fix: 'Read it again, and repeat the change if it is still needed.',
    rule: 'RFC 9110 §13.1.1',
  },
  client_changed: {
    sentence: 'The client was changed since it was read.',
    expected: 'the client as `If-Match` names it',
    actual: 'another version',
    fix: 'Read it again, and repeat the change if it is still needed.',
    rule: 'RFC 9110 §13.1.1',
  },
  precondition_missing: {
    sentence: 'The request does not say which version it changes.',
    expected: '`If-Match` with the ETag of the last answer',
    actual: 'none',
    fix: 'Read it first, and send its ETag as `If-Match`.',
    rule: 'RFC 6585 §3',
  },
  reference_unknown: {
    sentence: 'No request is recorded under {reference}.',
    expected: 'the reference of a recorded request',
    actual: '{reference}',
    fix: 'Check the reference; records are kept for a while only, and successes only in part.',
  },
  revocation_target_invalid: {
    fix: 'Check the target.',
    variants: {
      account: {
        sentence: 'No account has this id.',
        expected: 'the id of an account, as `signet user list` shows it',
      },
      future: {
        sentence: 'Tokens cannot be revoked before they are issued.',
        expected: 'a time that has passed',
      },
      built_in_client: {
        sentence: 'The client `{client}` is Signet itself, whose tokens are those of persons who signed in.',
        expected: 'the `client_id` of another client, or a session or an account',
        actual: '{client}',
      },
      session: {
        sentence: 'No session has this id.',
        expected: 'the `sid` of a token of this issuer',
      },
    },
  },
  group_unknown: {
    sentence: 'There is no group of this name.',
    expected: 'a group that `signet.yaml` declares, or that was added',
    actual: '{group}',
    fix: 'Declare it first, then put people into it.',
  },
  declaration_exists: {
    sentence: 'There is an {kind} named {name} already, stored or in the configuration.',
    expected: 'a name that is free',
    actual: '{name}',
    fix: 'Choose another name, or change the one that is there.',
  },
  declaration_unknown: {
    sentence: 'There is no {kind} named {name}.',
    expected: 'the name of one that is declared',
    actual: '{name}',
    fix: 'List them with `signet {kind} list`.',
  },
  declaration_configured: {
    sentence: 'The {kind} {name} is declared in the configuration, and can be changed only there.',
    expected: 'one that was added by command or API',
    actual: 'one of the configuration',
    fix: 'Change it in signet.yaml; it counts from the moment the file is saved.',
  },
  declaration_changed: {
    sentence: 'What is declared was changed since it was read.',
    expected: 'what `If-Match` names',
    actual: 'another version',
    fix: 'Read it again, and repeat the change if it is still needed.',
    rule: 'RFC 9110 §13.1.1',
  },
  declaration_invalid: {
    sentence: 'What would be declared does not fit at {place}.',
    expected: '{allowed}',
    actual: '{found}',
    fix: '{mend}',
  },
  signing_key_unknown: {
    sentence: 'No signing key has the id {key}, or it is retired already.',
    expected: 'the id of a key that is published',
    actual: '{key}',
    fix: 'List the keys with `signet keys list`.',
  },
  signing_key_too_new: {
    sentence: 'The key {key} was published too recently: verifiers may not know it yet.',
    expected: 'a time after {safe}',
    actual: '{now}',
    fix: 'Rotate again after {safe}. In an emergency `--dangerously-sign-at-once` does not wait.',
    rule: 'RFC 9111 §4.2',
  },
  signing_key_in_use: {
    variants: {
      signs: {
        sentence: 'The key {key} signs the tokens of this issuer.',
        expected: 'a key that does not sign',
        actual: 'the key that signs',
        fix: 'Let another key sign first, with `signet keys rotate`.',
      },
      live: {
        sentence: 'Tokens that the key {key} signed may be alive until {until}.',
        expected: 'a time after {until}',
        actual: '{now}',
        fix: 'Wait: the key is retired by itself then. If it was stolen, `--dangerously-retire-live-key` refuses those tokens now.',
      },
      secret: {
        sentence: 'The API {api} has the secret {key} already.',
        expected: 'an API without a secret',
        actual: 'one that has one',
        fix: 'Exchange it with `signet api secret {api} --rotate`; a secret is told only once.',
      },
      waits: {
        sentence: 'The key {key} is published as the next one, and signs with {algorithm}.',
        expected: 'no other next key, or one of {asked}',
        actual: '{algorithm}',
        fix: 'Take it back with `signet keys retire {key}`, and rotate again; or rotate without naming an algorithm.',
      },
    },
  },
  signing_keys_changed: {
    sentence: 'Someone else changed the signing keys at the same time.',
    expected: 'the keys as they were when this began',
    actual: 'others',
    fix: 'Look at them with `signet keys list`, and try again if it is still needed.',
  },
  not_found: {
    fix: 'Look at the address.',
    variants: {
      auth: { sentence: 'Nothing answers at this address in this way.' },
      admin_api: { sentence: 'The admin API has nothing at this address.' },
      page: {
        sentence: 'There is nothing at {method} {path}.',
        fix: 'Look at the address. API calls go to the gateway, which has an address of its own.',
      },
      address: {
        sentence: 'There is nothing at this address.',
        expected: 'a path in percent-encoded UTF-8 without dot segments',
      },
    },
  },
} as const;
