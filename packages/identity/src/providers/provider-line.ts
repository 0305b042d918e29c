import type { ProviderConfiguration } from '@signet/contracts';
import { isLoopback } from '@signet/token/keys';
import type { AskServer } from '@signet/trust';
import type { CustomFetch } from 'openid-client';

const limits = { maxBytes: 256 * 1024, timeoutMs: 5_000 };

/** The requests of one step to a provider. */
export interface ProviderLine {
  readonly fetch: CustomFetch;
  /** What broke on the way, if anything: then it is nothing that the provider said. */
  broken(): unknown;
}

/** A provider may name addresses on its own host; to go further they must leave the network this process stands in. */
export function openLine(
  { issuer }: Pick<ProviderConfiguration, 'issuer'>,
  askServer: AskServer,
): ProviderLine {
  const { host } = new URL(issuer);
  let broken: unknown;
  return {
    async fetch(address, { method, headers, body }) {
      try {
        const url = safeAddress(address, issuer);
        const question = {
          method: method === 'POST' ? 'POST' : 'GET',
          headers,
          ...(body === undefined || body === null ? {} : { body: String(body) }),
        } as const;
        const reach = url.host === host ? 'anywhere' : 'public';
        const response = await askServer(url.href, question, { ...limits, reach });
        if (response.status >= 500) throw new Error(`${url.origin} answered ${response.status}`);
        return response;
      } catch (error) {
        broken = error;
        throw error;
      }
    },
    broken: () => broken,
  };
}

/**
 * An address that a provider names, which is asked, or which the browser goes to: by https, or on the machine of both.
 * @throws Error
 */
export function safeAddress(text: string, issuer: string): URL {
  const url = URL.parse(text);
  const isNear = url?.protocol === 'http:' && isLoopback(url) && isLoopback(new URL(issuer));
  if (url !== null && (url.protocol === 'https:' || isNear)) return url;
  throw new Error(`The provider ${issuer} names an address without https`);
}
