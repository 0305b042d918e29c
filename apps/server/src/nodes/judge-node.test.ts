import { randomBytes, X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { issueCertificate, makeAuthority } from '../certificates/make-certificate.ts';
import { judgeNode } from './judge-node.ts';

const now = Date.UTC(2030, 0, 1);
const day = 24 * 60 * 60 * 1000;
const times = { from: now - day, until: now + day, serial: randomBytes(16) };
const authority = { ...makeAuthority({ name: 'nodes', ...times }), name: 'nodes' };
const certificateOf = (name: string, purpose: 'client' | 'server' = 'client') =>
  new X509Certificate(issueCertificate({ ...times, hosts: [name], purpose }, authority).certificate);

const edge = certificateOf('edge-1');
const nodes = { 'edge-1': { revoked: [] } };

it('knows a node by the name in its certificate', () => {
  expect(judgeNode(edge, nodes, now)).toEqual({ name: 'edge-1' });
  expect(edge.checkIssued(new X509Certificate(authority.certificate))).toBe(true);
});

it.each([
  ['without a certificate', undefined, nodes, now, 'certificate'],
  ['with one for servers', certificateOf('edge-1', 'server'), nodes, now, 'certificate'],
  ['with one that is over', edge, nodes, now + 2 * day, 'certificate'],
  ['with one that is not valid yet', edge, nodes, now - 2 * day, 'certificate'],
  ['that is named nowhere', certificateOf('edge-2'), nodes, now, 'unknown'],
  ['where none is named', edge, {}, now, 'unknown'],
  ['that is called like what every object has', certificateOf('constructor'), nodes, now, 'unknown'],
  ['of two names', certificateOf('edge-1\nCN=edge-2'), nodes, now, 'unknown'],
  ['whose certificate was revoked', edge, { 'edge-1': { revoked: [edge.fingerprint256] } }, now, 'revoked'],
])('sends one away %s', (_, certificate, known, at, why) => {
  expect(judgeNode(certificate, known, at)).toEqual({ why });
});
