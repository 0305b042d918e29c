import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '@signet/testing/machine';
import { describeWithPrograms } from '@signet/testing/suites';
import { afterAll, expect, it } from 'vitest';
import type { CodeKeySource, CodeRequest, CodeStack } from './code-request.ts';
import { codeStackTraits } from './stacks.ts';
import { hostile } from './testing/hostile.ts';
import { codeOf } from './testing/program.ts';
import { run } from './testing/run-programs.ts';

const temporary = temporaryFolder();
const folder = temporary.path;
afterAll(() => temporary[Symbol.dispose]());

const parseOnly = fileURLToPath(new URL('./testing/ParseOnly.java', import.meta.url));

describeWithPrograms(['javac'], 'the verification code for Java', () => {
  it('is read by the compiler of Java', async () => {
    await run('java', [parseOnly, ...writtenFor('java')]);
  });

  it('would be refused with a fault in it', async () => {
    const [file = ''] = writtenFor('java');
    writeFileSync(file, codeOf(requests('java')[0] as CodeRequest).code.replace('processor.', 'processor..'));
    await expect(run('java', [parseOnly, file])).rejects.toThrow('illegal');
  });
});

describeWithPrograms(['mcs'], 'the verification code for C#', () => {
  it('is read by a compiler of C#', async () => {
    await run('mcs', ['--parse', ...writtenFor('csharp')]);
  });

  it('would be refused with a fault in it', async () => {
    const [file = ''] = writtenFor('csharp');
    writeFileSync(file, codeOf(requests('csharp')[0] as CodeRequest).code.replace('handler.', 'handler..'));
    await expect(run('mcs', ['--parse', file])).rejects.toThrow('CS1');
  });
});

describeWithPrograms(['gofmt'], 'the verification code for Go', () => {
  it('is read by Go, and written as gofmt writes', async () => {
    expect(await run('gofmt', ['-l', '-e', ...writtenFor('go')])).toBe('');
  });
});

/** Files of all that can be asked for. */
function writtenFor(stack: CodeStack): readonly string[] {
  return requests(stack).map((request, index) => {
    const { file, code } = codeOf(request);
    const path = join(folder, stack, `${index}`, file);
    mkdirSync(dirname(path), { recursive: true });
    // A compilation of C# is one namespace.
    writeFileSync(
      path,
      stack === 'csharp' ? code.replaceAll(/TokenVerifier|KeySetRetriever/g, `$&${index}`) : code,
    );
    return path;
  });
}

function requests(stack: CodeStack): readonly CodeRequest[] {
  const whole = { stack, issuer: hostile, audience: hostile, type: hostile, clockSkew: 30 };
  const { type: _type, ...typeless } = whole;
  return codeStackTraits(stack).algorithms.flatMap((algorithm) =>
    keysFor(algorithm).flatMap((key) => [
      { ...whole, algorithm, key },
      { ...typeless, algorithm, key },
    ]),
  );
}

function keysFor(algorithm: string): readonly CodeKeySource[] {
  if (algorithm.startsWith('HS'))
    return (['utf8', 'hex', 'base64', 'base64url'] as const).map((encoding) => ({
      from: 'secret',
      variable: 'TOKEN_SECRET',
      encoding,
    }));
  return [
    { from: 'pem', path: hostile },
    { from: 'jwks', url: 'https://login.example/keys?a="\\' },
  ];
}
