import type { CompressConfiguration, RouteConfiguration } from '@signet/contracts';
import { valuesOf } from '../request/values-of.ts';

/** Which answers of a route are made smaller for clients that take them so. */
export interface CompiledCompression {
  readonly minBytes: number;
  /** Even for requests that browsers send with what says who calls. */
  readonly withCookies: boolean;
  /** @param type of the media, in lower case and without parameters */
  readonly takes: (type: string) => boolean;
}

/** Of these each piece is for somebody who waits for it, or their framing is a matter of both ends. */
const never = /^(?:text\/event-stream|application\/grpc.*|multipart\/.*)$/;

export function compileCompression({ compress }: RouteConfiguration): CompiledCompression | undefined {
  if (compress === undefined) return undefined;
  const { minBytes, dangerouslyCompressWithCookies: withCookies = false } = compress;
  return Object.freeze({ minBytes, withCookies, takes: matcher(compress) });
}

function matcher({ types }: CompressConfiguration): CompiledCompression['takes'] {
  const whole = new Set(types);
  const families = types.filter((type) => type.endsWith('/*')).map((type) => type.slice(0, -1));
  const suffixes = types
    .filter((type) => type.includes('/*+'))
    .map((type) => type.split('/*') as [string, string]);
  return (type) =>
    !never.test(type) &&
    (whole.has(type) ||
      families.some((family) => type.startsWith(family)) ||
      suffixes.some(([family, suffix]) => type.startsWith(`${family}/`) && type.endsWith(suffix)));
}

/** Whose presence says that the bytes themselves matter, or are not all of it, or are for one reader. */
const untouched: ReadonlySet<string> = new Set([
  'content-range',
  'content-md5',
  'digest',
  'content-digest',
  'repr-digest',
  'set-cookie',
]);

/** Whether such an answer may be made smaller, for whoever takes it so. @param headers name, value, name, value … */
export function mayCompress(
  { takes, minBytes }: CompiledCompression,
  status: number,
  headers: readonly string[],
): boolean {
  if (status < 200 || status === 204 || status === 206) return false;
  if (headers.some((name, at) => at % 2 === 0 && untouched.has(name.toLowerCase()))) return false;
  if (valuesOf('content-encoding', headers).some((value) => value.trim().toLowerCase() !== 'identity'))
    return false;
  if (/(?:^|[,\s])no-transform(?:[,\s]|$)/i.test(valuesOf('cache-control', headers).join(','))) return false;
  if (status === 304) return true;
  const [length] = valuesOf('content-length', headers);
  if (length !== undefined && Number(length) < minBytes) return false;
  const [type = ''] = valuesOf('content-type', headers);
  return takes((type.split(';', 1)[0] ?? '').trim().toLowerCase());
}

/** The fields of an answer that is made smaller, or of a 304 in its place (RFC 9110 §8.8.3, §12.5.5). */
export function smallerHeaders(headers: readonly string[], encoding: string | undefined): string[] {
  const kept: string[] = [];
  for (let at = 0; at + 1 < headers.length; at += 2) {
    const [name = '', value = ''] = [headers[at], headers[at + 1]];
    const lower = name.toLowerCase();
    if (lower === 'etag') kept.push(name, value.startsWith('W/') ? value : `W/${value}`);
    else if (!replaced.has(lower)) kept.push(name, value);
  }
  return [...kept, ...(encoding === undefined ? [] : ['content-encoding', encoding])];
}

const replaced: ReadonlySet<string> = new Set(['content-length', 'content-encoding', 'accept-ranges']);
