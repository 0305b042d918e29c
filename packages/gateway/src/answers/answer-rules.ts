import type { RouteConfiguration, SecurityHeaders } from '@signet/contracts';
import { type CompiledCors, compileCors, corsFields } from './cors.ts';

/** What a route has its answers say, whoever makes them: its upstream, the gateway itself, or a step that refuses. */
export interface AnswerRules {
  readonly cors: CompiledCors | undefined;
  /** Name, value, name, value … */
  readonly fields: readonly string[];
  /** As `fields`; only where the client came by HTTPS (RFC 6797 §7.2). */
  readonly secureFields: readonly string[];
  /** As `fields`, but for no refusal. */
  readonly transformed: readonly string[];
  /** In lower case: what an upstream says of these does not come through either. */
  readonly removed: ReadonlySet<string>;
  /** In lower case: what an upstream says of these does not come through. */
  readonly replaced: ReadonlySet<string>;
}

export function compileAnswerRules(route: RouteConfiguration): AnswerRules | undefined {
  const cors = compileCors(route);
  const fields = securityFields(route.securityHeaders ?? {});
  const secureFields = hstsFields(route.securityHeaders ?? {});
  const { set = {}, add = {}, remove = [] } = route.transform?.answer ?? {};
  const transformed = [...Object.entries(set), ...Object.entries(add)].flat();
  const removed = new Set([...Object.keys(set), ...remove]);
  const isPlain = transformed.length === 0 && removed.size === 0;
  if (isPlain && cors === undefined && fields.length === 0 && secureFields.length === 0) return undefined;
  const replaced = new Set([...fields, ...secureFields].filter((_, index) => index % 2 === 0));
  return Object.freeze({ cors, fields, secureFields, transformed, removed, replaced });
}

function securityFields({ nosniff, frame, referrer, csp }: SecurityHeaders): readonly string[] {
  return [
    ...(nosniff === true ? ['x-content-type-options', 'nosniff'] : []),
    ...(frame === undefined ? [] : ['x-frame-options', frame === 'deny' ? 'DENY' : 'SAMEORIGIN']),
    ...(referrer === undefined ? [] : ['referrer-policy', referrer]),
    ...(csp === undefined ? [] : ['content-security-policy', csp]),
  ];
}

function hstsFields({ hsts }: SecurityHeaders): readonly string[] {
  if (hsts === undefined) return [];
  const below = hsts.subdomains === true ? '; includeSubDomains' : '';
  return ['strict-transport-security', `max-age=${Math.floor(hsts.maxAge / 1000)}${below}`];
}

/** The rules of a route as they are for one request. */
export class AnswerShape {
  readonly #rules: AnswerRules;
  readonly #fields: readonly string[];

  /**
   * @param headers of the request
   * @param secure the client came by HTTPS, as far as it can be known
   */
  constructor(rules: AnswerRules, headers: readonly string[], secure: () => boolean) {
    this.#rules = rules;
    this.#fields = [
      ...rules.fields,
      ...(rules.secureFields.length > 0 && secure() ? rules.secureFields : []),
      ...(rules.cors === undefined ? [] : corsFields(rules.cors, headers)),
    ];
  }

  /** @param headers name, value, name, value …, as they would be without the rules */
  shape(headers: readonly string[], of: 'answer' | 'refusal'): string[] {
    const { replaced, cors, removed, transformed } = this.#rules;
    const shaped: string[] = [];
    for (let at = 0; at + 1 < headers.length; at += 2) {
      const [name = '', value = ''] = [headers[at], headers[at + 1]];
      const lower = name.toLowerCase();
      const isOurs =
        replaced.has(lower) ||
        (of === 'answer' && removed.has(lower)) ||
        (cors !== undefined && lower.startsWith('access-control-'));
      if (!isOurs) shaped.push(name, value);
    }
    shaped.push(...this.#fields);
    if (of === 'answer') shaped.push(...transformed);
    return shaped;
  }
}
