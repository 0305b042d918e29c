import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { formTarget } from './form-target.ts';

type Directives = Readonly<Record<string, readonly string[]>>;

/**
 * What a page of ours may do: run scripts of our own files only and nothing inline, and talk to its own origin only.
 * @param formTargets Where its forms may lead beside its own origin.
 */
function pagePolicy(secure: boolean, formTargets: readonly string[] = []): Directives {
  return {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'manifest-src': ["'self'"],
    'worker-src': ["'self'"],
    'frame-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'", ...formTargets],
    'frame-ancestors': ["'none'"],
    ...(secure ? { 'upgrade-insecure-requests': [] } : {}),
  };
}

/**
 * The headers of every answer on the control side, unless a page has others.
 * @param secure The public address is https: browsers are told to stay there.
 */
export async function setSecurityHeaders(app: FastifyInstance, secure: boolean): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: mutable(pagePolicy(secure)) },
    crossOriginEmbedderPolicy: true,
    frameguard: { action: 'deny' },
    hsts: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
  });
}

/**
 * The headers of a page whose form ends at a client: OpenID answers by a redirect behind the form that was sent, or by a
 * form of its own (OAuth 2.0 Form Post Response Mode), and `form-action` holds for both.
 * @param redirectUri As the client registered it; of it the page may reach the origin, and no other client's.
 * @throws TypeError for an address that no answer may be sent to, such as `javascript:`
 */
export function openIdAnswerHeaders(secure: boolean, redirectUri: string): Readonly<Record<string, string>> {
  return { 'content-security-policy': policyText(pagePolicy(secure, [formTarget(redirectUri)])) };
}

/**
 * The headers of the document that fetches keys when the reader asks for it, and of its script and style. It alone
 * may speak to other servers, so the sandbox of its own policy, not that of whoever frames it, takes its origin
 * away: no page can frame it without one and reach into it. Without an origin it needs its files marked as open.
 */
export const isolatedFrameHeaders: Readonly<Record<string, string>> = Object.freeze({
  'content-security-policy': policyText({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'connect-src': ['https:', 'http://localhost:*', 'http://127.0.0.1:*'],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'self'"],
    sandbox: ['allow-scripts'],
  }),
  'x-frame-options': 'SAMEORIGIN',
  'cross-origin-resource-policy': 'cross-origin',
});

function policyText(directives: Directives): string {
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join(';');
}

/** Helmet's type asks for lists that it could change. */
function mutable(directives: Directives): Record<string, string[]> {
  return Object.fromEntries(Object.entries(directives).map(([name, values]) => [name, [...values]]));
}
