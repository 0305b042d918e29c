/** More than any published key set, in bytes. */
export const largestAnswer: number = 256 * 1024;

/** What the isolated document tells the page that shows it. */
export type FrameMessage =
  | { readonly kind: 'signet-frame:ready' }
  /** Its height in CSS pixels. */
  | { readonly kind: 'signet-frame:height'; readonly height: number }
  | {
      readonly kind: 'signet-frame:keys';
      readonly text: string;
      /** The address that the keys came from. */
      readonly from: string;
      /** The discovery document that named it. */
      readonly via?: string;
    };

/** A message in its form, whoever sent it; undefined for everything else. Who sent it is for the caller to check. */
export function readFrameMessage(data: unknown): FrameMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { kind, height, text, from, via } = data as Readonly<Record<string, unknown>>;
  if (kind === 'signet-frame:ready') return { kind };
  if (kind === 'signet-frame:height') {
    return typeof height === 'number' && height > 0 && height < 4000 ? { kind, height } : undefined;
  }
  if (kind !== 'signet-frame:keys' || !isText(text, largestAnswer) || !isText(from, 2048)) return undefined;
  return { kind, text, from, ...(isText(via, 2048) && { via }) };
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest;
}
