import { z } from 'zod';
import type { Declaration } from '../declarations/declaration.ts';
import { phrases } from '../refusals/phrases.ts';
import { body, clientIdField } from './fields.ts';

/** The name of an API, a role or a group, in the path. */
export interface DeclarationParameters {
  readonly name: string;
}

/** The query of a list: the page after the one of this name. */
export interface DeclarationsQuery {
  readonly limit: number;
  readonly after?: string;
}

export interface AddDeclarationRequest {
  readonly name: string;
  /** As in `signet.yaml`. */
  readonly declaration: Declaration;
}

export interface ChangeDeclarationRequest {
  /** As in `signet.yaml`; what it leaves out is as if it had never been said. */
  readonly declaration: Declaration;
}

export interface DeclarationAnswer {
  readonly name: string;
  /** Where it is declared. Only a stored one can be changed here. */
  readonly source: 'configuration' | 'store';
  readonly declaration: Declaration;
  /** Of a stored one: what `If-Match` must say to change it (RFC 9110 §13.1.1). */
  readonly etag?: string | undefined;
}

/** By name: those of the configuration and those that are stored. */
export interface DeclarationsAnswer {
  readonly declarations: readonly DeclarationAnswer[];
  /** What `after` is for the next page; absent on the last. */
  readonly next?: string | undefined;
}

export interface RemoveDeclarationAnswer {
  readonly name: string;
}

/** Only its being an object: what it says is checked as `signet.yaml` is, together with all else that is declared. */
const declarationField: z.ZodType<Declaration, unknown> = z.record(z.string().max(64), z.unknown(), {
  error: phrases.declaration,
});

export const declarationParametersSchema: z.ZodType<DeclarationParameters, unknown> = z.strictObject({
  name: clientIdField,
});

export const declarationsQuerySchema: z.ZodType<DeclarationsQuery, unknown> = z.strictObject(
  {
    limit: z
      .string({ error: phrases.limit })
      .regex(/^(?:[1-9][0-9]{0,2}|1000)$/, { error: phrases.limit })
      .prefault('100')
      .transform(Number),
    after: clientIdField.exactOptional(),
  },
  { error: phrases.limit_and_after },
);

export const addDeclarationRequestSchema: z.ZodType<AddDeclarationRequest, unknown> = body({
  name: clientIdField,
  declaration: declarationField,
}).meta({ id: 'AddDeclarationRequest' });

export const changeDeclarationRequestSchema: z.ZodType<ChangeDeclarationRequest, unknown> = body({
  declaration: declarationField,
}).meta({ id: 'ChangeDeclarationRequest' });

export const declarationAnswerSchema: z.ZodType<DeclarationAnswer, unknown> = z
  .object({
    name: clientIdField,
    source: z.enum(['configuration', 'store']),
    declaration: declarationField,
    etag: z.string().max(64).optional(),
  })
  .meta({ id: 'Declaration' });

export const declarationsAnswerSchema: z.ZodType<DeclarationsAnswer, unknown> = z
  .object({ declarations: z.array(declarationAnswerSchema), next: clientIdField.optional() })
  .meta({ id: 'Declarations' });

export const removeDeclarationAnswerSchema: z.ZodType<RemoveDeclarationAnswer, unknown> = z
  .object({ name: clientIdField })
  .meta({ id: 'RemoveDeclarationAnswer' });
