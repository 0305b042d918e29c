import { describe, expect, it } from 'vitest';
import { readVerdict } from './read-verdict.ts';

const adds = ['x-risk', 'x-plan'];
const read = (text: string) => readVerdict(text, adds);

describe('readVerdict', () => {
  it('takes true for allowed and false for refused', () => {
    expect(read('{"allow":true}')).toEqual({ kind: 'allowed', headers: [] });
    expect(read('{"allow":false}')).toEqual({ kind: 'refused', reason: undefined });
    expect(read('{"allow":false,"reason":"No such order."}')).toEqual({
      kind: 'refused',
      reason: 'No such order.',
    });
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'allow'],
    ['a list', '[{"allow":true}]'],
    ['true alone', 'true'],
    ['no word of it', '{"reason":"fine"}'],
    ['a text', '{"allow":"true"}'],
    ['a number', '{"allow":1}'],
    ['another spelling', '{"Allow":true}'],
    ['both', '{"allow":false,"allow":true}'],
    ['something behind it', '{"allow":true} {"allow":false}'],
    ['very many values', `{"allow":true,"more":[${'0,'.repeat(300)}0]}`],
    ['headers that are none', '{"allow":true,"headers":"x-risk: 1"}'],
    ['headers in a list', '{"allow":true,"headers":[["x-risk","1"]]}'],
    ['a header that is no text', '{"allow":true,"headers":{"x-risk":1}}'],
    ['a header that the route does not name', '{"allow":true,"headers":{"x-admin":"1"}}'],
    ['a credential', '{"allow":true,"headers":{"authorization":"Bearer x"}}'],
    ['a header twice', '{"allow":true,"headers":{"x-risk":"1","X-Risk":"2"}}'],
    ['a header without end', `{"allow":true,"headers":{"x-risk":"${'1'.repeat(1025)}"}}`],
  ])('takes nothing else for allowed: %s', (_, text) => {
    expect(read(text)).toEqual({ kind: 'unreadable' });
  });

  it('takes those headers that the route names, and so that they cannot become two', () => {
    const headers = {
      'X-Risk': 'low\r\nx-plan: gold',
      'x-plan': 'gold',
    };
    expect(read(JSON.stringify({ allow: true, headers }))).toEqual({
      kind: 'allowed',
      headers: ['x-risk', 'low%0D%0Ax-plan: gold', 'x-plan', 'gold'],
    });
  });

  it('tells a reason in one line, and no more of it than anybody reads', () => {
    const reason = (told: unknown) => {
      const verdict = read(JSON.stringify({ allow: false, reason: told }));
      return verdict.kind === 'refused' ? verdict.reason : verdict;
    };
    expect(reason('No.\r\n\u001b[31mfake line')).toBe('No. [31mfake line');
    expect(reason('x'.repeat(9999))).toBe('x'.repeat(256));
    for (const none of [' \n ', '', 7, null, { a: 1 }]) expect(reason(none)).toBeUndefined();
  });
});
