import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeBase64url } from '../base64url/decode-base64url.ts';
import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { describeToken } from '../describe/describe-token.ts';
import { lintToken } from '../lint/lint-token.ts';
import { checkJson } from '../testing/fuzz/check-json.ts';
import { tokenTexts } from '../testing/fuzz/corpus.ts';
import { fuzzRuns } from '../testing/fuzz/fuzz-runs.ts';
import { mutated } from '../testing/fuzz/mutation.ts';
import { isUnencoded } from './is-unencoded.ts';
import { parseToken } from './parse-token.ts';
import type { ParsedToken } from './parsed-token.ts';
import { unwrapToken } from './unwrap-token.ts';

const texts = mutated(tokenTexts);
const now = 1_700_000_000;

it('takes any token apart into segments that cover it', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const parsed = parseToken(text);
      checkPlaces(parsed);
      checkContents(parsed);
    }),
    fuzzRuns(3000),
  );
});

it('describes and lints whatever it took apart', async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const parsed = parseToken(text);
      const described = describeToken(parsed, { now });
      const payload = parsed.segments.find(({ role }) => role === 'payload')?.content;
      const isObject = payload?.kind === 'json' && payload.root.kind === 'object';
      expect(described.claimSet !== undefined).toBe(isObject);
      for (const { reference, sentence } of await lintToken(parsed, { now }))
        expect([reference, sentence]).not.toContain('');
    }),
    fuzzRuns(1500),
  );
});

it('writes a described token with the same bytes again', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { form, token, segments, problems } = parseToken(text);
      const isPlain = segments[0] !== undefined && isUnencoded(segments[0]);
      if (form === 'json' || isPlain || segments.length >= 16) return;
      if (problems.some(({ layer }) => layer === 'base64url')) return;
      expect(segments.map(({ bytes }) => encodeBase64url(bytes)).join('.')).toBe(token);
    }),
    fuzzRuns(3000),
  );
});

it('takes away what stands around a token, and nothing but that', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { token, removed, tail = '' } = unwrapToken(text);
      expect(token.length + tail.length).toBeLessThanOrEqual(text.length);
      expect(removed.length === 0).toBe(token + tail === text);
    }),
    fuzzRuns(3000),
  );
});

it('decodes any base64url to as many bytes as it has characters for, with problems inside the text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { bytes, problems } = decodeBase64url(text);
      expect(bytes.length).toBeLessThanOrEqual(Math.ceil((text.length * 3) / 4));
      for (const { offset } of problems) expect(offset).toBeLessThan(Math.max(1, text.length));
    }),
    fuzzRuns(1000),
  );
});

function checkPlaces({ form, token, segments, problems }: ParsedToken): void {
  let start = 0;
  for (const segment of segments) {
    expect(segment.end).toBeLessThanOrEqual(token.length);
    expect(segment.start).toBeLessThanOrEqual(segment.end);
    if (form === 'compact') {
      expect(segment.start).toBe(start);
      expect(token.slice(segment.start, segment.end)).toBe(segment.text);
    }
    start = segment.end + 1;
  }
  const isWhole = form === 'compact' && segments.length > 0 && segments.length < 16;
  if (isWhole) expect(start).toBe(token.length + 1);
  for (const problem of problems) {
    expect(problem.start).toBeGreaterThanOrEqual(0);
    expect(problem.end).toBeGreaterThanOrEqual(problem.start);
    expect(problem.end).toBeLessThanOrEqual(token.length);
  }
}

function checkContents({ segments }: ParsedToken): void {
  for (const { content, bytes } of segments) {
    if (content.kind === 'bytes') continue;
    expect(new TextEncoder().encode(content.text)).toEqual(bytes);
    if (content.kind !== 'json') continue;
    checkJson(content.text, content.root);
    for (const { offset } of content.duplicates) expect(content.text[offset]).toBe('"');
  }
}
