import type { JsonNode } from '../json/json-node.ts';
import type { DuplicateMember } from '../json/json-reading.ts';
import type { FoundToken } from './find-tokens.ts';

/** What the segments stand for (RFC 7515 §3.1, RFC 7516 §3.1). */
export type SegmentRole =
  | 'header'
  | 'payload'
  | 'signature'
  | 'encrypted-key'
  | 'initialisation-vector'
  | 'ciphertext'
  | 'authentication-tag'
  | 'unprotected-header'
  | 'additional-data'
  | 'surplus';

/** A text taken apart as far as it goes, for people to look at. Nothing in it is verified. */
export interface ParsedToken {
  /**
   * By the number of segments, 3 is `signed` and 5 is `encrypted`, or by the members of a JSON serialisation;
   * `empty` when nothing was pasted.
   */
  readonly kind: 'signed' | 'encrypted' | 'unknown' | 'empty';
  /** Segments between dots, or a JSON serialisation (RFC 7515 §7.2, RFC 7516 §7.2). */
  readonly form: 'compact' | 'json';
  /** The token alone: what stood around it is named in `removed`. Offsets count from its first character. */
  readonly token: string;
  /** What was taken away around or inside the token, in words, such as `the word Bearer`. */
  readonly removed: readonly string[];
  /** All the tokens of the text, where there are several; `token` is the first that fits. */
  readonly choices?: readonly FoundToken[];
  /** The payload stands elsewhere (RFC 7515 appendix F). */
  readonly isDetached?: true;
  /** Of a JSON serialisation with several signatures or recipients: how many, and which of them is taken apart. */
  readonly several?: { readonly count: number; readonly shown: number };
  /** What follows the token of an SD-JWT, from the first `~` on: disclosures, perhaps a key binding token. */
  readonly tail?: string;
  readonly segments: readonly Segment[];
  /** Of the whole token first, then of its segments in order. Empty for a token in its canonical spelling. */
  readonly problems: readonly TokenProblem[];
}

export interface Segment {
  readonly role: SegmentRole;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What could be decoded. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly content: SegmentContent;
}

export type SegmentContent =
  | {
      readonly kind: 'json';
      readonly text: string;
      readonly root: JsonNode;
      readonly duplicates: readonly DuplicateMember[];
    }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes' };

export interface TokenProblem {
  /** Where it lies: the whole token, or the layer of a segment that cannot be read. */
  readonly layer: 'token' | 'base64url' | 'utf-8' | 'json';
  /** The segment concerned; absent for the whole token. */
  readonly role?: SegmentRole;
  /** The characters of the token that are concerned. */
  readonly start: number;
  readonly end: number;
  readonly sentence: string;
  /** What can be done about it, as an imperative sentence. */
  readonly fix?: string;
  readonly rule?: string;
}
