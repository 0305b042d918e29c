import type { RequestPlaces } from '../create-verifier.ts';

/** Of a request of `node:http`, what a guard reads. */
export interface NodeRequest {
  /** Name, value, name, value …: `headers` would hide that there are two of a kind. */
  readonly rawHeaders: readonly string[];
  readonly url?: string | undefined;
}

export function nodePlaces({ rawHeaders, url = '' }: NodeRequest): RequestPlaces {
  const authorization = rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'authorization',
  );
  const question = url.indexOf('?');
  return { authorization, query: question < 0 ? '' : url.slice(question) };
}
