import type { ForwardAuthConfiguration } from '@signet/contracts';
import { trustedProxies } from '../request/trusted-proxies.ts';
import { valuesOf } from '../request/values-of.ts';
import type { Answer, Call, CallBody } from './call.ts';

/** The request that a proxy asks about; undefined for a call that asks about none. */
export type ReadAsked = (call: Call) => Call | undefined;

/** Only proxies that are named may ask: for anybody else the path is one like any other. */
export function readAsked(configuration: ForwardAuthConfiguration | undefined): ReadAsked {
  if (configuration === undefined) return () => undefined;
  const { path, proxies } = configuration;
  const trusts = trustedProxies(proxies);
  return (call) => {
    const { target, peer = '' } = call;
    if (!target.startsWith(path) || !/^(?:$|[/?])/.test(target.slice(path.length))) return undefined;
    return trusts(peer) ? new AskedCall(call, path) : undefined;
  };
}

/** What a proxy says of the request that it holds; nothing else may say it, so that none of it is the client's own. */
const said = {
  method: ['x-forwarded-method', 'x-original-method'],
  target: ['x-forwarded-uri', 'x-original-uri'],
  host: ['x-forwarded-host'],
} as const;

/** Of the asking itself, or of what a proxy says: no part of the request that is asked about. */
const notOfTheRequest =
  /^(?:host|connection|keep-alive|content-length|transfer-encoding|expect|upgrade|te|trailer|forwarded|x-real-ip|x-forwarded-.*|x-original-.*)$/i;

/**
 * The request that a proxy holds, of which it asks whether to forward it: by headers (`auth_request` of nginx, Traefik, Caddy), or
 * by the same method with the path behind ours (Envoy). What it says twice, or not at all, is a request that cannot be read.
 */
class AskedCall implements Call {
  readonly method: string;
  readonly target: string;
  readonly version = '1.1';
  readonly rawHeaders: readonly string[];
  readonly onlyAsked = true;
  /** That of the proxy is none of the client's; what the client has shown, the proxy says. */
  readonly certificate = undefined;
  readonly #asking: Call;

  constructor(asking: Call, path: string) {
    const behind = asking.target.slice(path.length);
    const { rawHeaders } = asking;
    this.#asking = asking;
    this.target = only(said.target, rawHeaders) ?? (behind.startsWith('/') ? behind : '');
    this.method = only(said.method, rawHeaders) ?? asking.method;
    const host = only(said.host, rawHeaders) ?? only(['host'], rawHeaders) ?? '';
    const own = rawHeaders.filter((_, index) => !notOfTheRequest.test(rawHeaders[index - (index % 2)] ?? ''));
    this.rawHeaders = ['Host', host, ...own];
  }

  get saidHeaders(): readonly string[] {
    return this.#asking.rawHeaders;
  }

  get peer(): string | undefined {
    return this.#asking.peer;
  }

  get connection(): object {
    return this.#asking.connection;
  }

  get body(): CallBody {
    return this.#asking.body;
  }

  get answer(): Answer {
    return this.#asking.answer;
  }

  closeAfterAnswer(): void {
    this.#asking.closeAfterAnswer();
  }
}

/** The one value of these fields together: undefined where there is none, and empty, which nothing reads, where there are several. */
function only(names: readonly string[], rawHeaders: readonly string[]): string | undefined {
  const [value, ...more] = names.flatMap((name) => valuesOf(name, rawHeaders));
  return more.length > 0 ? '' : value;
}
