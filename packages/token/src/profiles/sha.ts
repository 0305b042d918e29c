/** The SHA-2 of a text in UTF-8. */
export async function sha(bits: 256 | 384 | 512, text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest(`SHA-${bits}`, new TextEncoder().encode(text)));
}
