import type { SpanAttributes } from '@signet/gateway/ports';

/** What became of a sending to a collector. */
export type Posted =
  | { readonly kind: 'taken'; readonly answer: string }
  /** It will not have it, however often it comes. */
  | { readonly kind: 'refused'; readonly problem: string }
  | { readonly kind: 'again'; readonly problem: string };

const longestSending = 5000;
const longestAnswer = 64 * 1024;
/** Of OTLP over HTTP: whoever answers so may be asked again. */
const mayAskAgain = new Set([429, 502, 503, 504]);

/** Sends to a collector by OTLP over HTTP in JSON. @param to `v1/traces` or `v1/logs` */
export async function postOtlp(
  send: typeof fetch,
  endpoint: string,
  to: 'v1/traces' | 'v1/logs',
  message: object,
): Promise<Posted> {
  try {
    const response = await send(`${endpoint.replace(/\/$/, '')}/${to}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message),
      // A collector that sends elsewhere is not the one that was named.
      redirect: 'error',
      signal: AbortSignal.timeout(longestSending),
    });
    const answer = await readBounded(response);
    if (response.ok) return { kind: 'taken', answer };
    return mayAskAgain.has(response.status)
      ? { kind: 'again', problem: 'The collector is overloaded.' }
      : { kind: 'refused', problem: `The collector answers ${response.status}.` };
  } catch (error) {
    return { kind: 'again', problem: error instanceof Error ? error.message : 'of something unexpected' };
  }
}

/** `partialSuccess.rejectedSpans` and the like: a number or its digits. */
export function rejectedOf(answer: string, name: 'rejectedSpans' | 'rejectedLogRecords'): number {
  const digits = new RegExp(`"${name}"\\s{0,8}:\\s{0,8}"?([0-9]{1,9})`).exec(answer)?.[1];
  return digits === undefined ? 0 : Number(digits);
}

/** Who sends. */
export function otlpResource(node: string): object {
  return { attributes: otlpAttributes({ 'service.name': 'signet-gateway', 'service.instance.id': node }) };
}

export const otlpScope: { readonly name: string } = Object.freeze({ name: 'signet.gateway' });

/** Attributes as OTLP has them in JSON: whole numbers as text. */
export function otlpAttributes(attributes: SpanAttributes): readonly object[] {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: wireValue(value) }));
}

function wireValue(value: string | number | boolean): object {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  return Number.isSafeInteger(value) ? { intValue: String(value) } : { doubleValue: value };
}

/** Whole milliseconds and their fraction apart: together they are more digits than a number has. */
export function nanoseconds(milliseconds: number): string {
  const whole = Math.floor(milliseconds);
  const rest = Math.floor((milliseconds - whole) * 1_000_000);
  return String(BigInt(whole) * 1_000_000n + BigInt(rest));
}

/** Nobody's answer fills the memory; what is too long is not read as anything. */
async function readBounded({ body }: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body ?? []) {
    size += piece.length;
    if (size > longestAnswer) return '';
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString();
}
