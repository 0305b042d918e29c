import type { VerdictCode } from './verdict-code.ts';

/**
 * Why a token was refused, in the three parts every screen and every error shows:
 * what was expected, what came, and how to mend it. Never contains the token itself.
 */
export interface Refusal<Code extends string = VerdictCode> {
  /** Stable; documented in `docs/errors/`. Match on this, never on a sentence. */
  readonly code: Code;
  /** One plain sentence, safe to show to the caller. */
  readonly sentence: string;
  readonly expected?: string;
  readonly actual?: string;
  /** What the reader can do about it, as an imperative sentence. */
  readonly fix?: string;
  /** The claim or header parameter concerned, such as `aud` or `kid`. */
  readonly member?: string;
  /** The rule behind the refusal, such as `RFC 7519 §4.1.3`. */
  readonly rule?: string;
}

export interface Refused<Code extends string = VerdictCode> {
  readonly verdict: 'refused';
  readonly refusal: Refusal<Code>;
}

export interface Verified<Token> {
  readonly verdict: 'verified';
  readonly token: Token;
}

/** The answer to "may this token be believed?". There is no third answer: doubt is a refusal. */
export type Verdict<Token, Code extends string = VerdictCode> = Verified<Token> | Refused<Code>;

export function verified<Token>(token: Token): Verified<Token> {
  return { verdict: 'verified', token };
}

export function refused<Code extends string>(refusal: Refusal<Code>): Refused<Code> {
  return { verdict: 'refused', refusal };
}
