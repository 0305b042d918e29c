import type { Sealed } from './protocol.ts';

/** A piece of a message. */
export type Part = (TextPart | ImagePart | AudioPart | FilePart | RefusalPart | ForeignPart) & Placed;

/** Where it stood in the caller's protocol, for the report of what is lost: `messages[2].content[0]`. */
export interface Placed {
  readonly path?: string;
}

export interface TextPart {
  readonly kind: 'text';
  readonly text: string;
  readonly citations?: readonly Citation[];
  /** Where the provider's cache of prompts is told to end. */
  readonly cacheMark?: CacheMark;
  /** Gemini signs texts as well. */
  readonly sealed?: Sealed;
}

export interface ImagePart {
  readonly kind: 'image';
  readonly source: Source;
  readonly detail?: 'auto' | 'low' | 'high' | 'original';
  readonly cacheMark?: CacheMark;
}

export interface AudioPart {
  readonly kind: 'audio';
  /** Base64. */
  readonly data: string;
  /** Such as `wav`. */
  readonly format: string;
}

export interface FilePart {
  readonly kind: 'file';
  readonly source: Source;
  readonly name?: string;
  readonly cacheMark?: CacheMark;
}

/** What a model says in place of an answer. */
export interface RefusalPart {
  readonly kind: 'refusal';
  readonly text: string;
}

/** What no other protocol has a word for; kept as it came, for the way back to its own. */
export interface ForeignPart {
  readonly kind: 'foreign';
  readonly type: string;
  readonly value: unknown;
}

/** Where the bytes are. Ids live at one upstream only. */
export type Source =
  | { readonly from: 'url'; readonly url: string }
  | { readonly from: 'data'; readonly mediaType: string /** Base64. */; readonly data: string }
  | { readonly from: 'id'; readonly id: string }
  | { readonly from: 'text'; readonly text: string };

export interface CacheMark {
  /** How long the provider keeps it. */
  readonly ttl: '5m' | '1h';
}

export interface Citation {
  readonly url?: string;
  readonly title?: string;
  readonly quoted?: string;
  /** Offsets into the text, in UTF-16 units. */
  readonly start?: number;
  readonly end?: number;
}
