import type { Library } from '../model/library.ts';

export const dotnet: readonly Library[] = [
  {
    name: 'Microsoft.IdentityModel',
    language: '.NET',
    repository: 'AzureAD/azure-activedirectory-identitymodel-extensions-for-dotnet',
    commit: 'c6b3b6a432e91bae209e2b31a20d8934c7eb025d',
    read: '2024-10-24',
    licence: { name: 'MIT', source: 'LICENSE.txt' },
    install: { command: 'dotnet add package Microsoft.IdentityModel.JsonWebTokens', source: 'https://www.nuget.org/packages/Microsoft.IdentityModel.JsonWebTokens' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'], sources: ['src/Microsoft.IdentityModel.Tokens/SecurityAlgorithms.cs#L70'] },
    checks: {
      exp: ['default', 'src/Microsoft.IdentityModel.Tokens/TokenValidationParameters.cs#L126'],
      nbf: ['default', 'src/Microsoft.IdentityModel.Tokens/TokenValidationParameters.cs#L126'],
      iss: ['default', 'src/Microsoft.IdentityModel.Tokens/TokenValidationParameters.cs#L124'],
      aud: ['default', 'src/Microsoft.IdentityModel.Tokens/TokenValidationParameters.cs#L123'],
      typ: ['option', 'src/Microsoft.IdentityModel.Tokens/TokenValidationParameters.cs#L735'],
      none: ['default', 'src/Microsoft.IdentityModel.Tokens/TokenValidationParameters.cs#L118'],
    },
    advisories: [
      { id: 'GHSA-59j7-ghrg-fj52', cve: 'CVE-2024-21319', what: 'A compressed JWE exhausts memory', fixed: '5.7.0, 6.34.0, 7.1.2' },
    ],
  },
  {
    name: 'JWT.NET',
    language: '.NET',
    repository: 'jwt-dotnet/jwt',
    commit: 'c12db357b02a03c2dc381b9d487b5491dae8bd16',
    read: '2026-08-12',
    licence: { name: 'MIT', source: 'LICENSE.md' },
    install: { command: 'dotnet add package JWT', source: 'https://www.nuget.org/packages/JWT' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512'], sources: ['src/JWT/Algorithms/JwtAlgorithmName.cs'] },
    checks: {
      exp: ['default', 'src/JWT/ValidationParameters.cs#L27'],
      nbf: ['default', 'src/JWT/JwtValidator.cs#L240'],
    },
    advisories: [
    ],
  },
  {
    name: 'jose-jwt',
    language: '.NET',
    repository: 'dvsekhvalnov/jose-jwt',
    commit: '20abc4ebf916e1e36586d67609c17d045af1d503',
    read: '2026-03-26',
    licence: { name: 'MIT', source: 'LICENSE' },
    install: { command: 'dotnet add package jose-jwt', source: 'https://www.nuget.org/packages/jose-jwt' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'], sources: ['README.md#L80'] },
    checks: {
    },
    advisories: [
    ],
  },
];
