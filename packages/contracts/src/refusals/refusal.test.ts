import { describe, expect, expectTypeOf, it } from 'vitest';
import { errorCatalogue } from '../errors/catalogue.ts';
import { refusal, refusalKeys, type SignetRefusal } from './refusal.ts';
import type { RefusalValue } from './render.ts';
import type { BorrowedTemplates, TemplatesFor } from './template.ts';
import { templates } from './templates.ts';

describe('a refusal', () => {
  it('says its texts in English and keeps what they were made of', () => {
    expect(refusal('rate_limited.route', { count: 10, per: 60, wait: 7 })).toEqual({
      code: 'rate_limited',
      variant: 'route',
      values: { count: 10, per: 60, wait: 7 },
      sentence: 'Too many requests came in too short a time.',
      expected: 'at most 10 requests in 60 s for each route',
      actual: 'more',
      fix: 'Wait 7 s, then go on more slowly.',
      rule: 'RFC 6585 §4',
    });
  });

  it('takes from its code what its variant does not say', () => {
    expect(refusal('token_missing.no_header')).toMatchObject({
      sentence: 'This route needs a token and none came.',
      actual: 'no Authorization header',
    });
    expect(refusal('token_missing.admin_api').sentence).toBe('The admin API needs a token and none came.');
  });

  it('without values is the same frozen object each time, which costs the request path nothing', () => {
    const first = refusal('route_not_found');
    expect(refusal('route_not_found')).toBe(first);
    expect(Object.isFrozen(first)).toBe(true);
  });

  it('keeps no token that came as a value, however long that is', () => {
    const token = ['eyJhbGciOiJFUzI1NiJ9', 'eyJzdWIiOiJ1c3JfMSJ9', 'c2lnbmF0dXJl'].join('.');
    for (const path of [`/reset/${token}`, `/${'a'.repeat(480)}/${token}`]) {
      const said = refusal('not_found.page', { method: 'GET', path });
      expect(JSON.stringify(said)).not.toContain('eyJ');
    }
  });

  it('asks for the values of its places, by name, and for no others', () => {
    expectTypeOf(refusal<'method_not_allowed'>).parameters.toEqualTypeOf<
      [key: 'method_not_allowed', values: { readonly method: RefusalValue; readonly allowed: RefusalValue }]
    >();
    expectTypeOf(refusal<'route_not_found'>).parameters.toEqualTypeOf<[key: 'route_not_found']>();
    expectTypeOf(refusal<'route_not_found'>).returns.toEqualTypeOf<SignetRefusal<'route_not_found'>>();
  });

  it('speaks phrases as words', () => {
    const values = { member: 'audience', expected: 'members:a, b', actual: 'list_misfit' };
    expect(refusal('request_invalid.member', values)).toMatchObject({
      expected: 'a JSON object with no other members than a, b',
      actual: 'a list that does not fit',
      member: 'audience',
    });
  });
});

describe('what came from outside', () => {
  const hostile = (method: string): SignetRefusal =>
    refusal('method_not_allowed', { method, allowed: 'GET' });

  it('cannot break a line, steer a terminal or turn the direction of writing', () => {
    const { actual, values } = hostile('GE\r\nT\u001b[2J\u202e\u2066');
    expect(actual).toBe('GE\\u{d}\\u{a}T\\u{1b}[2J\\u{202e}\\u{2066}');
    expect(values?.['method']).toBe(actual);
  });

  it('is bounded, also where escapes make it longer', () => {
    for (const text of ['x'.repeat(100_000), '\u200b'.repeat(100_000)]) {
      expect(hostile(text).actual).toHaveLength(512);
    }
  });

  it('is never read as a place of another value', () => {
    expect(hostile('{allowed}$&').actual).toBe('{allowed}$&');
  });

  it('is a name or a number, and no number that JSON lacks', () => {
    const { values } = refusal('token_oversized.gateway', { most: 1, bytes: Number.POSITIVE_INFINITY });
    expect(JSON.parse(JSON.stringify(values))).toEqual({ most: 1, bytes: 'Infinity' });
  });
});

describe('the templates', () => {
  it.each(refusalKeys)('make of %s a sentence with a fix, under a code of the catalogue', (key) => {
    const texts = refusal(key as 'route_not_found');
    expect(Object.hasOwn(errorCatalogue, texts.code)).toBe(true);
    expect(texts.sentence).toMatch(/[.:}]$/);
    expect(texts.fix !== undefined || withoutFix.has(key)).toBe(true);
  });

  const withoutFix = new Set<string>([
    'client_closed.request',
    'client_closed.answer',
    'claim_invalid.no_access_token',
    'key_unknown.perhaps_published',
  ]);

  it('must have every code of the rooms around the token room', () => {
    expectTypeOf<object>().not.toExtend<TemplatesFor<'rate_limited'>>();
    expectTypeOf<{ rate_limited: { sentence: string } }>().toExtend<TemplatesFor<'rate_limited'>>();
  });

  it('borrow codes of the token room only under a variant, so that its own sentences stay apart', () => {
    expectTypeOf<{ alg_none: { sentence: string } }>().not.toExtend<BorrowedTemplates<'alg_none'>>();
    expect(Object.isFrozen(templates)).toBe(true);
  });
});
