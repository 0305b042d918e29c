import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AsymmetricAlgorithm, exportPublicJwk, generateKeyPair, type KeyPair } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';

export interface TokenWishes {
  /** Seconds since the epoch. */
  readonly now: number;
  /** Put over the claims of a good token; `undefined` leaves a claim out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly type?: string;
  readonly key?: KeyPair;
}

/** A real issuer on a free port: discovery, JWKS and tokens, with knobs for what issuers do wrong. */
export class TestIssuer {
  readonly url: string;
  readonly requests: string[] = [];
  keyPairs: KeyPair[];
  discovery: Record<string, unknown>;
  /** Answers every document with this, where set. */
  fault: { readonly status: number; readonly body: string; readonly location?: string } | undefined;
  readonly #server: Server;

  private constructor(server: Server, keyPair: KeyPair) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.keyPairs = [keyPair];
    this.discovery = { issuer: this.url, jwks_uri: `${this.url}/jwks` };
  }

  static async start(algorithm: AsymmetricAlgorithm = 'ES256'): Promise<TestIssuer> {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const issuer = new TestIssuer(server, await generateKeyPair(algorithm, 'first'));
    server.on('request', (request, response) => {
      issuer.requests.push(request.url ?? '');
      void issuer.#answer(request.url ?? '').then(({ status, body, location }) => {
        response.writeHead(status, location === undefined ? {} : { location }).end(body);
      });
    });
    return issuer;
  }

  get #signing(): KeyPair {
    const [first] = this.keyPairs;
    if (first === undefined) throw new TypeError('The issuer has no key');
    return first;
  }

  /** A token that the demo route accepts, unless it is wished otherwise. */
  sign({ now, claims = {}, type = 'at+jwt', key = this.#signing }: TokenWishes): Promise<string> {
    const good: Record<string, unknown> = {
      iss: this.url,
      aud: 'https://api.example',
      sub: 'usr_ada',
      jti: 'jti_one',
      sid: 'ses_one',
      iat: now,
      exp: now + 900,
      scope: 'demo:read demo:write',
      roles: ['reader'],
    };
    const wished = Object.entries({ ...good, ...claims }).filter(([, value]) => value !== undefined);
    return signToken(Object.fromEntries(wished), { key: key.signing, type });
  }

  async #answer(path: string): Promise<{ status: number; body: string; location?: string }> {
    if (this.fault !== undefined) return this.fault;
    if (path === '/.well-known/openid-configuration')
      return { status: 200, body: JSON.stringify(this.discovery) };
    const keys = await Promise.all(this.keyPairs.map(({ verification }) => exportPublicJwk(verification)));
    return { status: 200, body: JSON.stringify({ keys }) };
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((closed) => this.#server.close(() => closed()));
  }
}
