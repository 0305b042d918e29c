import type { Library } from '../model/library.ts';

export const php: readonly Library[] = [
  {
    name: 'firebase/php-jwt',
    language: 'PHP',
    repository: 'firebase/php-jwt',
    commit: '32b5ea0eb02f102e5ba484b99ba944e581f55e2c',
    read: '2026-04-01',
    licence: { name: 'BSD-3-Clause', source: 'LICENSE' },
    install: { command: 'composer require firebase/php-jwt', source: 'https://packagist.org/packages/firebase/php-jwt' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES256K', 'EdDSA'], sources: ['src/JWT.php#L56'] },
    checks: {
      exp: ['default', 'src/JWT.php#L188'],
      nbf: ['default', 'src/JWT.php#L168'],
      confusion: ['default', 'src/JWT.php#L153'],
      none: ['default', 'src/JWT.php#L153'],
    },
    advisories: [
      { id: 'GHSA-8xf4-w7qw-pjjw', cve: 'CVE-2021-46743', what: 'Key and algorithm confusion', fixed: '6.0.0' },
    ],
  },
  {
    name: 'lcobucci/jwt',
    language: 'PHP',
    repository: 'lcobucci/jwt',
    commit: '8d060fff299824f3931dc773a8a9d01250c7ae47',
    read: '2024-10-23',
    licence: { name: 'BSD-3-Clause', source: 'LICENSE' },
    install: { command: 'composer require lcobucci/jwt', source: 'https://packagist.org/packages/lcobucci/jwt' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512', 'EdDSA'], sources: ['docs/supported-algorithms.md#L16'] },
    checks: {
      exp: ['option', 'docs/validating-tokens.md#L91'],
      nbf: ['option', 'docs/validating-tokens.md#L91'],
      iss: ['option', 'docs/validating-tokens.md#L84'],
      aud: ['option', 'docs/validating-tokens.md#L85'],
      confusion: ['default', 'src/Validation/Constraint/SignedWith.php#L24'],
      none: ['default', 'docs/supported-algorithms.md#L41'],
    },
    advisories: [
      { id: 'GHSA-7322-jrq4-x5hf', cve: 'CVE-2021-41106', what: 'HMAC over the name of a key file', fixed: '3.4.6, 4.0.4, 4.1.5' },
    ],
  },
  {
    name: 'web-token/jwt-framework',
    language: 'PHP',
    repository: 'web-token/jwt-framework',
    commit: '47e3285121849f9b5a82fa720c19efdf50f9ca3d',
    read: '2024-10-16',
    licence: { name: 'MIT', source: 'LICENSE' },
    install: { command: 'composer require web-token/jwt-library', source: 'https://packagist.org/packages/web-token/jwt-library' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'], sources: ['src/Library/Signature/Algorithm/HS256.php', 'src/Library/Signature/Algorithm/HS384.php', 'src/Library/Signature/Algorithm/HS512.php', 'src/Library/Signature/Algorithm/RS256.php', 'src/Library/Signature/Algorithm/RS384.php', 'src/Library/Signature/Algorithm/RS512.php', 'src/Library/Signature/Algorithm/PS256.php', 'src/Library/Signature/Algorithm/PS384.php', 'src/Library/Signature/Algorithm/PS512.php', 'src/Library/Signature/Algorithm/ES256.php', 'src/Library/Signature/Algorithm/ES384.php', 'src/Library/Signature/Algorithm/ES512.php', 'src/Library/Signature/Algorithm/EdDSA.php'] },
    checks: {
      exp: ['option', 'src/Library/Checker/ExpirationTimeChecker.php#L17'],
      nbf: ['option', 'src/Library/Checker/NotBeforeChecker.php#L15'],
      iss: ['option', 'src/Library/Checker/IssuerChecker.php#L16'],
      aud: ['option', 'src/Library/Checker/AudienceChecker.php#L15'],
      crit: ['option', 'src/Library/Checker/HeaderCheckerManager.php#L162'],
    },
    advisories: [
      { id: 'GHSA-jc38-x7x8-2xc8', cve: '', what: 'The algorithm was taken from the unprotected header', fixed: '3.4.10, 4.0.7, 4.1.7' },
      { id: 'GHSA-6vvh-pxr4-25r7', cve: '', what: 'A ChaCha20-Poly1305 tag was not checked', fixed: '3.4.10, 4.0.7, 4.1.7' },
      { id: 'GHSA-3prj-6hqw-cm82', cve: '', what: 'A huge PBES2 count costs the time of the decrypter', fixed: '3.4.10, 4.0.7, 4.1.7' },
      { id: 'GHSA-5739-39v2-5754', cve: '', what: 'RSA1_5 decryption leaks whether the padding fits', fixed: '3.4.10, 4.0.7, 4.1.7' },
    ],
  },
];
