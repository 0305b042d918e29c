/** What is written, the cheapest for its worth first. */
const encodings = ['zstd', 'br', 'gzip'] as const;

export type Encoding = (typeof encodings)[number];

/** Longer ones are not read, and their senders get what there is. */
const longest = 1024;

/** What a client would rather have than the bytes as they are (RFC 9110 §12.5.3); undefined: these. @param values of `Accept-Encoding` */
export function negotiate(values: readonly string[]): Encoding | undefined {
  const text = values.join(',');
  if (text.length > longest) return undefined;
  const weights = new Map(text.split(',').map(weighed));
  const weightOf = (name: string) => weights.get(name) ?? weights.get('*') ?? 0;
  const plain = weights.get('identity') ?? 0;
  const wanted = encodings.map((name) => ({ name, weight: weightOf(name) }));
  const best = wanted.reduce((one, other) => (other.weight > one.weight ? other : one));
  return best.weight > 0 && best.weight >= plain ? best.name : undefined;
}

function weighed(part: string): readonly [name: string, weight: number] {
  const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  if (quality === undefined) return [name === 'x-gzip' ? 'gzip' : name, 1];
  return [name, /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(quality) ? Number(quality) : 0];
}
