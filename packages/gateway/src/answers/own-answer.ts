import type { RedirectConfiguration, RespondConfiguration, RouteConfiguration } from '@signet/contracts';
import type { ContextKeys } from '../context/context-keys.ts';

/** What a route answers without an upstream. */
export interface OwnAnswer {
  readonly status: number;
  /** @returns name, value, name, value … */
  readonly headers: (path: string, query: string) => readonly string[];
  readonly body: Buffer | undefined;
  /** Made for each answer in place of `body`; its length is not among the headers. */
  readonly content?: (keys: Pick<ContextKeys, 'published'>) => Buffer;
}

export function ownAnswer({ redirect, respond, match }: RouteConfiguration): OwnAnswer | undefined {
  if (redirect !== undefined) return redirection(redirect, match.path);
  return respond === undefined ? undefined : fixed(respond);
}

function fixed({ status, headers, body }: RespondConfiguration): OwnAnswer {
  const bytes = body === undefined ? undefined : Buffer.from(body);
  const isEmpty = status === 204 || status === 304;
  const written = [
    ...(bytes === undefined || 'content-type' in headers
      ? []
      : ['content-type', 'text/plain; charset=utf-8']),
    ...Object.entries(headers).flat(),
    ...(isEmpty ? [] : ['content-length', String(bytes?.length ?? 0)]),
  ];
  return Object.freeze({ status, headers: () => written, body: bytes });
}

/**
 * What stands in the path goes into the path of the target, escaped as it came: a canonical path holds no empty segment and no
 * backslash, so that nothing in it could be taken for another host (`//evil.example`).
 */
function redirection({ to, status, keepQuery }: RedirectConfiguration, pattern: string): OwnAnswer {
  const target = rewriting(to, pattern);
  const headers = (path: string, query: string) => {
    const location = target(path) + (keepQuery === true ? query : '');
    if (/^\/[/\\]/.test(location) || !/^[\x21-\x7e]+$/.test(location))
      throw new TypeError('A redirect that could lead elsewhere');
    return ['location', location, 'content-length', '0'];
  };
  return Object.freeze({ status, headers, body: undefined });
}

/** A path with `{name}` for what stands at that parameter of `pattern`, as a function of a path that the pattern takes. */
export function rewriting(to: string, pattern: string): (path: string) => string {
  const places = pattern.split('/');
  const segments = to.split('/').map((segment) => {
    const [, name] = /^\{(\w+)\*?\}$/.exec(segment) ?? [];
    if (name === undefined) return segment;
    const at = places.findIndex((place) => place === `{${name}}` || place === `{${name}*}`);
    if (at === -1) throw new TypeError(`No parameter ${name} in ${pattern}`);
    return { at, isRest: places[at]?.endsWith('*}') === true };
  });
  return (path) => {
    const given = path.split('/');
    return segments
      .map((segment) => {
        if (typeof segment === 'string') return segment;
        return segment.isRest ? given.slice(segment.at).join('/') : (given[segment.at] ?? '');
      })
      .join('/');
  };
}
