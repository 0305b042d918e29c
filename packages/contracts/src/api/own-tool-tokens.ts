import { z } from 'zod';
import { phrases } from '../refusals/phrases.ts';
import { body, wholeNumber } from './fields.ts';
import { type FactorProof, provenBody } from './proof.ts';

/** A server of tools that takes a token of each person, as the person's own page shows it; the token is told to nobody. */
export interface OwnToolServer {
  /** As `mcp.servers` calls it. */
  readonly server: string;
  /** Where it is asked, and so who gets the token; absent of one that takes none any more. */
  readonly url?: string | undefined;
  /** Absent where none was given. */
  readonly givenAt?: number | undefined;
  /**
   * `given` is used; `moved` was given for another address, `unreadable` was sealed by another master key, and `unused` is of a
   * server that takes none any more: these three are shown to nobody.
   */
  readonly state: 'none' | 'given' | 'moved' | 'unreadable' | 'unused';
}

/** `GET /auth/account/tool-tokens` */
export interface OwnToolServersAnswer {
  readonly servers: readonly OwnToolServer[];
}

/** `POST /auth/account/tool-tokens` */
export interface GiveToolTokenRequest extends FactorProof {
  readonly server: string;
  /** Goes to that server alone, as it is. */
  readonly token: string;
}

/** `POST /auth/account/tool-tokens/remove` */
export interface RemoveToolTokenRequest {
  readonly server: string;
}

/** As the names of servers in `signet.yaml`. */
const serverField: z.ZodType<string, string> = z
  .string({ error: phrases.tool_server })
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, { error: phrases.tool_server });

/** It goes into a header as it is. */
const tokenField: z.ZodType<string, string> = z
  .string({ error: phrases.tool_token })
  .regex(/^[\x21-\x7e]{8,4096}$/, { error: phrases.tool_token });

export const ownToolServersAnswerSchema: z.ZodType<OwnToolServersAnswer, unknown> = z
  .object({
    servers: z.array(
      z.object({
        server: z.string().max(63),
        url: z.string().max(2048).optional(),
        givenAt: wholeNumber.optional(),
        state: z.enum(['none', 'given', 'moved', 'unreadable', 'unused']),
      }),
    ),
  })
  .meta({ id: 'OwnToolServers' });

export const giveToolTokenRequestSchema: z.ZodType<GiveToolTokenRequest, unknown> = provenBody({
  server: serverField,
  token: tokenField,
}).meta({ id: 'GiveToolTokenRequest' });

export const removeToolTokenRequestSchema: z.ZodType<RemoveToolTokenRequest, unknown> = body({
  server: serverField,
}).meta({ id: 'RemoveToolTokenRequest' });
