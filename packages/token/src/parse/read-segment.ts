import { type Base64urlProblem, decodeBase64url } from '../base64url/decode-base64url.ts';
import { readJson } from '../json/read-json.ts';
import { decodeUtf8, firstBadByte } from './decode-text.ts';
import type { Segment, SegmentContent, SegmentRole, TokenProblem } from './parsed-token.ts';

export interface SegmentReading {
  readonly segment: Segment;
  readonly problems: readonly TokenProblem[];
}

/** A segment's place in the token. */
export interface Place {
  readonly role: SegmentRole;
  readonly start: number;
  readonly end: number;
}

/**
 * Decodes one segment through its layers: base64url, UTF-8, JSON. Stops at the first that cannot be read.
 * @param isPlain The text stands there as it is, not as base64url (RFC 7797).
 */
export function readSegment(
  text: string,
  role: SegmentRole,
  start: number,
  isPlain: boolean = false,
): SegmentReading {
  const place = { role, start, end: start + text.length };
  const { bytes, problems } = isPlain
    ? { bytes: new TextEncoder().encode(text), problems: [] }
    : decodeBase64url(text);
  const content = readContent(bytes, place);
  return {
    segment: { ...place, text, bytes, content: content.content },
    problems: [...problems.map((problem) => base64urlProblem(problem, place)), ...content.problems],
  };
}

interface ContentReading {
  readonly content: SegmentContent;
  readonly problems: readonly TokenProblem[];
}

export function readContent(bytes: Uint8Array, place: Place): ContentReading {
  // An empty payload is a detached one: there is nothing here to be JSON.
  const isRead = place.role === 'header' || (place.role === 'payload' && bytes.length > 0);
  if (!isRead) return { content: { kind: 'bytes' }, problems: [] };
  const text = decodeUtf8(bytes);
  if (text === undefined) return { content: { kind: 'bytes' }, problems: [utf8Problem(bytes, place)] };
  const reading = readJson(text);
  if (reading.kind === 'json') {
    const { root, duplicates } = reading;
    return { content: { kind: 'json', text, root, duplicates }, problems: shapeProblems(root.kind, place) };
  }
  const { offset, sentence, tooDeep } = reading.problem;
  const at = new TextEncoder().encode(text.slice(0, offset)).length;
  if (tooDeep !== undefined)
    return { content: { kind: 'text', text }, problems: [deepProblem(at, tooDeep, place)] };
  const problem: TokenProblem = {
    layer: 'json',
    ...span(at, place),
    sentence: `The ${place.role} is not JSON: at character ${offset} of its text, ${lowerFirst(sentence)}.`,
    fix: text.startsWith('\ufeff') ? 'Leave out the byte order mark.' : 'Correct the JSON and sign again.',
    rule: 'RFC 8259 §2',
  };
  return { content: { kind: 'text', text }, problems: [problem] };
}

/** It may be JSON all the same. */
function deepProblem(at: number, levels: number, place: Place): TokenProblem {
  const sentence = `The ${place.role} nests deeper than ${levels} levels, which is not read here; it is shown as text.`;
  const fix = 'Ask the issuer for claims that are less nested.';
  return { layer: 'json', ...span(at, place), sentence, fix, rule: 'RFC 8259 §9' };
}

function base64urlProblem(problem: Base64urlProblem, { role, start }: Place): TokenProblem {
  const at = start + problem.offset;
  return {
    layer: 'base64url',
    role,
    start: at,
    end: at + 1,
    sentence: `The ${role} is not base64url at character ${problem.offset}: ${lowerFirst(problem.sentence)}.`,
    fix: base64urlFixes[problem.kind],
    rule: 'RFC 7515 §2',
  };
}

const base64urlFixes: Readonly<Record<Base64urlProblem['kind'], string>> = {
  alphabet: 'Take the character out; it probably came with copying.',
  'white-space': 'Take out line breaks and blanks.',
  'base64-alphabet': 'Replace + by - and / by _.',
  padding: 'Take out the = signs.',
  length: 'Copy the token again; characters are missing.',
  'trailing-bits': 'Copy the token again; its end was changed or cut.',
};

function utf8Problem(bytes: Uint8Array, place: Place): TokenProblem {
  const at = firstBadByte(bytes);
  const sentence = `The ${place.role} is not text: byte ${at} cannot stand there in UTF-8.`;
  const fix = 'Copy the token again; if it is whole, it carries bytes instead of JSON.';
  return { layer: 'utf-8', ...span(at, place), sentence, fix, rule: 'RFC 7519 §7.2' };
}

/** The four-character group of the token that carries a byte of the segment. */
function span(byte: number, { role, start, end }: Place): Place {
  const from = Math.min(start + Math.floor((byte * 4) / 3), Math.max(start, end - 1));
  return { role, start: from, end: Math.min(from + 2, end) };
}

function shapeProblems(kind: string, place: Place): readonly TokenProblem[] {
  if (kind === 'object') return [];
  const sentence = `The ${place.role} is JSON, but not an object: it is of kind ${kind}.`;
  return [
    { layer: 'json', ...place, sentence, rule: place.role === 'header' ? 'RFC 7515 §4' : 'RFC 7519 §4' },
  ];
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
