import type { Meaning } from '../registry.ts';

type Members = ReadonlyMap<string, unknown>;

/** An issuer whose tokens are recognised by their form. By the token's own account: nothing here is to be believed. */
export interface KnownIssuer {
  readonly name: string;
  /** What its tokens have that others have not, as a sentence. */
  readonly note: string;
  /** Where its tokens are described. */
  readonly source: string;
}

export interface IssuerForm extends KnownIssuer {
  readonly is: (issuer: string, claims: Members, header: Members) => boolean;
  /** Its private claims and header parameters. */
  readonly members: Readonly<Record<string, Meaning>>;
}

/** The form of `iss` alone tells the issuer. */
export function named(form: RegExp): IssuerForm['is'] {
  return (issuer) => form.test(issuer);
}

/** Meanings of private claims that are described in one place. */
export function described(
  source: string,
  meanings: Readonly<Record<string, string>>,
): Readonly<Record<string, Meaning>> {
  return Object.fromEntries(
    Object.entries(meanings).map(([name, meaning]) => [name, { meaning, rule: source }]),
  );
}
