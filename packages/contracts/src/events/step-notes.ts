import type { Places } from '../refusals/template.ts';

/**
 * What a step says of its work, in English. `{name}` is the place of a value: a fact, or another of these texts. Units
 * belong to the texts.
 */
export const englishNotes = {
  /** A sentence behind another one. */
  next: '{first}. {second}',
  /** What belongs to the same sentence. */
  with: '{first}; {second}',

  'public-route': 'The route is public',
  'no-token': 'No token came, and the route takes such requests too',
  'nothing-asked': 'The route asks for no scope and no role',
  'no-limit': 'The route has no limit',
  'only-asked': 'Another proxy forwards: it only asked',
  'answered-here': 'The route answers by itself',
  preflight: 'A browser asked what its page may do',

  dropped: 'Not passed on, as only a gateway may say it: {headers}',
  dropped_more: 'Not passed on, as only a gateway may say it: {headers} and {more} more',
  dropped_cookie: 'Not passed on, as only the identity provider may see it: a cookie of sign-in',

  route: 'Route {route}',
  token: 'One bearer token in {source}',
  api_key: 'One API key in {source}',
  password: 'One name with its password in {source}',

  signed: 'Signed by {issuer} with {alg}',
  signed_by_key: 'Signed by {issuer} with {alg}, key {kid}',
  checked: 'the signature was checked for this request',
  remembered: 'the signature was remembered from an earlier request',

  active: '{issuer} calls it active',
  asked: 'the issuer was asked for this request',
  answer_remembered: 'the answer was remembered from an earlier request',

  known_key: 'The API key {key}',
  key_looked_up: 'it was looked up for this request',
  key_remembered: 'it was remembered from an earlier request',

  known_machine: 'The machine {machine}',
  password_checked: 'its password was checked for this request',
  password_remembered: 'its password was remembered from an earlier request',

  used_now: 'It counts once, and has been used by this request',
  not_revoked: 'Not revoked, by news {seconds} s old',

  carries_scopes: 'Carries the scopes {scopes}',
  carries_role: 'Carries one of the roles {roles}',
  carries_permissions: 'Carries the permissions {permissions}',
  meets_conditions: 'Meets the conditions {conditions}',
  meets_requirements: 'Meets {requirements}',
  breaks_condition: 'Of a condition this does not hold: {part}',
  signed_in_how: 'Of a sign-in that suffices for the acr {acr}',
  signed_in_when: 'Signed in at most {seconds} s ago',
  carries_both: 'Carries the scopes {scopes} and one of the roles {roles}',

  budget: 'A budget of {budget}',
  left: '{left} left of {budget}',
  of_route: '{count} in {seconds} s for the whole route',
  of_address: '{count} in {seconds} s for each address',
  a_day: '{count} a day for each {by}',
  a_month: '{count} a month for each {by}',
  at_once: 'At most {count} at once for each {by}',
  of_claim: '{count} in {seconds} s for each {claim}',

  'webhook-allowed': '{host} allowed it, within {ms} ms',
  'webhook-refused': '{host} refused it, within {ms} ms',
  'webhook-busy': '{host} is being asked about as many calls as may be at once',
  'webhook-timeout': '{host} gave no whole answer within {ms} ms',
  'webhook-unreachable': '{host} could not be reached until the end of its answer, for {ms} ms',
  'webhook-status': '{host} answered with another status than 200, within {ms} ms',
  'webhook-unreadable':
    '{host} answered what does not say in one way whether the call is allowed, within {ms} ms',
  'webhook-too-large': '{host} answered more than is read, within {ms} ms',

  'cache-hit': 'Answered by what is kept, {seconds} s old',
  'cache-stale': 'Answered by what is kept though it is stale, {seconds} s old',
  'cache-revalidated': 'Answered by what is kept: its upstream said that it has not changed',
  'cache-miss': 'Nothing was kept that would do',
  'cache-pass': 'For such requests nothing is kept',
  cache_kept: 'the answer is kept',

  model_asked: 'Asked for {asked}: {model} of {provider} ({spoken})',
  model_tokens: '{input} tokens in, {output} out',
  model_cost: 'that costs {amount} {currency}',
  model_cost_unknown: 'what that costs is not known',
  model_kept: 'Answered by what was kept of it',
  model_saved: 'which saved {amount} {currency}',
  model_passed_over: 'Before: {targets}',
  model_lost: 'Not passed on as it came: {lost}',
  model_guarded: 'Guards found something: {guarded}',

  spent_reserved: 'Reserved: {most}; left in budgets: {budgets}',
  spent_nowhere: 'No budget counts it',
  spent_booked: 'Booked: {booked}',
  spent_released: 'Nothing was spent',
  tool_server_asked: 'Asked {server} for {method} ({spoken})',
  tool_called: 'Called the tool {tool} of {server} ({spoken})',
  tool_digest: 'its definition is {digest}',

  checked_parameters: 'As described: {count} parameters',
  checked_body: 'As described: a body of {bytes} bytes',

  answered: '{upstream} at {target} answered {status}',
  silent: '{upstream} at {target} did not answer',
  again: 'Attempt {attempt}: {said}',
  context_given: 'a context token went with it',
  'token-forwarded': 'the token of the caller went with it',
  'token-kept-back': 'the token of the caller did not, as it is bound to a key or an API key',
  kept_back_cookie: 'the cookie of sign-in it set was not passed on',

  unwell: 'The checks of {targets} fail',
  ejected: 'Failed too often of late: {targets}',
  retries_spent: 'Not sent again, since too many requests were',

  unreachable: 'The upstream accepts no connection',
  'closed-at-once': 'The upstream closed the connection at once',
  'connect-timeout': 'No connection within {ms} ms',
  timeout: 'The upstream sent nothing for {ms} ms',
  broken: 'The upstream closed the connection before its answer was complete',
  'not-passed-on': 'The answer could not be passed on',
  malformed: 'The answer cannot be read in one way only',
  busy: 'All {connections} connections to the upstream are in use',
  waited: 'None of {connections} connections to the upstream came free within {ms} ms',
  aborted: 'The client broke off its body',
} as const;

export type NoteKey = keyof typeof englishNotes;

/** One language's notes. One that lacks a key does not compile. */
export type StepNotes = Readonly<Record<NoteKey, string>>;

/** The values that a note has places for. */
export type NoteValues<Key extends NoteKey> = {
  readonly [Name in Places<(typeof englishNotes)[Key]>]: string | number;
};
