/** What is spoken with a model: by a caller at a door, or by Signet with an upstream. */
export const protocols = ['chat', 'responses', 'anthropic', 'gemini'] as const;

export type Protocol = (typeof protocols)[number];

/** What is spoken with providers: what callers speak, and Converse of Amazon Bedrock. */
export type ProviderProtocol = Protocol | 'bedrock';

export const providerProtocols: readonly ProviderProtocol[] = [...protocols, 'bedrock'];

/** Whose a value is that only its own maker can read: a signature over reasoning, encrypted content. */
export type Maker = 'openai' | 'anthropic' | 'google';

/**
 * State that must come back with the next turn, letter by letter, or that turn fails. Clients drop fields that they do
 * not know, so the id of its call carries it as well where the caller's protocol has no place that is sure to come back.
 */
export interface Sealed {
  readonly maker: Maker;
  readonly value: string;
}
