import type { Server } from 'node:http';
import { temporaryFolder } from '@signet/testing/machine';
import { describeWithPrograms } from '@signet/testing/suites';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodeStack } from './code-request.ts';
import { codeStackTraits } from './stacks.ts';
import { hostile } from './testing/hostile.ts';
import { layProgram, type Program, type ProgramPlan } from './testing/program.ts';
import { golangJwt, runGoPrograms } from './testing/run-go.ts';
import {
  type Answers,
  publishKeySets,
  python,
  runNodePrograms,
  runPythonPrograms,
} from './testing/run-programs.ts';

describe('the verification code for', () => {
  describe('Node, Express and Fastify', () => {
    judges([...plansOf('node'), ...few('express', 'ES256'), ...few('fastify', 'RS256')], (programs, root) =>
      runNodePrograms(programs, root),
    );
  });

  describe('Node, Express, Fastify without their key set', () => {
    const plans = (['node', 'express', 'fastify'] as const).map(
      (stack): ProgramPlan => ({ stack, algorithm: 'ES256', from: 'jwks' }),
    );

    it('lets nothing through, and does not blame the token', async () => {
      using root = temporaryFolder();
      const { address, server } = await publishKeySets(new Map());
      const programs = plans.map((plan, index) => layProgram(plan, index, root.path, address));
      const answers = await runNodePrograms(programs, root.path);
      server.close();
      expect(answers.flat()).not.toContain('accepted');
      expect(answers.map(([good]) => good)).toEqual(['refused', 'status 500', 'status 500']);
    });
  });

  describeWithPrograms([[python, '-c', 'import jwt, cryptography']], 'Python', () => {
    judges(plansOf('python'), (programs) => runPythonPrograms(programs));
  });

  describeWithPrograms(['go', ['test', '-d', golangJwt]], 'Go', () => {
    judges(
      plansOf('go').filter(({ from }) => from !== 'jwks'),
      (programs, root) => runGoPrograms(programs, root),
    );
  });
});

/** Every algorithm of the stack, every encoding of a secret, a key set of one key of each kind, and hostile words. */
function plansOf(stack: CodeStack): readonly ProgramPlan[] {
  const encodings = ['utf8', 'base64', 'base64url', 'hex'] as const;
  return [
    ...codeStackTraits(stack).algorithms.map(
      (algorithm): ProgramPlan => ({ stack, algorithm, from: algorithm.startsWith('HS') ? 'secret' : 'pem' }),
    ),
    ...encodings.map((encoding): ProgramPlan => ({ stack, algorithm: 'HS256', from: 'secret', encoding })),
    ...['RS256', 'ES256', 'EdDSA'].map((algorithm): ProgramPlan => ({ stack, algorithm, from: 'jwks' })),
    { stack, algorithm: 'ES256', from: 'pem', hostile },
  ];
}

function few(stack: CodeStack, algorithm: string): readonly ProgramPlan[] {
  return [
    { stack, algorithm, from: 'pem', hostile },
    { stack, algorithm, from: 'jwks' },
    { stack, algorithm: 'HS256', from: 'secret' },
  ];
}

function judges(
  plans: readonly ProgramPlan[],
  answer: (programs: readonly Program[], root: string) => Promise<Answers>,
): void {
  const root = temporaryFolder();
  const keySets = new Map<number, object>();
  let server: Server | undefined;
  let programs: readonly Program[] = [];
  let answers: Answers = [];

  beforeAll(async () => {
    const published = await publishKeySets(keySets);
    ({ server } = published);
    programs = plans.map((plan, index) => layProgram(plan, index, root.path, published.address));
    programs.forEach(({ keySet }, index) => {
      keySets.set(index, keySet);
    });
    answers = await answer(programs, root.path);
  });

  afterAll(() => {
    server?.close();
    root[Symbol.dispose]();
  });

  it.each(plans.map((plan, index) => ({ ...plan, index })))(
    '$stack: $algorithm from $from judges as it should',
    ({ index }) => {
      const { cases = [] } = programs[index] ?? {};
      const said = cases.map(({ name }, at) => [name, answers[index]?.[at]]);
      expect(said).toEqual(cases.map(({ name, answer }) => [name, answer]));
      expect(cases.length).toBeGreaterThan(15);
    },
  );
}
