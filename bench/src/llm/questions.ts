/** What is asked in a measurement: an answer that comes whole, or a stream of so many pieces of text. */
export interface Kind {
  readonly name: 'json' | 'short' | 'long';
  /** Pieces of text; none where the answer comes whole. */
  readonly chunks: number;
}

const [few, many] = [20, 220];

/** From the difference of the two streams comes what one piece costs. */
export const kinds: readonly Kind[] = [
  { name: 'json', chunks: 0 },
  { name: 'short', chunks: few },
  { name: 'long', chunks: many },
];

/** Pieces by which the streams differ. */
export const difference: number = many - few;

/** The model that the stand-in answers so by. */
export function modelFor({ chunks }: Kind): string {
  return `bench-${chunks}`;
}

/** As an app asks: a question of a few hundred bytes, in OpenAI's form. */
export function question(kind: Kind): string {
  return JSON.stringify({
    model: modelFor(kind),
    messages: [
      {
        role: 'system',
        content: 'You answer people who ask where their orders are. Be short, and say what you know.',
      },
      { role: 'user', content: 'Where is my order 1042? I was told that it would be here by Tuesday.' },
    ],
    temperature: 0.2,
    max_tokens: 400,
    ...(kind.chunks === 0 ? {} : { stream: true, stream_options: { include_usage: true } }),
  });
}
