import { describe, expect, it } from 'vitest';
import { dissect } from '../model/dissect.ts';
import { explainToken } from './explain-token.ts';

const base64url = (text: string): string => Buffer.from(text).toString('base64url');

/** Where the byte at which `part` begins is written in the token. */
function placeOf(token: string, payload: string, part: string): number {
  const bytes = Buffer.byteLength(payload.slice(0, payload.indexOf(part)));
  return token.indexOf('.') + 1 + Math.ceil((bytes * 4) / 3);
}

describe('explaining a place of the token', () => {
  const payload = '{"name":"Zoë","exp":1700000000,"own":{"exp":1}}';
  const token = `${base64url('{"alg":"ES256"}')}.${base64url(payload)}.AAAA`;
  const explain = (offset: number) => explainToken(dissect(token), offset);

  it('names the claim that is written there, with its value, its meaning and its rule', () => {
    expect(explain(placeOf(token, payload, 'exp'))).toMatchObject({
      title: 'Payload: exp = 1700000000',
      text: 'From this time on the token must be refused. RFC 7519 §4.1.4',
    });
    expect(explain(4)).toMatchObject({ title: 'Header: alg = "ES256"' });
  });

  it('takes what is nested for the claim that holds it', () => {
    expect(explain(placeOf(token, payload, 'exp":1}'))).toMatchObject({
      title: 'Payload: own = {"exp":1}',
      text: 'Private to the issuer',
    });
  });

  it('explains the segment where no claim is written, and nothing at a dot', () => {
    expect(explain(0)).toMatchObject({ title: 'Header' });
    expect(explain(token.length - 1)).toMatchObject({ title: 'Signature' });
    expect(explain(token.indexOf('.'))).toBeUndefined();
    expect(explain(token.length)).toBeUndefined();
  });

  it('keeps its words while the place stays in the same claim', () => {
    const at = placeOf(token, payload, 'exp');
    expect(explain(at)?.id).toBe(explain(at + 5)?.id);
    expect(explain(at)?.id).not.toBe(explain(placeOf(token, payload, 'own'))?.id);
  });

  it('names no claim where white space inside the segment moves the places', () => {
    const spaced = token.replace('.eyJ', '.ey J');
    expect(explainToken(dissect(spaced), spaced.indexOf('.') + 20)).toMatchObject({ title: 'Payload' });
  });

  it('explains a segment that cannot be read by its role', () => {
    expect(explainToken(dissect('%%%%.e30.AAAA'), 1)).toMatchObject({ title: 'Header' });
  });
});
