import type { JsonNode } from '../json/json-node.ts';
import type { Claims } from '../verify/verified-token.ts';
import type { DescribedTime } from './describe-time.ts';
import type { KnownIssuer } from './issuers/known-issuer.ts';
import type { Notice } from './notice.ts';
import type { TokenKind } from './token-kind.ts';

/** A token in words, by its own account: nothing here is verified. */
export interface DescribedToken {
  readonly kind: TokenKind;
  /** Who issued it by the form of its members; absent where that is not known. */
  readonly issuer?: KnownIssuer;
  readonly header: readonly DescribedMember[];
  readonly claims: readonly DescribedMember[];
  /** The claims as a program reads them; absent where the payload is no JSON object. */
  readonly claimSet?: Claims;
  /** What the reader should know, in order of consequence. */
  readonly notices: readonly Notice[];
}

/** One member, in the order of the text; duplicates stay. */
export interface DescribedMember {
  readonly name: string;
  readonly value: JsonNode;
  readonly duplicate: boolean;
  /** Absent where the name is not registered. */
  readonly meaning?: string;
  readonly rule?: string;
  readonly time?: DescribedTime;
}
