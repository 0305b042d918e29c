/** What the browser says of a ceremony (WebAuthn Level 3 §5.8.1), as far as it is looked at before the rest is verified. */
export interface ClientData {
  readonly challenge: string;
}

/** `undefined` for what is no client data, and for a ceremony in a frame of another site: nothing here is shown in one. */
export function readClientData(encoded: string): ClientData | undefined {
  let data: unknown;
  try {
    data = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
  if (typeof data !== 'object' || data === null) return undefined;
  const { challenge, crossOrigin } = data as Readonly<Record<string, unknown>>;
  if (typeof challenge !== 'string' || (crossOrigin !== undefined && crossOrigin !== false)) return undefined;
  return { challenge };
}
