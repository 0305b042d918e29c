import { z } from 'zod';
import type { AccountId } from '../ids/id.ts';
import { type Attributes, attributesSchema } from '../people/attributes.ts';
import { body, idField } from './fields.ts';

/** `PUT /admin/users/{id}/attributes`: all that there are from now on. */
export interface ChangeAttributesRequest {
  readonly attributes: Attributes;
}

export interface UserAttributesAnswer {
  readonly id: AccountId;
  readonly attributes: Attributes;
  /** What `If-Match` must say to change them. */
  readonly etag: string;
}

export const changeAttributesRequestSchema: z.ZodType<ChangeAttributesRequest, unknown> = body({
  attributes: attributesSchema,
}).meta({ id: 'ChangeAttributesRequest' });

export const userAttributesAnswerSchema: z.ZodType<UserAttributesAnswer, unknown> = z
  .object({ id: idField('account'), attributes: attributesSchema, etag: z.string().max(64) })
  .meta({ id: 'UserAttributes' });
