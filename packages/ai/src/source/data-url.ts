import type { Source } from '../model/part.ts';

const pattern = /^data:([a-z0-9.+-]+\/[a-z0-9.+-]+)((?:;[a-z0-9-]+=[^;,]*)*);base64,/i;

/** Where a URL points to, or the bytes that stand in it (RFC 2397). What is data but not base64 stays a URL. */
export function readUrl(url: string): Source {
  // The head alone is searched: the bytes may be many.
  const head = pattern.exec(url.slice(0, 300));
  if (head === null) return { from: 'url', url };
  return { from: 'data', mediaType: (head[1] ?? '').toLowerCase(), data: url.slice(head[0].length) };
}

export function dataUrl(source: { readonly mediaType: string; readonly data: string }): string {
  return `data:${source.mediaType};base64,${source.data}`;
}
