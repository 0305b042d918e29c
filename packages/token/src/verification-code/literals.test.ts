import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { describeWithPrograms, type Needed } from '@signet/testing/suites';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { VerificationCode } from './code-request.ts';
import { literals } from './literals.ts';
import { hostile } from './testing/hostile.ts';
import { python, run } from './testing/run-programs.ts';

type Language = VerificationCode['language'];

const temporary = temporaryFolder();
const folder = temporary.path;
afterAll(() => temporary[Symbol.dispose]());

/** Any Unicode text, and each character below 256, where the quotes, breaks and escapes of all languages lie, by itself. */
const texts: readonly string[] = [
  '',
  hostile,
  '\\u000a',
  '\\\\u0022',
  ...Array.from({ length: 256 }, (_, point) => `a${String.fromCharCode(point)}b`),
  ...fc.sample(
    fc
      .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 20 })
      .map((points) => String.fromCodePoint(...points))
      .filter((text) => text.isWellFormed()),
    200,
  ),
];

interface Evaluation {
  readonly needed: readonly Needed[];
  /** A program that prints its strings as UTF-8 in hex, one a line. */
  readonly program: (strings: string) => string;
  readonly file: string;
  readonly evaluate: (file: string) => Promise<string>;
}

const evaluations: Readonly<Record<Language, Evaluation>> = {
  javascript: {
    needed: [],
    program: (strings) => `for (const text of [${strings}]) console.log(Buffer.from(text).toString('hex'));`,
    file: 'literals.mjs',
    evaluate: (file) => run(process.execPath, [file]),
  },
  python: {
    needed: [python],
    program: (strings) => `for text in [${strings}]:\n    print(text.encode().hex())\n`,
    file: 'literals.py',
    evaluate: (file) => run(python, [file]),
  },
  go: {
    needed: ['go'],
    program: (strings) =>
      `package main\n\nimport "fmt"\n\nfunc main() {\n\tfor _, text := range []string{${strings}} {\n\t\tfmt.Printf("%x\\n", text)\n\t}\n}\n`,
    file: 'literals.go',
    evaluate: (file) => run('go', ['run', file], { environment: { ...process.env, GO111MODULE: 'off' } }),
  },
  java: {
    needed: ['javac'],
    program: (strings) =>
      `class Literals {\n  public static void main(String[] words) {\n    for (var text : new String[] {${strings}})\n      System.out.println(java.util.HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));\n  }\n}\n`,
    file: 'Literals.java',
    evaluate: (file) => run('java', [file]),
  },
  csharp: {
    needed: ['mcs', 'mono'],
    program: (strings) =>
      `static class Literals {\n  static void Main() {\n    foreach (var text in new[] {${strings}})\n      System.Console.WriteLine(System.BitConverter.ToString(System.Text.Encoding.UTF8.GetBytes(text)).Replace("-", "").ToLower());\n  }\n}\n`,
    file: 'literals.cs',
    evaluate: async (file) => {
      await run('mcs', [`-out:${file}.exe`, file]);
      return run('mono', [`${file}.exe`]);
    },
  },
};

describe('a string literal', () => {
  describe.each(Object.keys(evaluations) as Language[])('in %s', (language) => {
    const { needed, program, file, evaluate } = evaluations[language];
    const literal = literals[language];

    it('is printable ASCII', () => {
      for (const text of texts) expect(literal(text)).toMatch(/^[ -~]+$/);
    });

    describeWithPrograms(needed, `as ${language} evaluates it`, () => {
      it('is the text that went in, whatever it holds', async () => {
        const path = join(folder, file);
        writeFileSync(path, program(texts.map(literal).join(', ')));
        const lines = (await evaluate(path)).split(/\r?\n/).slice(0, -1);
        expect(lines.map((line) => Buffer.from(line, 'hex').toString())).toEqual(texts);
      });
    });
  });
});
