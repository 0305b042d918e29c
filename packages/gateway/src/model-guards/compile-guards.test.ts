import type { LlmGuard } from '@signet/contracts';
import { expect, it } from 'vitest';
import { Schemas } from '../described/schemas.ts';
import { compileGuards, guardsFor } from './compile-guards.ts';

const guard = (unless: string): LlmGuard => ({
  ...{ name: 'personal', find: ['email'], terms: [], in: 'both', act: 'refuse', unless },
});

function looks(unless: string, claims: Readonly<Record<string, unknown>>): boolean {
  const compiled = compileGuards(
    { id: 'models', llm: { losses: 'report', guards: [guard(unless)] } },
    new Schemas(),
  );
  return guardsFor(compiled, claims, 1_770_000_000_000).length > 0;
}

it('spares callers by their claims, and nobody of whom it cannot be said', () => {
  expect(looks("claims.team == 'legal'", { team: 'legal' })).toBe(false);
  expect(looks("claims.team == 'legal'", { team: 'sales' })).toBe(true);
  expect(looks("claims.team == 'legal'", {})).toBe(true);
  expect(looks("request.path == '/llm'", { team: 'legal' })).toBe(true);
});

it('compiles no condition that cannot be read', () => {
  expect(() => looks('claims.', {})).toThrow('personal');
});

it('takes an answer that is what its schema says, in one way only', () => {
  const schema = { type: 'object', required: ['name'], properties: { name: { type: 'string' } } };
  const form: LlmGuard = { name: 'form', find: [], terms: [], in: 'answer', act: 'refuse', schema };
  const [compiled] = compileGuards(
    { id: 'models', llm: { losses: 'report', guards: [form] } },
    new Schemas(),
  );
  const holds = ['{"name":"a"}', '{"name":1}', 'Hello', '{"name":1,"name":"a"}', '```json\n{}\n```'].map(
    (text) => compiled?.holdsWhole?.(text),
  );
  expect(holds).toEqual([true, false, false, false, false]);
});
