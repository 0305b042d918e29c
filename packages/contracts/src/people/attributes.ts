import { z } from 'zod';
import { phrases } from '../refusals/phrases.ts';

export type AttributeValue = string | number | boolean | readonly string[];

/** What is known of a person beside roles, by name; APIs get what they ask for as claims. */
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** They stand in tokens, and tokens in headers: so many bytes of JSON, all together. */
const mostAttributeBytes = 4096;
const mostAttributes = 32;

const pattern = /^[A-Za-z][A-Za-z0-9_-]{0,62}$/;

/** What an account is known by anyway, so that `user.email` is one thing. */
const ofTheAccount: readonly string[] = ['id', 'username', 'email', 'roles', 'groups', 'scopes'];

/** A name such as `department`; as the name of a claim it needs no escape anywhere. */
export function isAttributeName(name: string): boolean {
  return pattern.test(name) && !ofTheAccount.includes(name);
}

const error = phrases.attributes;

/** Its own type: without one, the inferred union would stand in every declaration file. */
export const attributeValueSchema: z.ZodType<AttributeValue, unknown> = z.union(
  [z.string().max(256), z.number(), z.boolean(), z.array(z.string().max(256)).max(32)],
  { error },
);

export const attributesSchema: z.ZodType<Attributes, unknown> = z
  .record(z.string().refine(isAttributeName, { error }), attributeValueSchema, { error })
  .refine(isBounded, { error });

function isBounded(attributes: Attributes): boolean {
  const bytes = new TextEncoder().encode(JSON.stringify(attributes)).length;
  return Object.keys(attributes).length <= mostAttributes && bytes <= mostAttributeBytes;
}
