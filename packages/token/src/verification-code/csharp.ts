import type { CodeKeySource, CodeRequest } from './code-request.ts';
import { literals } from './literals.ts';
import { leastSecretBytes, program, publicKeyKind, typeSpellings, type WrittenCode } from './written-code.ts';

const text = literals.csharp;

export function csharpCode(request: CodeRequest): WrittenCode {
  const packages = ['Microsoft.IdentityModel.JsonWebTokens'];
  if (request.key.from === 'jwks') packages.push('Microsoft.IdentityModel.Protocols');
  return {
    language: 'csharp',
    file: 'TokenVerifier.cs',
    code: csharpProgram(request),
    install: packages.map((name) => `dotnet add package ${name}`).join('\n'),
  };
}

function csharpProgram(request: CodeRequest): string {
  const { key } = request;
  return program(
    ...imports(key).map((name) => `using ${name};`),
    '',
    '/// <summary>Accepts the tokens of one issuer for one audience, and refuses every other. Make it once.</summary>',
    'public sealed class TokenVerifier',
    '{',
    '    private readonly JsonWebTokenHandler handler = new JsonWebTokenHandler();',
    '    private readonly TokenValidationParameters expected;',
    ...(key.from === 'jwks' ? keySetMember(key.url) : []),
    '',
    '    public TokenVerifier()',
    '    {',
    ...keyLines(request),
    ...parameterLines(request),
    '    }',
    '',
    '    /// <summary>Answers the claims of a token that holds, and throws for every other token.</summary>',
    '    public async Task<IDictionary<string, object>> VerifyAsync(string token)',
    '    {',
    ...(key.from === 'jwks' ? freshKeys : ['        TokenValidationParameters parameters = expected;']),
    '        TokenValidationResult result = await handler.ValidateTokenAsync(token, parameters);',
    '        if (!result.IsValid)',
    '        {',
    '            throw new SecurityTokenException("The token does not hold.", result.Exception);',
    '        }',
    '        object extension; // the library passes over it (RFC 7515 section 4.1.11)',
    '        if (((JsonWebToken)result.SecurityToken).TryGetHeaderValue("crit", out extension))',
    '        {',
    '            throw new SecurityTokenException("The token has an extension that is not known here.");',
    '        }',
    '        return result.Claims;',
    '    }',
    '}',
    ...(key.from === 'jwks' ? retriever : []),
  );
}

function parameterLines({
  algorithm,
  issuer,
  audience,
  type,
  clockSkew,
  key,
}: CodeRequest): readonly string[] {
  const lines = [
    `ValidAlgorithms = new[] { ${text(algorithm)} }, // the token has no say in this`,
    `ValidIssuer = ${text(issuer)},`,
    `ValidAudience = ${text(audience)},`,
    ...(type === undefined ? [] : [`ValidTypes = new[] { ${typeSpellings(type).map(text).join(', ')} },`]),
    ...(key.from === 'jwks' ? [] : ['IssuerSigningKey = key,']),
    'RequireSignedTokens = true,',
    'RequireExpirationTime = true,',
    `ClockSkew = TimeSpan.FromSeconds(${clockSkew}),`,
  ];
  return [
    '        expected = new TokenValidationParameters',
    '        {',
    ...lines.map((line) => `            ${line}`),
    '        };',
  ];
}

function imports({ from }: CodeKeySource): readonly string[] {
  const forKey = {
    jwks: ['System.Threading', 'Microsoft.IdentityModel.Protocols'],
    pem: ['System.IO', 'System.Security.Cryptography'],
    secret: ['System.Text'],
  }[from];
  const names = [
    'System',
    'System.Collections.Generic',
    'System.Threading.Tasks',
    'Microsoft.IdentityModel.JsonWebTokens',
    'Microsoft.IdentityModel.Tokens',
    ...forKey,
  ];
  const isSystem = (name: string): boolean => name.startsWith('System');
  return [...names.filter(isSystem).sort(), ...names.filter((name) => !isSystem(name)).sort()];
}

function keyLines({ algorithm, key }: CodeRequest): readonly string[] {
  if (key.from === 'jwks') return [];
  if (key.from === 'secret') return secretLines(algorithm, key);
  const kind = publicKeyKind(algorithm) === 'RSA' ? 'RSA' : 'ECDsa';
  return [
    `        ${kind} publicKey = ${kind}.Create();`,
    `        publicKey.ImportFromPem(File.ReadAllText(${text(key.path)}));`,
    `        SecurityKey key = new ${kind === 'RSA' ? 'Rsa' : 'ECDsa'}SecurityKey(publicKey);`,
  ];
}

function secretLines(
  algorithm: string,
  { variable, encoding }: CodeKeySource & { from: 'secret' },
): readonly string[] {
  const least = leastSecretBytes(algorithm);
  const read = `Environment.GetEnvironmentVariable("${variable}") ?? ""`;
  const bytes = {
    utf8: `Encoding.UTF8.GetBytes(${read})`,
    hex: `Convert.FromHexString(${read})`,
    base64: `Convert.FromBase64String(${read})`,
    base64url: `Base64UrlEncoder.DecodeBytes(${read})`,
  }[encoding];
  return [
    `        byte[] secret = ${bytes};`,
    `        if (secret.Length < ${least})`,
    '        {',
    `            throw new InvalidOperationException("${variable} must hold at least ${least} bytes.");`,
    '        }',
    '        SecurityKey key = new SymmetricSecurityKey(secret);',
  ];
}

function keySetMember(url: string): readonly string[] {
  return [
    '    private readonly ConfigurationManager<JsonWebKeySet> keys = new ConfigurationManager<JsonWebKeySet>(',
    `        ${text(url)}, new KeySetRetriever(), new HttpDocumentRetriever());`,
  ];
}

const freshKeys = [
  '        TokenValidationParameters parameters = expected.Clone();',
  '        parameters.IssuerSigningKeys = (await keys.GetConfigurationAsync(CancellationToken.None)).GetSigningKeys();',
];

const retriever = [
  '',
  'internal sealed class KeySetRetriever : IConfigurationRetriever<JsonWebKeySet>',
  '{',
  '    public async Task<JsonWebKeySet> GetConfigurationAsync(string address, IDocumentRetriever retriever, CancellationToken cancel)',
  '    {',
  '        return new JsonWebKeySet(await retriever.GetDocumentAsync(address, cancel));',
  '    }',
  '}',
];
