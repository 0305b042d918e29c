import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../read-configuration.ts';

const fingerprint = Array.from({ length: 32 }, () => 'AB').join(':');
const read = (text: string) => readConfiguration(text, { fileName: 'signet.yaml' });

describe('nodes in signet.yaml', () => {
  it('are read by name, fingerprints in one way, and are none where nothing is', () => {
    const reading = read(`nodes:\n  edge-1: {}\n  edge-2: { revoked: ['${fingerprint.toLowerCase()}'] }\n`);
    expect(reading.ok && reading.configuration.nodes).toEqual({
      'edge-1': { revoked: [] },
      'edge-2': { revoked: [fingerprint] },
    });
    const none = read('version: 1\n');
    expect(none.ok && none.configuration.nodes).toEqual({});
  });

  it.each([
    ['a name that no certificate has', 'nodes: { Edge_1: {} }', 'lower-case letters'],
    ['half a fingerprint', `nodes: { edge-1: { revoked: ['${fingerprint.slice(0, 47)}'] } }`, 'SHA-256'],
    ['anything else', 'nodes: { edge-1: { allowed: true } }', 'revoked'],
  ])('are refused for %s', (_, text, expected) => {
    const reading = read(text);
    const said = reading.ok ? [] : reading.problems.map((problem) => problem.expected);
    expect(said.join('\n')).toContain(expected);
  });
});
