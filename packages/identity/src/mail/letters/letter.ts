/** What a letter is about. */
export type LetterKind =
  | 'test'
  | 'verify_email'
  | 'email_changed'
  | 'reset_password'
  | 'password_changed'
  | 'invitation'
  | 'organization_invitation'
  | 'sign_in'
  | 'prove'
  | 'registration'
  | 'registration_known'
  | 'provider_joined';

/**
 * The text of each, in one language: a line `Subject: …`, an empty line, paragraphs. `{{name}}` stands for a value; a
 * paragraph that is `[words]({{link}})` alone is what the reader is to press.
 */
export type Letters = { readonly [Kind in LetterKind]: string };

/** The values that stand in a letter, besides `site`, the name of the brand or else the host of the identity provider. */
export const valuesOfLetters: { readonly [Kind in LetterKind]: readonly string[] } = {
  test: [],
  verify_email: ['username', 'link', 'hours'],
  email_changed: ['username', 'address'],
  reset_password: ['username', 'link', 'minutes'],
  password_changed: ['username'],
  provider_joined: ['username', 'provider'],
  invitation: ['username', 'link', 'days'],
  organization_invitation: ['organization', 'link', 'days'],
  prove: ['username', 'code', 'minutes'],
  sign_in: ['username', 'code', 'link', 'minutes'],
  registration: ['link', 'hours'],
  registration_known: ['username', 'link'],
};
