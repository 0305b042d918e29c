import type { ExaminedMember, ExaminedToken } from '../lint/examined-token.ts';
import { member } from '../lint/examined-token.ts';
import type { Finding } from '../lint/finding.ts';
import { quoteValue } from '../verdict/quote.ts';
import type { AudienceClaim } from '../verify/policy.ts';

/** The kinds of token whose rules are written down. */
export type ProfileName = 'id-token' | 'access-token' | 'logout-token' | 'client-assertion' | 'dpop-proof';

/** What a caller of a profile may know; what is absent is not checked. Times in seconds. */
export interface Expectations {
  readonly now: number;
  /** Tolerated difference of clocks; default 60. */
  readonly clockSkew?: number;
  /** Nobody asked for this profile: the token was taken for one by what stands in it. */
  readonly isRecognised?: true;
  readonly issuer?: string;
  /** `aud` must hold it; for ID and logout tokens this is the client. */
  readonly audience?: string;
  /** The claim that stands for `aud` in tokens of an issuer that writes none. */
  readonly audienceClaim?: AudienceClaim;
  /** The nonce that the request, or for DPoP the server, gave. */
  readonly nonce?: string;
  /** The access token that an ID token or a DPoP proof came with. */
  readonly accessToken?: string;
  /** The authorisation code that an ID token came with. */
  readonly code?: string;
  /** HTTP method of the request that a DPoP proof came with. */
  readonly method?: string;
  /** Address of that request. */
  readonly url?: string;
}

/** Writes the findings of one profile: everything that is the same for them is said once. */
export class ProfileReport {
  readonly findings: Finding[] = [];
  readonly token: ExaminedToken;
  readonly #profile: ProfileName;
  readonly #who: string;

  constructor(token: ExaminedToken, profile: ProfileName, who: string) {
    this.token = token;
    this.#profile = profile;
    this.#who = who;
  }

  /** A finding about a member, placed where it stands if it does. */
  add(
    name: string,
    about: string,
    text: { readonly sentence: string; readonly fix: string; readonly reference: string },
    level: Finding['level'] = 'error',
  ): void {
    const at = member(this.token.claims, name) ?? member(this.token.header, name);
    const where = at === undefined ? {} : { where: at.where };
    this.findings.push({ rule: `${this.#profile}/${about}`, level, ...text, member: name, ...where });
  }

  /** Each of these claims must be there. */
  require(names: readonly string[], reference: string): void {
    for (const name of names) {
      if (member(this.token.claims, name) !== undefined) continue;
      const fix = `Have the issuer set ${name}.`;
      this.add(name, `${name}-missing`, {
        sentence: `${this.#who} needs ${name}; there is none.`,
        fix,
        reference,
      });
    }
  }

  /** A claim, if it is there, must be this value. */
  expect(name: string, expected: unknown, reference: string): void {
    const at = member(this.token.claims, name);
    if (expected === undefined || at === undefined || at.value === expected) return;
    const sentence = `${name} is ${quoteValue(at.value)}; ${quoteValue(expected)} is expected.`;
    this.add(name, `${name}-unexpected`, {
      sentence,
      fix: 'Refuse the token: it is for another purpose.',
      reference,
    });
  }

  claim(name: string): ExaminedMember | undefined {
    return member(this.token.claims, name);
  }

  headerOf(name: string): ExaminedMember | undefined {
    return member(this.token.header, name);
  }
}
