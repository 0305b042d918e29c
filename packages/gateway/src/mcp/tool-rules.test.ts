import { readCondition } from '@signet/conditions';
import type { TrustedToken } from '@signet/trust/bearer';
import { describe, expect, it } from 'vitest';
import type { ToolDefinition } from './tool-definition.ts';
import { judgeTool, type ToolRule } from './tool-rules.ts';

const tool: ToolDefinition = { name: 'read', text: '{"name":"read"}', digest: 'sha256:1', mirrored: [] };

function rule({ scopes = [], when }: { scopes?: readonly string[]; when?: string } = {}): ToolRule {
  const reading = when === undefined ? undefined : readCondition('condition', when);
  if (reading?.ok === false) throw new TypeError(reading.reason);
  const conditions = reading === undefined ? [] : [reading.value];
  const none = { roles: [], permissions: [], stepUp: undefined };
  const required = { ...none, scopes, scope: scopes.join(' '), conditions };
  return { digest: 'sha256:1', required, limits: [], cost: undefined };
}

function token(claims: Readonly<Record<string, unknown>> = {}, scopes: readonly string[] = []): TrustedToken {
  const names = { scopes: new Set(scopes), roles: new Set<string>(), permissions: new Set<string>() };
  return { claims, ...names } as unknown as TrustedToken;
}

function verdict(of: ToolRule | undefined, who: TrustedToken = token(), takesUnapproved = false): string {
  const tools = new Map(of === undefined ? [] : [['read', of]]);
  const asked = () => ({
    ...{ method: 'POST', path: '/mcp/files', host: 'a', query: '', headers: [] },
    overridesMethod: () => false,
  });
  return judgeTool(tool, { tools, takesUnapproved }, { token: who, now: 1, clockSkew: 0, asked }).kind;
}

describe('a tool', () => {
  it('is offered as it was approved', () => {
    expect(verdict(rule())).toBe('offered');
  });

  it('is hidden where nobody has named it, nobody has approved it, or it is another one since', () => {
    expect(verdict(undefined)).toBe('hidden');
    expect(verdict({ ...rule(), digest: undefined })).toBe('hidden');
    expect(verdict({ ...rule(), digest: 'sha256:0' })).toBe('hidden');
  });

  it('is taken as it comes where that is said aloud', () => {
    expect(verdict(undefined, token(), true)).toBe('offered');
    expect(verdict({ ...rule(), digest: 'sha256:0' }, token(), true)).toBe('offered');
    expect(verdict(rule({ scopes: ['files:read'] }), token(), true)).toBe('lacking');
  });

  it('asks for its scopes, so that they can be asked for', () => {
    const asking = rule({ scopes: ['files:read', 'files:list'] });
    expect(verdict(asking, token({}, ['files:read']))).toBe('lacking');
    expect(verdict(asking, token({}, ['files:read', 'files:list']))).toBe('offered');
  });

  it('is hidden from whom its condition keeps it, and where that cannot be decided', () => {
    const ours = rule({ when: "claims.team == 'ops'" });
    expect(verdict(ours, token({ team: 'ops' }))).toBe('offered');
    expect(verdict(ours, token({ team: 'sales' }))).toBe('hidden');
    expect(verdict(ours, token())).toBe('hidden');
  });
});
