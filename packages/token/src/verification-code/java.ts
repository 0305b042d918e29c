import type { CodeKeySource, CodeRequest } from './code-request.ts';
import { literals } from './literals.ts';
import { leastSecretBytes, program, publicKeyKind, typeSpellings, type WrittenCode } from './written-code.ts';

const text = literals.java;

export function javaCode(request: CodeRequest): WrittenCode {
  return {
    language: 'java',
    file: 'TokenVerifier.java',
    code: javaProgram(request),
    install: 'implementation("com.nimbusds:nimbus-jose-jwt:10.10") // Gradle; needs Java 17',
  };
}

function javaProgram({ algorithm, issuer, audience, type, clockSkew, key }: CodeRequest): string {
  return program(
    ...imports(key, type),
    '',
    '/** Accepts the tokens of one issuer for one audience, and refuses every other. Make it once; threads may share it. */',
    'public final class TokenVerifier {',
    `    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.parse(${text(algorithm)});`,
    '',
    '    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();',
    '',
    '    public TokenVerifier() throws Exception {',
    ...keyLines(algorithm, key),
    ...(type === undefined ? [] : typeLines(type)),
    '        DefaultJWTClaimsVerifier<SecurityContext> claims = new DefaultJWTClaimsVerifier<>(',
    `            ${text(audience)},`,
    `            new JWTClaimsSet.Builder().issuer(${text(issuer)}).build(),`,
    '            Set.of("exp"));',
    `        claims.setMaxClockSkew(${clockSkew});`,
    '        processor.setJWTClaimsSetVerifier(claims);',
    '    }',
    '',
    '    /** Answers the claims of a token that holds, and throws for every other token. */',
    '    public JWTClaimsSet verify(String token) throws ParseException, BadJOSEException, JOSEException {',
    '        return processor.process(SignedJWT.parse(token), null);',
    '    }',
    '}',
  );
}

function typeLines(type: string): readonly string[] {
  const types = typeSpellings(type).map((each) => `            new JOSEObjectType(${text(each)})`);
  return [
    '        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(',
    `${types.join(',\n')}));`,
  ];
}

const always = [
  'com.nimbusds.jose.JOSEException',
  'com.nimbusds.jose.JWSAlgorithm',
  'com.nimbusds.jose.proc.BadJOSEException',
  'com.nimbusds.jose.proc.SecurityContext',
  'com.nimbusds.jwt.JWTClaimsSet',
  'com.nimbusds.jwt.SignedJWT',
  'com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier',
  'com.nimbusds.jwt.proc.DefaultJWTProcessor',
  'java.text.ParseException',
  'java.util.Set',
];

const single = 'com.nimbusds.jose.proc.SingleKeyJWSKeySelector';

const forKey: Readonly<Record<CodeKeySource['from'], readonly string[]>> = {
  jwks: [
    'com.nimbusds.jose.jwk.source.JWKSourceBuilder',
    'com.nimbusds.jose.proc.JWSVerificationKeySelector',
    'java.net.URI',
  ],
  pem: [
    single,
    'java.nio.file.Files',
    'java.nio.file.Path',
    'java.security.KeyFactory',
    'java.security.PublicKey',
    'java.security.spec.X509EncodedKeySpec',
    'java.util.Base64',
  ],
  secret: [single, 'javax.crypto.spec.SecretKeySpec'],
};

/** What the encoding of a secret needs beside that. */
const forEncoding = {
  utf8: ['java.nio.charset.StandardCharsets'],
  hex: ['java.util.HexFormat'],
  base64: ['java.util.Base64'],
  base64url: ['java.util.Base64'],
} as const;

function imports(key: CodeKeySource, type: string | undefined): readonly string[] {
  const forType =
    type === undefined
      ? []
      : ['com.nimbusds.jose.JOSEObjectType', 'com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier'];
  const coder = key.from === 'secret' ? forEncoding[key.encoding] : [];
  const names = [...always, ...forKey[key.from], ...coder, ...forType].sort();
  return names.map((name) => `import ${name};`);
}

function keyLines(algorithm: string, key: CodeKeySource): readonly string[] {
  if (key.from === 'jwks')
    return [
      '        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(',
      '            ALGORITHM, // the token has no say in this',
      `            JWKSourceBuilder.create(URI.create(${text(key.url)}).toURL()).build()));`,
    ];
  const pinned =
    '        processor.setJWSKeySelector(new SingleKeyJWSKeySelector<>(ALGORITHM, key)); // the token has no say in this';
  return [...(key.from === 'pem' ? fileLines(algorithm, key.path) : secretLines(algorithm, key)), pinned];
}

function fileLines(algorithm: string, path: string): readonly string[] {
  return [
    `        String pem = Files.readString(Path.of(${text(path)})).replaceAll("-----[A-Z ]+-----", "");`,
    `        PublicKey key = KeyFactory.getInstance("${publicKeyKind(algorithm)}")`,
    '            .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));',
  ];
}

function secretLines(
  algorithm: string,
  { variable, encoding }: CodeKeySource & { from: 'secret' },
): readonly string[] {
  const least = leastSecretBytes(algorithm);
  const read = `System.getenv().getOrDefault("${variable}", "")`;
  const bytes = {
    utf8: `${read}.getBytes(StandardCharsets.UTF_8)`,
    hex: `HexFormat.of().parseHex(${read})`,
    base64: `Base64.getDecoder().decode(${read})`,
    base64url: `Base64.getUrlDecoder().decode(${read})`,
  }[encoding];
  return [
    `        byte[] secret = ${bytes};`,
    `        if (secret.length < ${least}) {`,
    `            throw new IllegalStateException("${variable} must hold at least ${least} bytes.");`,
    '        }',
    '        SecretKeySpec key = new SecretKeySpec(secret, "HMAC");',
  ];
}
