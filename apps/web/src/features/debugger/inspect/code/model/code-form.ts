import type { CodeKeySource, CodeRequest, CodeStack, codeSuggestion } from '@signet/token/verification-code';

export type Suggestion = ReturnType<typeof codeSuggestion>;

/** What the reader has changed of what was filled in. */
export interface CodeEdits {
  readonly algorithm?: string;
  readonly issuer?: string;
  readonly audience?: string;
  readonly type?: string;
  readonly source?: 'jwks' | 'pem';
  readonly url?: string;
  readonly path?: string;
  readonly variable?: string;
}

/** The form as it is shown. */
export interface CodeForm extends Required<Omit<CodeEdits, 'source'>> {
  readonly source: CodeKeySource['from'];
}

interface Circumstances {
  readonly stack: CodeStack;
  readonly encoding: Extract<CodeKeySource, { from: 'secret' }>['encoding'];
  /** Seconds. */
  readonly clockSkew: number;
}

/** What the token suggests, and over it what the reader says. */
export function fillForm(suggestion: Suggestion, edits: CodeEdits): CodeForm {
  const { type = '' } = suggestion;
  const told = { ...suggestion, type, ...edits };
  const url = edits.url ?? usualAddress(told.issuer);
  const isShared = told.algorithm.startsWith('HS');
  return {
    ...told,
    url,
    path: edits.path ?? 'public-key.pem',
    variable: edits.variable ?? 'TOKEN_SECRET',
    source: isShared ? 'secret' : (edits.source ?? (url === '' ? 'pem' : 'jwks')),
  };
}

export function requestOf(form: CodeForm, { stack, encoding, clockSkew }: Circumstances): CodeRequest {
  const { algorithm, issuer, audience, type } = form;
  const asked = { stack, algorithm, issuer: issuer.trim(), audience: audience.trim(), clockSkew };
  const trimmed = type.trim();
  return { ...asked, ...(trimmed !== '' && { type: trimmed }), key: keyOf(form, encoding) };
}

function keyOf(form: CodeForm, encoding: Circumstances['encoding']): CodeKeySource {
  if (form.source === 'secret') return { from: 'secret', variable: form.variable.trim(), encoding };
  if (form.source === 'pem') return { from: 'pem', path: form.path.trim() };
  return { from: 'jwks', url: form.url.trim() };
}

/** Where many issuers publish their keys; empty where the issuer is no address. Only a guess for the reader to mend. */
function usualAddress(issuer: string): string {
  return URL.canParse(issuer) && issuer.startsWith('https://')
    ? `${issuer.replace(/\/+$/, '')}/.well-known/jwks.json`
    : '';
}
