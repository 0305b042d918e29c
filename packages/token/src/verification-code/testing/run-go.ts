import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Program } from './program.ts';
import { type Answers, drive, run } from './run-programs.ts';

/** Where Debian puts the sources of libraries. */
const debian = '/usr/share/gocode';
export const golangJwt: string = join(debian, 'src/github.com/golang-jwt/jwt');

/**
 * Builds all programs at once, each a package of its own, and runs them. Debian's golang-jwt is version 4; the code asks
 * for version 5 and uses what both have, so version 4 stands under the name of version 5 here.
 */
export async function runGoPrograms(programs: readonly Program[], root: string): Promise<Answers> {
  const sources = join(root, 'go/src');
  const library = join(sources, 'github.com/golang-jwt/jwt/v5');
  mkdirSync(dirname(library), { recursive: true });
  symlinkSync(golangJwt, library);
  programs.forEach(({ folder }, index) => {
    cpSync(folder, join(sources, `programs/p${index}`), { recursive: true });
  });
  const main = join(sources, 'programs');
  writeFileSync(join(main, 'main.go'), mainOf(programs.length));
  const environment = {
    ...process.env,
    GO111MODULE: 'off',
    GOPATH: `${join(root, 'go')}:${debian}`,
    CGO_ENABLED: '0',
  };
  const binary = join(root, 'judge');
  await run('go', ['build', '-o', binary, '.'], { folder: main, environment });
  await run('go', ['vet', './...'], { folder: main, environment });
  return drive(binary, [], programs);
}

function mainOf(count: number): string {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const judges = numbers.map(
    (n) =>
      `\tfunc() (verify, error) { v, err := p${n}.New(); if err != nil { return nil, err }; return v.Verify, nil },`,
  );
  return `package main

import (
	"encoding/json"
	"os"

	"github.com/golang-jwt/jwt/v5"
${numbers.map((n) => `\tp${n} "programs/p${n}"`).join('\n')}
)

type verify func(string) (*jwt.RegisteredClaims, error)

var makers = []func() (verify, error){
${judges.join('\n')}
}

func main() {
	var given []struct{ Tokens []string }
	must(json.NewDecoder(os.Stdin).Decode(&given))
	answers := make([][]string, len(given))
	for i, make := range makers {
		verify, err := make()
		must(err)
		for _, token := range given[i].Tokens {
			answers[i] = append(answers[i], judge(verify, token))
		}
	}
	must(json.NewEncoder(os.Stdout).Encode(answers))
}

func judge(verify verify, token string) string {
	claims, err := verify(token)
	if err != nil {
		return "refused"
	}
	if claims.Subject != "usr_1" {
		return "accepted without its claims"
	}
	return "accepted"
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
`;
}
