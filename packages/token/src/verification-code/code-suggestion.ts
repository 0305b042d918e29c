import { toValue } from '../json/to-value.ts';
import type { ParsedToken, SegmentRole } from '../parse/parsed-token.ts';
import type { CodeRequest } from './code-request.ts';

/**
 * What a token says of itself, to fill a form with; empty where it says nothing. A person confirms it: a verifier that
 * expects whatever the token says would expect nothing.
 */
export function codeSuggestion(
  parsed: ParsedToken,
): Pick<CodeRequest, 'algorithm' | 'issuer' | 'audience' | 'type'> {
  const header = objectOf(parsed, 'header');
  const claims = objectOf(parsed, 'payload');
  const { aud } = claims;
  const type = textOf(header['typ']);
  return {
    algorithm: textOf(header['alg']),
    issuer: textOf(claims['iss']),
    audience: textOf(Array.isArray(aud) ? aud.find((each) => typeof each === 'string') : aud),
    ...(type === '' ? {} : { type }),
  };
}

function objectOf(parsed: ParsedToken, role: SegmentRole): Readonly<Record<string, unknown>> {
  const content = parsed.segments.find((segment) => segment.role === role)?.content;
  const value = content?.kind === 'json' ? toValue(content.root) : undefined;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
