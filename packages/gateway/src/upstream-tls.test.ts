import { once } from 'node:events';
import { createSecureServer } from 'node:http2';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import {
  purposes,
  selfSigned,
  type TestAuthority,
  type TestCertificate,
  testAuthority,
} from '@signet/testing/certificates';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestGateway } from './testing/test-gateway.ts';

let rig: TestGateway;
let authority: TestAuthority;
const servers: { close(): unknown; closeAllConnections?(): void }[] = [];

beforeEach(async () => {
  rig = await TestGateway.start();
  authority = testAuthority('The one of these upstreams');
});
afterEach(async () => {
  await rig.close();
  for (const server of servers.splice(0)) {
    server.closeAllConnections?.();
    server.close();
  }
});

const named = (dns: string, by: TestAuthority) => by.issue({ dns: [dns], purposes: [purposes.server] });

/** Answers with the common name of the certificate that it was shown. */
async function serving(pair: TestCertificate, clients?: TestAuthority): Promise<number> {
  const asking = clients === undefined ? {} : { requestCert: true, ca: clients.certificate };
  const server: Server = createServer(
    { cert: pair.certificate, key: pair.key, ...asking },
    (request, response) =>
      response.end(String((request.socket as TLSSocket).getPeerCertificate().subject?.CN ?? 'nobody')),
  );
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Takes a configuration over, and waits until what it refers to has been looked at. */
async function reach(port: number, tls: string, more = ''): Promise<void> {
  rig.gateway.swap(
    rig.compile({
      upstreams: `
  api:
    targets: [{ url: 'https://127.0.0.1:${port}' }]
    tls: ${tls}
    ${more}`,
    }),
  );
  await new Promise<void>((looked) => setImmediate(looked));
}

const note = () => rig.explained().steps.at(-1)?.note;

describe('TLS with an upstream', () => {
  const tls = '{ authorities: file:ca, serverName: orders.internal }';

  it('goes to targets that an authority of our own vouches for, by the name that is said', async () => {
    rig.handed.set('file:ca', [authority.certificate]);
    await reach(await serving(named('orders.internal', authority)), tls);
    expect(await rig.call('/open/x')).toMatchObject({ status: 200, text: 'nobody' });
  });

  it('goes to none that another authority vouches for, to none of another name, and to none that vouches for itself', async () => {
    rig.handed.set('file:ca', [authority.certificate]);
    const strange = named('orders.internal', testAuthority('The one of these upstreams'));
    const alone = selfSigned({ dns: ['orders.internal'], purposes: [purposes.server] });
    for (const pair of [strange, alone, named('bills.internal', authority)]) {
      await reach(await serving(pair), tls);
      expect((await rig.call('/open/x')).status).toBe(502);
      expect(note()).toContain('TLS: ');
    }
  });

  it('goes nowhere where the authorities cannot be read, rather than to whom everybody trusts', async () => {
    await reach(await serving(named('orders.internal', authority)), tls);
    expect((await rig.call('/open/x')).status).toBe(502);
    rig.handed.set('file:ca', ['no certificate']);
    await reach(await serving(named('orders.internal', authority)), tls);
    expect((await rig.call('/open/x')).status).toBe(502);
  });

  it('takes another authority over without a restart, and keeps the last where the next cannot serve', async () => {
    const next = testAuthority('Another one');
    rig.handed.set('file:ca', [authority.certificate]);
    const before = await serving(named('orders.internal', authority));
    await reach(before, tls);
    expect((await rig.call('/open/x')).status).toBe(200);
    rig.handed.set('file:ca', ['no certificate']);
    await reach(before, tls);
    expect((await rig.call('/open/x')).status).toBe(200);
    const after = await serving(named('orders.internal', next));
    await reach(after, tls);
    expect((await rig.call('/open/x')).status).toBe(502);
    rig.handed.set('file:ca', [next.certificate]);
    await reach(after, tls);
    expect((await rig.call('/open/x')).status).toBe(200);
  });

  it('shows a certificate of our own, and one that was renewed', async () => {
    const port = await serving(named('orders.internal', authority), authority);
    rig.handed.set('file:ca', [authority.certificate]);
    await reach(port, tls);
    expect((await rig.call('/open/x')).status).not.toBe(200);
    const shown = '{ authorities: file:ca, serverName: orders.internal, certificate: file:c, key: file:k }';
    const [first, second] = ['first', 'second'].map((name) => authority.issue({ subject: [['CN', name]] }));
    rig.handed.set('file:c', [first?.certificate ?? '']).set('file:k', [first?.key ?? '']);
    await reach(port, shown);
    expect(await rig.call('/open/x')).toMatchObject({ status: 200, text: 'first' });
    // The certificate is there before its key: the pair before goes on.
    rig.handed.set('file:c', [second?.certificate ?? '', first?.certificate ?? '']);
    const again = await serving(named('orders.internal', authority), authority);
    await reach(again, shown);
    expect(await rig.call('/open/x')).toMatchObject({ status: 200, text: 'first' });
    rig.handed.set('file:k', [second?.key ?? '', first?.key ?? '']);
    await reach(await serving(named('orders.internal', authority), authority), shown);
    expect(await rig.call('/open/x')).toMatchObject({ status: 200, text: 'second' });
  });

  it('holds for HTTP/2 and for checks too', async () => {
    const { certificate: cert, key } = named('orders.internal', authority);
    const server = createSecureServer({ cert, key }, (_, response) => response.end('by two'));
    servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const more = 'protocol: http2\n    health: { path: /, every: 300ms, timeout: 300ms }';
    const check = () => rig.gateway.status().upstreams['api']?.targets[0]?.lastCheck?.good;
    await reach(port, tls, more);
    await expect.poll(check, { timeout: 10_000 }).toBe(false);
    expect((await rig.call('/open/x')).status).toBe(502);
    rig.handed.set('file:ca', [authority.certificate]);
    await reach(port, tls, more);
    await expect.poll(check, { timeout: 10_000 }).toBe(true);
    expect(await rig.call('/open/x')).toMatchObject({ status: 200, text: 'by two' });
  });
});
