import { normaliseType } from '../verify/check-type.ts';
import type { CodeKeySource, CodeRequest } from './code-request.ts';
import { literals } from './literals.ts';
import { leastSecretBytes, program, publicKeyKind, type WrittenCode } from './written-code.ts';

const text = literals.go;

/**
 * The claims are checked in sight, not by the options of version 5, so that the very same code could be run with
 * version 4, which Debian has.
 */
export function goCode(request: CodeRequest): WrittenCode {
  const libraries = ['github.com/golang-jwt/jwt/v5@latest'];
  if (request.key.from === 'jwks') libraries.push('github.com/MicahParks/keyfunc/v3@latest');
  return {
    language: 'go',
    file: 'verifier.go',
    code: goProgram(request),
    install: libraries.map((each) => `go get ${each}`).join('\n'),
  };
}

function goProgram({ algorithm, issuer, audience, type, clockSkew, key }: CodeRequest): string {
  return program(
    '// Package verifier accepts the tokens of one issuer for one audience, and refuses every other.',
    'package verifier',
    '',
    'import (',
    ...imports(key, type),
    ')',
    '',
    'const (',
    `\talgorithm = ${text(algorithm)}`,
    `\tissuer    = ${text(issuer)}`,
    `\taudience  = ${text(audience)}`,
    type === undefined ? undefined : `\ttokenType = ${text(normaliseType(type))}`,
    `\tclockSkew = ${clockSkew} * time.Second`,
    ')',
    '',
    '// Verifier holds the key. Make it once, with New, and use it from any goroutine.',
    'type Verifier struct{ key jwt.Keyfunc }',
    '',
    ...newVerifier(algorithm, key),
    '',
    '// Verify answers the claims of a token that holds, and an error for every other token.',
    'func (v *Verifier) Verify(raw string) (*jwt.RegisteredClaims, error) {',
    '\tclaims := &jwt.RegisteredClaims{}',
    '\t// The token has no say in the algorithm. Its claims are checked below, where none may be missing.',
    '\ttoken, err := jwt.ParseWithClaims(raw, claims, v.key,',
    '\t\tjwt.WithValidMethods([]string{algorithm}), jwt.WithoutClaimsValidation())',
    '\tif err != nil {',
    '\t\treturn nil, err',
    '\t}',
    '\tif err := check(token, claims, time.Now()); err != nil {',
    '\t\treturn nil, err',
    '\t}',
    '\treturn claims, nil',
    '}',
    '',
    ...checkLines(type !== undefined),
  );
}

function imports(key: CodeKeySource, type: string | undefined): readonly string[] {
  const encoding = key.from === 'secret' ? key.encoding : 'utf8';
  const coder = {
    utf8: [],
    hex: ['encoding/hex'],
    base64: ['encoding/base64'],
    base64url: ['encoding/base64'],
  };
  const standard = ['errors', ...coder[encoding]];
  if (key.from !== 'jwks') standard.push('os');
  if (type !== undefined || encoding.startsWith('base64')) standard.push('strings');
  standard.push('time');
  const others = key.from === 'jwks' ? ['github.com/MicahParks/keyfunc/v3'] : [];
  const lines = (paths: readonly string[]): readonly string[] => paths.map((path) => `\t"${path}"`);
  return [...lines(standard.sort()), '', ...lines([...others, 'github.com/golang-jwt/jwt/v5'])];
}

function newVerifier(algorithm: string, key: CodeKeySource): readonly string[] {
  const lines = { jwks: keySetLines, pem: fileLines, secret: secretLines };
  return [
    `// New ${{ jwks: 'fetches the key set and keeps it fresh', pem: 'reads the public key', secret: 'reads the secret' }[key.from]}.`,
    'func New() (*Verifier, error) {',
    ...(key.from === 'jwks'
      ? lines.jwks(key)
      : key.from === 'pem'
        ? lines.pem(algorithm, key)
        : lines.secret(algorithm, key)),
    '}',
  ];
}

const orFail = ['\tif err != nil {', '\t\treturn nil, err', '\t}'];
const theOneKey = '\treturn &Verifier{key: func(*jwt.Token) (interface{}, error) { return key, nil }}, nil';

function keySetLines({ url }: CodeKeySource & { from: 'jwks' }): readonly string[] {
  return [
    `\tkeys, err := keyfunc.NewDefault([]string{${text(url)}})`,
    ...orFail,
    '\treturn &Verifier{key: keys.Keyfunc}, nil',
  ];
}

function fileLines(algorithm: string, { path }: CodeKeySource & { from: 'pem' }): readonly string[] {
  const kind = { RSA: 'RSA', EC: 'EC', other: 'Ed' }[publicKeyKind(algorithm)];
  return [
    `\tpem, err := os.ReadFile(${text(path)})`,
    ...orFail,
    `\tkey, err := jwt.Parse${kind}PublicKeyFromPEM(pem)`,
    ...orFail,
    theOneKey,
  ];
}

function secretLines(
  algorithm: string,
  { variable, encoding }: CodeKeySource & { from: 'secret' },
): readonly string[] {
  const least = leastSecretBytes(algorithm);
  const read = `os.Getenv("${variable}")`;
  const unpadded = `strings.TrimRight(${read}, "=")`;
  const decoded = {
    hex: `hex.DecodeString(${read})`,
    base64: `base64.RawStdEncoding.DecodeString(${unpadded})`,
    base64url: `base64.RawURLEncoding.DecodeString(${unpadded})`,
  };
  return [
    ...(encoding === 'utf8'
      ? [`\tkey := []byte(${read})`]
      : [`\tkey, err := ${decoded[encoding]}`, ...orFail]),
    `\tif len(key) < ${least} {`,
    `\t\treturn nil, errors.New("${variable} must hold at least ${least} bytes")`,
    '\t}',
    theOneKey,
  ];
}

function checkLines(hasType: boolean): readonly string[] {
  return [
    'func check(token *jwt.Token, claims *jwt.RegisteredClaims, now time.Time) error {',
    '\tif _, ok := token.Header["crit"]; ok { // the library passes over it (RFC 7515 section 4.1.11)',
    '\t\treturn errors.New("the token has an extension that is not known here")',
    '\t}',
    ...(hasType ? typeLines : []),
    '\tif claims.Issuer != issuer {',
    '\t\treturn errors.New("the token is from another issuer")',
    '\t}',
    '\tif !contains(claims.Audience, audience) {',
    '\t\treturn errors.New("the token is for another audience")',
    '\t}',
    '\tif claims.ExpiresAt == nil || !now.Before(claims.ExpiresAt.Add(clockSkew)) {',
    '\t\treturn errors.New("the token has expired, or never does")',
    '\t}',
    '\tif claims.NotBefore != nil && now.Add(clockSkew).Before(claims.NotBefore.Time) {',
    '\t\treturn errors.New("the token does not hold yet")',
    '\t}',
    '\treturn nil',
    '}',
    '',
    'func contains(list jwt.ClaimStrings, wanted string) bool {',
    '\tfor _, each := range list {',
    '\t\tif each == wanted {',
    '\t\t\treturn true',
    '\t\t}',
    '\t}',
    '\treturn false',
    '}',
  ];
}

const typeLines = [
  '\tif typ, _ := token.Header["typ"].(string); strings.TrimPrefix(strings.ToLower(typ), "application/") != tokenType {',
  '\t\treturn errors.New("the token is of another type")',
  '\t}',
];
