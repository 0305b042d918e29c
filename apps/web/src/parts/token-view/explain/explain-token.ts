import type { DescribedMember } from '@signet/token/describe';
import type { JsonMember } from '@signet/token/json';
import type { ParsedToken, Segment } from '@signet/token/parse';
import type { Explanation } from '../../../ui/editor/tip.ts';
import { escapeHidden } from '../../../ui/json/json-text.ts';
import { translate } from '../../../ui/language/translate.ts';
import type { Dissection } from '../model/inspection.ts';
import { words } from '../words.ts';

/** As much of a name or a value as a few words can hold, in characters. */
const mostText = 80;

/** What stands at a place of the token's text: the segment, and the member that is written there. */
export function explainToken(dissection: Dissection, offset: number): Explanation | undefined {
  const segment = segmentAt(dissection.parsed, offset);
  if (segment === undefined) return undefined;
  const { role, start } = segment;
  const member = memberAt(segment, offset);
  if (member === undefined || (role !== 'header' && role !== 'payload')) {
    return { id: `${start}`, title: words.roles[role], text: words.explained[role] };
  }
  const { meaning, rule } = describedAs(dissection, role, member.name.value);
  return {
    id: `${start}:${member.name.start}`,
    title: `${words.roles[role]}: ${cut(member.name.value)} = ${writtenValue(segment, member)}`,
    text: [translate(meaning) ?? words.decoded.unregistered, rule].filter(Boolean).join(' '),
  };
}

function segmentAt({ segments }: ParsedToken, offset: number): Segment | undefined {
  return segments.find(({ start, end }) => offset >= start && offset < end);
}

function describedAs(
  { described }: Dissection,
  role: 'header' | 'payload',
  name: string,
): Pick<DescribedMember, 'meaning' | 'rule'> {
  const members = role === 'header' ? described.header : described.claims;
  return members.find((member) => member.name === name) ?? {};
}

/** As it was written, since to print a large value anew would take its time at each move of the pointer. */
function writtenValue({ content }: Segment, { value }: JsonMember): string {
  return content.kind === 'json'
    ? cut(content.text.slice(value.start, Math.min(value.end, value.start + 2 * mostText)))
    : '';
}

function cut(text: string): string {
  return escapeHidden(text.length > mostText ? `${text.slice(0, mostText)}…` : text);
}

/** Four characters of base64url are three bytes; between members there is none. */
function memberAt({ start, text, bytes, content }: Segment, offset: number): JsonMember | undefined {
  if (content.kind !== 'json' || content.root.kind !== 'object') return undefined;
  // White space inside, or a payload that is not encoded (RFC 7797): then places cannot be counted so.
  if (text.length !== Math.ceil((bytes.length * 4) / 3)) return undefined;
  const byte = Math.floor(((offset - start) * 3) / 4);
  const isAscii = bytes.length === content.text.length;
  const at = isAscii ? byte : new TextDecoder().decode(bytes.subarray(0, byte)).length;
  return content.root.members.find(({ name, value }) => at >= name.start && at < value.end);
}
