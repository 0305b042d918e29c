import type { JsonNode, JsonObject } from '../json/json-node.ts';
import type { DuplicateMember } from '../json/json-reading.ts';
import { readJson } from '../json/read-json.ts';
import { quote } from '../verdict/quote.ts';
import { isUnencoded } from './is-unencoded.ts';
import type { ParsedToken, Segment, SegmentRole, TokenProblem } from './parsed-token.ts';
import { readSegment, type SegmentReading } from './read-segment.ts';

type JsonToken = Omit<ParsedToken, 'removed'>;

/**
 * Takes a JSON serialisation apart (RFC 7515 §7.2, RFC 7516 §7.2). Segments lie where their text stands in the JSON.
 * @param entry Which of several signatures or recipients to take apart.
 */
export function parseJsonToken(token: string, entry: number): JsonToken {
  const reading = readJson(token);
  if (reading.kind === 'not-json') return notJson(token, reading.problem);
  // Text that begins with a brace is an object or no JSON.
  const root = reading.root as JsonObject;
  const isEncrypted = memberOf(root, 'ciphertext') !== undefined;
  const isSigned = memberOf(root, 'signature') !== undefined || memberOf(root, 'signatures') !== undefined;
  if (!isEncrypted && !isSigned) return noToken(token);
  const parsed = isEncrypted ? readEncrypted(token, root, entry) : readSigned(token, root, entry);
  const twice = reading.duplicates.map(duplicated);
  return { ...parsed, problems: [...twice, ...parsed.problems] };
}

function readSigned(token: string, root: JsonObject, index: number): JsonToken {
  const { entry, several } = entryOf(root, 'signatures', index);
  const header = encoded(entry, 'protected', 'header');
  const isPlain = header !== undefined && isUnencoded(header.segment);
  const payload = encoded(root, 'payload', 'payload', isPlain);
  return assemble(token, 'signed', several, [
    header,
    payload,
    encoded(entry, 'signature', 'signature'),
    plainObject(token, entry, 'header'),
  ]);
}

function readEncrypted(token: string, root: JsonObject, index: number): JsonToken {
  const { entry, several } = entryOf(root, 'recipients', index);
  return assemble(token, 'encrypted', several, [
    encoded(root, 'protected', 'header'),
    encoded(entry, 'encrypted_key', 'encrypted-key'),
    encoded(root, 'iv', 'initialisation-vector'),
    encoded(root, 'ciphertext', 'ciphertext'),
    encoded(root, 'tag', 'authentication-tag'),
    encoded(root, 'aad', 'additional-data'),
    plainObject(token, root, 'unprotected'),
    plainObject(token, entry, 'header'),
  ]);
}

function assemble(
  token: string,
  kind: 'signed' | 'encrypted',
  several: ParsedToken['several'],
  found: readonly (SegmentReading | undefined)[],
): JsonToken {
  const readings = found.filter((each) => each !== undefined);
  const hasPayload = readings.some(({ segment }) => segment.role === 'payload' && segment.text !== '');
  return {
    kind,
    form: 'json',
    token,
    ...(kind === 'signed' && !hasPayload ? { isDetached: true } : {}),
    ...(several === undefined ? {} : { several }),
    segments: readings.map(({ segment }) => segment),
    problems: readings.flatMap(({ problems }) => problems),
  };
}

/** The signature or recipient to show: the object itself in the flattened form, else one of its list. */
function entryOf(
  root: JsonObject,
  list: 'signatures' | 'recipients',
  index: number,
): { readonly entry: JsonObject; readonly several?: ParsedToken['several'] } {
  const value = memberOf(root, list);
  if (value?.kind !== 'array') return { entry: root };
  const entries = value.items.filter((item) => item.kind === 'object');
  const shown = Math.min(Math.max(index, 0), Math.max(entries.length - 1, 0));
  const entry = entries[shown] ?? emptyObject(value);
  return entries.length > 1 ? { entry, several: { count: entries.length, shown } } : { entry };
}

function emptyObject({ start, end }: JsonNode): JsonObject {
  return { kind: 'object', members: [], start, end };
}

/** A member that holds base64url; without its quotes it begins one character later. */
function encoded(
  object: JsonObject,
  name: string,
  role: SegmentRole,
  isPlain: boolean = false,
): SegmentReading | undefined {
  const value = memberOf(object, name);
  if (value === undefined) return undefined;
  if (value.kind !== 'string') return notText(value, name, role);
  return readSegment(value.value, role, value.start + 1, isPlain);
}

/** An unprotected header, which is JSON and not base64url. */
function plainObject(token: string, object: JsonObject, name: string): SegmentReading | undefined {
  const value = memberOf(object, name);
  if (value === undefined) return undefined;
  const role = 'unprotected-header';
  if (value.kind !== 'object') return notText(value, name, role);
  const text = token.slice(value.start, value.end);
  const reading = readJson(text);
  const content: Segment['content'] =
    reading.kind === 'json'
      ? { kind: 'json', text, root: reading.root, duplicates: reading.duplicates }
      : { kind: 'text', text };
  const { start, end } = value;
  return {
    segment: { role, start, end, text, bytes: new TextEncoder().encode(text), content },
    problems: [],
  };
}

function notText({ start, end }: JsonNode, name: string, role: SegmentRole): SegmentReading {
  const kind = role === 'unprotected-header' ? 'an object' : 'text';
  return {
    segment: { role, start, end, text: '', bytes: new Uint8Array(), content: { kind: 'bytes' } },
    problems: [
      {
        layer: 'json',
        role,
        start,
        end,
        sentence: `The member ${name} of the JSON serialisation is not ${kind}.`,
        fix: 'Have the issuer write the serialisation as the RFC says.',
        rule: 'RFC 7515 §7.2.1',
      },
    ],
  };
}

function memberOf({ members }: JsonObject, name: string): JsonNode | undefined {
  return members.findLast((member) => member.name.value === name)?.value;
}

function duplicated({ name, offset }: DuplicateMember): TokenProblem {
  return {
    layer: 'token',
    start: offset,
    end: offset + 1,
    sentence: `The JSON serialisation has a member twice: ${quote(name)}.`,
    fix: 'Have the issuer write each member once.',
    rule: 'RFC 7515 §5.2',
  };
}

function notJson(
  token: string,
  { offset, sentence }: { readonly offset: number; readonly sentence: string },
): JsonToken {
  const at = Math.min(offset, Math.max(token.length - 1, 0));
  return unknown(token, {
    layer: 'json',
    start: at,
    end: at + 1,
    sentence: `The text begins like JSON and is none: at character ${offset}, ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}.`,
    fix: 'Copy the whole JSON serialisation, or the compact token alone.',
    rule: 'RFC 8259 §2',
  });
}

function noToken(token: string): JsonToken {
  return unknown(token, {
    layer: 'token',
    start: 0,
    end: token.length,
    sentence: 'This is JSON, but no token: it has neither a signature nor a ciphertext.',
    fix: 'Paste a compact token, or a JSON serialisation with payload and signature.',
    rule: 'RFC 7515 §7.2',
  });
}

function unknown(token: string, problem: TokenProblem): JsonToken {
  return { kind: 'unknown', form: 'json', token, segments: [], problems: [problem] };
}
