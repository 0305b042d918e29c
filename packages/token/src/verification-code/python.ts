import { normaliseType } from '../verify/check-type.ts';
import type { CodeKeySource, CodeRequest } from './code-request.ts';
import { literals } from './literals.ts';
import { leastSecretBytes, program, type WrittenCode } from './written-code.ts';

const text = literals.python;

export function pythonCode(request: CodeRequest): WrittenCode {
  return {
    language: 'python',
    file: 'verify_token.py',
    code: pythonProgram(request),
    install: "pip install 'PyJWT[crypto]>=2.6,<3'",
  };
}

function pythonProgram({ algorithm, issuer, audience, type, clockSkew, key }: CodeRequest): string {
  return program(
    ...imports(key),
    '',
    `ALGORITHM = ${text(algorithm)}`,
    ...keyLines(algorithm, key),
    '',
    '',
    'def verify_token(token: str) -> dict[str, Any]:',
    '    """Answers the claims of a token that holds, and raises for every other token."""',
    '    claims = jwt.decode(',
    '        token,',
    key.from === 'jwks' ? '        KEYS.get_signing_key_from_jwt(token).key,' : '        KEY,',
    '        algorithms=[ALGORITHM],  # the token has no say in this',
    `        issuer=${text(issuer)},`,
    `        audience=${text(audience)},`,
    `        leeway=${clockSkew},`,
    '        options={"require": ["exp", "iss", "aud"]},',
    '    )',
    '    header = jwt.get_unverified_header(token)  # no longer unverified here',
    '    if "crit" in header:  # PyJWT passes over what must be understood (RFC 7515 section 4.1.11)',
    '        raise jwt.InvalidTokenError("The token has an extension that is not known here.")',
    ...(type === undefined ? [] : typeLines(type)),
    '    return claims',
  );
}

function typeLines(type: string): readonly string[] {
  return [
    `    if str(header.get("typ")).lower().removeprefix("application/") != ${text(normaliseType(type))}:`,
    '        raise jwt.InvalidTokenError("The token is of another type.")',
  ];
}

function imports(key: CodeKeySource): readonly (string | undefined)[] {
  const isBase64 = key.from === 'secret' && key.encoding.startsWith('base64');
  return [
    isBase64 ? 'import base64' : undefined,
    key.from === 'secret' ? 'import os' : undefined,
    key.from === 'pem' ? 'from pathlib import Path' : undefined,
    'from typing import Any',
    '',
    'import jwt',
  ];
}

function keyLines(algorithm: string, key: CodeKeySource): readonly string[] {
  if (key.from === 'jwks') return [`KEYS = jwt.PyJWKClient(${text(key.url)})`];
  if (key.from === 'pem') return [`KEY = Path(${text(key.path)}).read_bytes()`];
  const least = leastSecretBytes(algorithm);
  const read = `os.environ["${key.variable}"]`;
  const padded = `${read} + "=" * (-len(${read}) % 4)`;
  const bytes = {
    utf8: `${read}.encode()`,
    hex: `bytes.fromhex(${read})`,
    base64: `base64.b64decode(${padded}, validate=True)`,
    base64url: `base64.b64decode(${padded}, altchars=b"-_", validate=True)`,
  }[key.encoding];
  return [
    `KEY = ${bytes}`,
    `if len(KEY) < ${least}:`,
    `    raise ValueError("${key.variable} must hold at least ${least} bytes.")`,
  ];
}
