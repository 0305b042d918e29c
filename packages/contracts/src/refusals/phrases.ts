/**
 * What a refusal of a body expects and finds. A template names the place of such a phrase `{#name}`; the value is its
 * key here, with what stands at `{of}` behind a colon: `members:username, password`.
 */
export const phrases = {
  members: 'a JSON object with no other members than {of}',
  nothing_or_empty: 'no body, or an empty JSON object',
  only_limit: 'no other parameter than limit',
  limit_and_after: 'no other parameters than limit and after',
  limit_and_before: 'no other parameters than limit and before',
  configuration_text: 'the text of a configuration, of at most 1 MiB',
  instant: 'a time in whole milliseconds since 1970',
  model_provider:
    'the name of a provider: 1 to 63 lower-case letters, digits and hyphens, starting and ending with a letter or digit',
  model_provider_kind: 'one of these kinds of providers: {of}',
  model_provider_url:
    'an https address without user name, password, query and fragment (http only to this machine), which `openai-compatible` needs',
  model_provider_key: 'a key of 8 to 4096 visible characters without spaces',
  tool_server: 'the name of a server of tools, as `mcp.servers` has it',
  tool_token: 'a token of 8 to 4096 visible characters without spaces',
  configuration_number: 'the number of an applied configuration, as `signet config history` shows it',
  prompt_name: 'the name of a prompt: lower-case letters, digits and hyphens',
  prompt_version: 'a version such as 1.4',
  prompt_canary: 'a share: 0 to 100 percent, or a claim with its values',
  prompt_definition: 'a prompt as a JSON object',
  switched_models: 'names of models that may switch whatever tests of prompts say, at most 1000',
  opened_routes: 'names of routes that may be opened to everyone, at most 1000',
  attributes:
    'at most 32 attributes (4 KiB), each a text of 256 characters, a number, a boolean or a list of 32 texts',
  api_key_claims:
    'at most 32 claims (4 KiB) whose names no standard has: each a text of 256 characters, a number, a boolean or a list of 32 texts',
  api_key_lifetime: 'a whole number of milliseconds from one minute to ten years',
  users_query: 'no other parameters than limit, after, username, role, group and state',
  user_state: 'active or disabled',
  role: 'a role of 1 to 128 visible characters',
  declaration: 'an object as it stands in `signet.yaml`',
  group: 'the name of a group: lower-case letters, digits and hyphens',
  groups: 'a list of at most 64 names of groups, each of lower-case letters, digits and hyphens',
  organization: 'the name of an organisation, lower-case letters, digits and hyphens, or its id (org_…)',
  organization_name: 'a name of 1 to 63 lower-case letters, digits and hyphens, not at its ends a hyphen',
  display_name: 'a text of 1 to 120 characters, all of which are seen',
  member_roles: 'a list of at most 64 roles of 1 to 128 visible characters, without admin',
  preview_query: 'no other parameters than client, audience, roles, groups and organization',
  costs_query: 'no other parameters than by, since, until and limit',
  cost_label: 'the name of a label, such as model, subject or team',
  kept_calls_query: 'no other parameters than route, since and limit',
  kept_route: 'the id of a route, of 1 to 64 characters',
  rehearsal: 'an id of the rehearsal: 16 to 64 letters, digits, _ and -',
  rehearsal_most: 'an amount of 1 to 1,000,000,000,000 millionths of the currency',
  rehearsal_currency: 'a currency of three capital letters, such as USD',
  rehearsal_model: 'the name of a model, of 1 to 256 characters',
  audit_query: 'no other parameters than limit, order, after, action, actor and target',
  audit_order: 'newest or oldest',
  audit_action: 'an action of the audit log, such as sign_in.failed',
  audit_id: 'an identifier of 1 to 128 visible characters',
  sequence: 'the sequence number of an entry',
  overlap: 'a whole number of milliseconds from 0 to 30 days',
  limit: 'a whole number from 1 to 1000',
  identifier: 'an identifier such as {of}…',
  username:
    'a user name: 1 to 64 of a–z, 0–9, dot, underscore, @ and hyphen, starting with a letter or digit',
  password: 'a password of 1 to 256 characters',
  code: 'a code of 1 to 64 characters',
  base64url: 'a text in base64url, and no longer than such a one is',
  passkey: 'what the browser answered of the passkey, as JSON',
  passkey_name: 'a name of 1 to 64 characters',
  email: 'an email address such as ada@example.org',
  link_token: 'the 43 characters of a link that was mailed',
  name_or_email: 'a user name or an email address',
  mail_language: 'one of these languages: {of}',
  client_id:
    'a client_id: 1 to 63 lower-case letters, digits and hyphens, starting and ending with a letter or digit',
  refresh_token: 'a refresh token of 1 to 512 visible characters',
  device_held: 'the `device` of an earlier answer',
  device_of_client: '`device` beside `client`, and only there',
  token_of_client: '`client` beside `refreshToken`, and neither alone',
  audience: 'an audience of 1 to 512 visible characters',
  scopes: 'a list of at most 64 scopes of RFC 6749 §3.3',
  roles: 'a list of at most 64 roles of 1 to 128 visible characters',
  revocation_target: 'exactly one of jti or kid (with or without issuer), sid, sub and client_id',
  signature_algorithm: 'one of these algorithms: {of}',
  fitting: 'a value that fits',
  nothing: 'nothing',
  null: 'null',
  list: 'a list',
  text: 'a text',
  number: 'a number',
  boolean: 'a boolean',
  object: 'an object',
  something: 'something else',
  list_misfit: 'a list that does not fit',
  text_misfit: 'a text that does not fit',
  number_misfit: 'a number that does not fit',
  boolean_misfit: 'a boolean that does not fit',
  object_misfit: 'an object that does not fit',
  member_too_many: 'a member too many',
  members_too_many: 'members too many',
} as const;

export type PhraseKey = keyof typeof phrases;

export function isPhraseKey(value: unknown): value is PhraseKey {
  return typeof value === 'string' && Object.hasOwn(phrases, value);
}

/** The value that speaks an English text as a phrase; a text that is none of them stays as it is. */
export function phraseValue(text: string): string {
  for (const [key, phrase] of Object.entries(phrases)) {
    const [before = '', after] = phrase.split('{of}');
    if (after === undefined ? text === phrase : text.startsWith(before) && text.endsWith(after)) {
      return after === undefined ? key : `${key}:${text.slice(before.length, text.length - after.length)}`;
    }
  }
  return text;
}
