import type { Library } from '../model/library.ts';

export const jvm: readonly Library[] = [
  {
    name: 'java-jwt',
    language: 'Java',
    repository: 'auth0/java-jwt',
    commit: '8920eedfe6be0d6650c9959c7e9df6d272cffada',
    read: '2026-07-13',
    licence: { name: 'MIT', source: 'LICENSE' },
    install: { command: 'com.auth0:java-jwt', source: 'https://central.sonatype.com/artifact/com.auth0/java-jwt' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'ES256K'], sources: ['README.md#L33'] },
    checks: {
      exp: ['default', 'lib/src/main/java/com/auth0/jwt/JWTVerifier.java#L307'],
      nbf: ['default', 'lib/src/main/java/com/auth0/jwt/JWTVerifier.java#L309'],
      iss: ['option', 'lib/src/main/java/com/auth0/jwt/JWTVerifier.java#L75'],
      aud: ['option', 'lib/src/main/java/com/auth0/jwt/JWTVerifier.java#L98'],
      confusion: ['default', 'lib/src/main/java/com/auth0/jwt/JWTVerifier.java#L477'],
      none: ['default', 'lib/src/main/java/com/auth0/jwt/JWTVerifier.java#L477'],
    },
    advisories: [
    ],
  },
  {
    name: 'jjwt',
    language: 'Java',
    repository: 'jwtk/jjwt',
    commit: '401ba26ee72969c373d62a618b48444fc01e0e73',
    read: '2026-06-18',
    licence: { name: 'Apache-2.0', source: 'LICENSE' },
    install: { command: 'io.jsonwebtoken:jjwt-api', source: 'https://central.sonatype.com/artifact/io.jsonwebtoken/jjwt-api' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'], sources: ['README.adoc#L72'] },
    checks: {
      exp: ['default', 'impl/src/main/java/io/jsonwebtoken/impl/DefaultJwtParser.java#L689'],
      nbf: ['default', 'impl/src/main/java/io/jsonwebtoken/impl/DefaultJwtParser.java#L709'],
      iss: ['option', 'impl/src/main/java/io/jsonwebtoken/impl/DefaultJwtParserBuilder.java#L165'],
      aud: ['option', 'impl/src/main/java/io/jsonwebtoken/impl/DefaultJwtParserBuilder.java#L171'],
      crit: ['default', 'README.adoc#L2153'],
      none: ['default', 'impl/src/main/java/io/jsonwebtoken/impl/DefaultJwtParser.java#L413'],
    },
    advisories: [
    ],
  },
  {
    name: 'fusionauth-jwt',
    language: 'Java',
    repository: 'FusionAuth/fusionauth-jwt',
    commit: '7a5ef8b1c27987d8f5cedc7f4125bd380c90196d',
    read: '2026-04-21',
    licence: { name: 'Apache-2.0', source: 'LICENSE' },
    install: { command: 'io.fusionauth:fusionauth-jwt', source: 'https://central.sonatype.com/artifact/io.fusionauth/fusionauth-jwt' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'Ed25519', 'Ed448'], sources: ['README.md#L11'] },
    checks: {
      exp: ['default', 'src/main/java/io/fusionauth/jwt/JWTDecoder.java#L43'],
      nbf: ['default', 'src/main/java/io/fusionauth/jwt/JWTDecoder.java#L43'],
      none: ['default', 'src/main/java/io/fusionauth/jwt/JWTDecoder.java#L206'],
    },
    advisories: [
    ],
  },
  {
    name: 'jwt-scala',
    language: 'Scala',
    repository: 'jwt-scala/jwt-scala',
    commit: 'b1c0f3ac128ee34875342a9c79ab1febd4ac6ca0',
    read: '2026-06-23',
    licence: { name: 'Apache-2.0', source: 'LICENSE' },
    install: { command: 'libraryDependencies += "com.github.jwt-scala" %% "jwt-core" % VERSION', source: 'https://central.sonatype.com/artifact/com.github.jwt-scala/jwt-core_3' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512', 'EdDSA'], sources: ['README.md#L25'] },
    checks: {
      exp: ['option', 'core/shared/src/main/scala/JwtCore.scala#L909'],
      nbf: ['option', 'core/shared/src/main/scala/JwtCore.scala#L912'],
    },
    advisories: [
    ],
  },
  {
    name: 'buddy-sign',
    language: 'Clojure',
    repository: 'funcool/buddy-sign',
    commit: 'ccf6cdb5b4502958865443e645ee94a9c6b2a23c',
    read: '2024-07-19',
    licence: { name: 'Apache-2.0', source: 'LICENSE' },
    install: { command: 'buddy/buddy-sign {:mvn/version "RELEASE"}', source: 'https://clojars.org/buddy/buddy-sign' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'], sources: ['src/buddy/sign/jws.clj#L33'] },
    checks: {
      exp: ['default', 'src/buddy/sign/jwt.clj#L44'],
      nbf: ['default', 'src/buddy/sign/jwt.clj#L48'],
      iss: ['option', 'src/buddy/sign/jwt.clj#L32'],
      aud: ['option', 'src/buddy/sign/jwt.clj#L37'],
    },
    advisories: [
    ],
  },
];
