import { z } from 'zod';

/** OpenID Provider metadata (OpenID Connect Discovery 1.0 §3), as far as it is read by name here. */
export interface DiscoveryDocument {
  readonly issuer: string;
  readonly jwks_uri: string;
}

/** A JWK Set (RFC 7517 §5) of public keys. */
export interface KeySetDocument {
  readonly keys: readonly { readonly kty: string }[];
}

export interface HealthAnswer {
  readonly status: 'ok';
}

/** OpenAPI 3.1. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: object;
}

export const discoverySchema: z.ZodType<DiscoveryDocument, unknown> = z
  .looseObject({ issuer: z.url(), jwks_uri: z.url() })
  .meta({ id: 'Discovery' });

export const keySetSchema: z.ZodType<KeySetDocument, unknown> = z
  .looseObject({ keys: z.array(z.looseObject({ kty: z.string() })) })
  .meta({ id: 'KeySet' });

export const healthAnswerSchema: z.ZodType<HealthAnswer, unknown> = z
  .object({ status: z.literal('ok') })
  .meta({ id: 'Health' });

export const openApiSchema: z.ZodType<OpenApiDocument, unknown> = z
  .looseObject({
    openapi: z.string(),
    info: z.looseObject({ title: z.string(), version: z.string() }),
    paths: z.looseObject({}),
  })
  .meta({ id: 'OpenApi' });
