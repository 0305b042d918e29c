import { z } from 'zod';
import type { AccountId, SessionId } from '../ids/id.ts';
import { agreedAppsField, type ConsentsAnswer } from './consents.ts';
import { type FactorsAnswer, factorsAnswerSchema } from './factors.ts';
import { emailField, idField, rolesField, scopesField, usernameField, wholeNumber } from './fields.ts';
import { type MembershipsAnswer, membershipsField } from './organizations.ts';
import { type Place, placeField } from './sessions.ts';

/** `GET /auth/account/export`: all that is held of a person, and no secret. Times in milliseconds since the epoch. */
export interface ExportAnswer {
  readonly exportedAt: number;
  readonly account: {
    readonly id: AccountId;
    readonly username: string;
    readonly roles: readonly string[];
    readonly scopes: readonly string[];
    readonly groups: readonly string[];
    readonly attributes: Readonly<Record<string, unknown>>;
    readonly createdAt: number;
  };
  readonly email?: { readonly address: string; readonly verified: boolean } | undefined;
  readonly factors: FactorsAnswer;
  /** Who the person is at other OpenID providers that sign them in here. */
  readonly providers: readonly ExportedProvider[];
  /** Servers of tools that hold a token of the person here, by the name that the configuration has or had for them. */
  readonly toolServers: readonly ExportedToolServer[];
  readonly organizations: MembershipsAnswer['organizations'];
  /** Those that the person let in on the consent screen. */
  readonly apps: ConsentsAnswer['apps'];
  /** The newest hundred that are alive. */
  readonly sessions: readonly ExportedSession[];
  /** The newest deeds by the person or about them. */
  readonly events: readonly ExportedEvent[];
}

export interface ExportedToolServer {
  readonly server: string;
  readonly givenAt: number;
}

export interface ExportedProvider {
  readonly issuer: string;
  readonly subject: string;
  /** As the provider told it then. */
  readonly email?: string | undefined;
  readonly linkedAt: number;
}

export interface ExportedSession {
  readonly id: SessionId;
  readonly agent?: string | undefined;
  readonly network?: string | undefined;
  readonly place?: Place | undefined;
  readonly methods: readonly string[];
  /** To which apps something was granted in it. */
  readonly apps: readonly string[];
  readonly startedAt: number;
  readonly lastUsedAt: number;
  readonly expiresAt: number;
}

export interface ExportedEvent {
  readonly at: number;
  readonly action: string;
  /** `somebody` is whoever else did it, of whom this tells nothing. */
  readonly by: 'you' | 'somebody' | 'server';
  /** Where from, of what the person did. */
  readonly address?: string | undefined;
  readonly details?: Readonly<Record<string, string | number | boolean>> | undefined;
}

export interface DeletedAnswer {
  readonly deleted: true;
}

/** `DELETE /admin/users/{id}`. */
export interface DeletedUserAnswer {
  readonly id: AccountId;
  /** How many sessions were alive until then. */
  readonly ended: number;
  /** What a gateway must have applied to refuse its tokens. */
  readonly revocationSequence: number;
}

const providerSchema = z.object({
  issuer: z.string(),
  subject: z.string(),
  email: emailField.optional(),
  linkedAt: wholeNumber,
});

const emailSchema = z.object({ address: emailField, verified: z.boolean() });

export const exportAnswerSchema: z.ZodType<ExportAnswer, unknown> = z
  .object({
    exportedAt: wholeNumber,
    account: z.object({
      id: idField('account'),
      username: usernameField,
      roles: rolesField,
      scopes: scopesField,
      groups: z.array(z.string()),
      attributes: z.record(z.string(), z.unknown()),
      createdAt: wholeNumber,
    }),
    email: emailSchema.optional(),
    factors: factorsAnswerSchema,
    providers: z.array(providerSchema),
    toolServers: z.array(z.object({ server: z.string().max(63), givenAt: wholeNumber })),
    organizations: membershipsField,
    apps: agreedAppsField,
    sessions: z
      .array(
        z.object({
          id: idField('session'),
          agent: z.string().max(256).optional(),
          network: z.string().max(64).optional(),
          place: placeField.optional(),
          methods: z.array(z.string()),
          apps: z.array(z.string()),
          startedAt: wholeNumber,
          lastUsedAt: wholeNumber,
          expiresAt: wholeNumber,
        }),
      )
      .max(100),
    events: z.array(
      z.object({
        at: wholeNumber,
        action: z.string(),
        by: z.enum(['you', 'somebody', 'server']),
        address: z.string().optional(),
        details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
      }),
    ),
  })
  .meta({ id: 'AccountExport' });

export const deletedAnswerSchema: z.ZodType<DeletedAnswer, unknown> = z
  .object({ deleted: z.literal(true) })
  .meta({ id: 'Deleted' });

export const deletedUserAnswerSchema: z.ZodType<DeletedUserAnswer, unknown> = z
  .object({ id: idField('account'), ended: wholeNumber, revocationSequence: wholeNumber })
  .meta({ id: 'DeletedUser' });
