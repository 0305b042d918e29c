import { z } from 'zod';
import { phrases } from '../refusals/phrases.ts';
import { type OrganizationSummary, organizationField } from './organizations.ts';

/** An organisation, as the person in it knows it. */
export type OrganizationChoice = Pick<OrganizationSummary, 'name' | 'displayName'>;

/** What the engine asks a person while an app waits. */
export interface InteractionAnswer {
  readonly uid: string;
  readonly prompt: 'login' | 'organization' | 'consent';
  readonly client: { readonly id: string; readonly name: string; readonly firstParty: boolean };
  /** What the app asks for. */
  readonly scopes: readonly string[];
  /** What of that the person agreed to before. */
  readonly agreed?: readonly string[] | undefined;
  /** For which API. */
  readonly audience?: string | undefined;
  /** It is for a device that shows a code somewhere (RFC 8628), perhaps to somebody else. */
  readonly forDevice?: true | undefined;
  /** The name that the app expects (`login_hint`). */
  readonly loginHint?: string | undefined;
  /** Who is signed in here already, and may go on as such. */
  readonly person?: { readonly username: string } | undefined;
  /** In the name of which the app will act, where it asks the person to agree. */
  readonly organization?: OrganizationChoice | undefined;
  /** What the person who is signed in chooses from, by name. */
  readonly choice?:
    | {
        readonly organizations: readonly OrganizationChoice[];
        /** The app takes a person who goes on without one too. */
        readonly orNone: boolean;
      }
    | undefined;
}

export interface InteractionParameters {
  readonly uid: string;
}

export interface AnswerInteractionRequest {
  readonly answer: 'continue' | 'deny';
  /** Name or id of the one that was chosen, where that is asked; absent: to go on without. */
  readonly organization?: string | undefined;
}

export interface InteractionGoesOn {
  /** Where the browser goes next. */
  readonly redirectTo: string;
}

/** As the engine makes them; it stands in addresses. */
export const interactionIdField: z.ZodType<string, string> = z
  .string({ error: phrases.fitting })
  .regex(/^[A-Za-z0-9_-]{1,128}$/, { error: phrases.fitting });

export const interactionParametersSchema: z.ZodType<InteractionParameters, unknown> = z.strictObject({
  uid: z.string().min(1).max(128),
});

const choiceSchema = z.object({ name: z.string(), displayName: z.string() });

export const interactionAnswerSchema: z.ZodType<InteractionAnswer, unknown> = z
  .object({
    uid: z.string(),
    prompt: z.enum(['login', 'organization', 'consent']),
    client: z.object({ id: z.string(), name: z.string(), firstParty: z.boolean() }),
    scopes: z.array(z.string()),
    agreed: z.array(z.string()).optional(),
    audience: z.string().optional(),
    forDevice: z.literal(true).optional(),
    loginHint: z.string().optional(),
    person: z.object({ username: z.string() }).optional(),
    organization: choiceSchema.optional(),
    choice: z.object({ organizations: z.array(choiceSchema), orNone: z.boolean() }).optional(),
  })
  .meta({ id: 'Interaction' });

export const answerInteractionRequestSchema: z.ZodType<AnswerInteractionRequest, unknown> = z
  .strictObject({ answer: z.enum(['continue', 'deny']), organization: organizationField.optional() })
  .meta({ id: 'AnswerInteractionRequest' });

export const interactionGoesOnSchema: z.ZodType<InteractionGoesOn, unknown> = z
  .object({ redirectTo: z.url() })
  .meta({ id: 'InteractionGoesOn' });

/** Claims of the person (OpenID Connect Core 1.0 §5.3.2). */
export interface UserInfo {
  readonly sub: string;
  readonly preferred_username?: string | undefined;
  readonly email?: string | undefined;
  readonly email_verified?: boolean | undefined;
  /** Of which organisation the token is. */
  readonly org_id?: string | undefined;
  readonly org_name?: string | undefined;
}

export const userInfoSchema: z.ZodType<UserInfo, unknown> = z
  .object({
    sub: z.string(),
    preferred_username: z.string().optional(),
    email: z.string().optional(),
    email_verified: z.boolean().optional(),
    org_id: z.string().optional(),
    org_name: z.string().optional(),
  })
  .meta({ id: 'UserInfo' });
