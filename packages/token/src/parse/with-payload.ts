import type { ParsedToken } from './parsed-token.ts';
import { readContent } from './read-segment.ts';

/**
 * The token with a payload that came from elsewhere: beside a detached signature, or out of an encrypted token. Its
 * segment has no length, as it has no place in the text.
 */
export function withPayload(parsed: ParsedToken, bytes: Uint8Array<ArrayBuffer>): ParsedToken {
  const end = parsed.token.length;
  const place = { role: 'payload', start: end, end } as const;
  const { content, problems } = readContent(bytes, place);
  const others = parsed.segments.filter(({ role }) => role !== 'payload');
  return {
    ...parsed,
    segments: [...others, { ...place, text: '', bytes, content }],
    problems: [...parsed.problems.filter(({ role }) => role !== 'payload'), ...problems],
  };
}
