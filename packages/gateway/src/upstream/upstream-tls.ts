import { createPrivateKey, X509Certificate } from 'node:crypto';
import { connect as connectPlain, isIP, type LookupFunction, type Socket } from 'node:net';
import { connect, createSecureContext, type SecureContext } from 'node:tls';
import { tellReference, type UpstreamTlsConfiguration } from '@signet/contracts';
import type { ReadHanded } from '@signet/trust';
import { byLookup, endOf, type Scheme } from '../http1/schemes.ts';

/** Milliseconds between two looks at what the references lead to. */
const lookEvery = 10_000;

/** What the references led to. */
interface Found {
  readonly authorities: readonly string[];
  readonly certificates: readonly string[];
  readonly keys: readonly string[];
}

/**
 * TLS to targets by authorities, certificate and name of our own. What the references lead to is read again; what cannot serve
 * leaves the last in place, and before there is any, no connection is made.
 */
export class UpstreamTls implements Scheme {
  readonly connected = 'secureConnect';
  readonly #configuration: UpstreamTlsConfiguration;
  readonly #readHanded: ReadHanded;
  #context: SecureContext | undefined;
  /** What the context was made of. */
  #words = '';
  #timer: NodeJS.Timeout | undefined;

  constructor(configuration: UpstreamTlsConfiguration, readHanded: ReadHanded) {
    this.#configuration = configuration;
    this.#readHanded = readHanded;
  }

  /** Looks again from time to time. */
  start(): void {
    this.#timer ??= setInterval(() => void this.look(), lookEvery).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Reads what the references lead to now; never rejects. Connections that are open stay. */
  async look(): Promise<void> {
    const found = await this.#find().catch(() => undefined);
    if (found === undefined) return;
    const words = JSON.stringify(found);
    if (words === this.#words) return;
    const context = contextOf(found, this.#configuration);
    if (context === undefined) return;
    this.#context = context;
    this.#words = words;
  }

  /** `Scheme` */
  connect(origin: URL, protocol: 'http/1.1' | 'h2', lookup?: LookupFunction): Socket {
    if (this.#context === undefined) return unconnected();
    const end = endOf(origin, 443);
    const { serverName = isIP(end.host) === 0 ? end.host : undefined } = this.#configuration;
    return connect({
      ...end,
      ALPNProtocols: [protocol],
      secureContext: this.#context,
      rejectUnauthorized: true,
      ...byLookup(lookup),
      ...(serverName === undefined ? {} : { servername: serverName }),
    });
  }

  async #find(): Promise<Found> {
    const { authorities, certificate, key } = this.#configuration;
    const textsOf = async (reference: typeof key) =>
      reference === undefined ? [] : await this.#readHanded(tellReference(reference));
    const [issuers, certificates, keys] = await Promise.all([authorities, certificate, key].map(textsOf));
    return { authorities: issuers ?? [], certificates: certificates ?? [], keys: keys ?? [] };
  }
}

/** Certificate and key are read one after the other: the newest pair that belongs together is taken. */
function contextOf(
  { authorities, certificates, keys }: Found,
  { authorities: own, certificate }: UpstreamTlsConfiguration,
): SecureContext | undefined {
  // Nothing was found where something should be: that is not the same as that nothing is asked for.
  if (own !== undefined && (authorities.length === 0 || !authorities.every(isCertificate))) return undefined;
  const trusted = own === undefined ? {} : { ca: [...authorities] };
  if (certificate === undefined) return made(trusted);
  for (const cert of certificates)
    for (const key of keys) {
      const context = belongTogether(cert, key) ? made({ ...trusted, cert, key }) : undefined;
      if (context !== undefined) return context;
    }
  return undefined;
}

/** Without this, OpenSSL would take a text without any for an empty list. */
function isCertificate(text: string): boolean {
  try {
    return new X509Certificate(text).serialNumber !== '';
  } catch {
    return false;
  }
}

function belongTogether(cert: string, key: string): boolean {
  try {
    return new X509Certificate(cert).checkPrivateKey(createPrivateKey(key));
  } catch {
    return false;
  }
}

function made(options: Parameters<typeof createSecureContext>[0]): SecureContext | undefined {
  try {
    return createSecureContext(options);
  } catch {
    return undefined;
  }
}

/** Fails as a target does whose name leads nowhere. */
function unconnected(): Socket {
  const failure = new Error('The certificates for this upstream could not be read');
  return connectPlain({
    host: 'upstream.invalid',
    port: 443,
    lookup: (_, __, found) => found(failure, '', 4),
  });
}
