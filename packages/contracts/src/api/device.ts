import { z } from 'zod';
import { phrases } from '../refusals/phrases.ts';
import { body } from './fields.ts';

/** `POST /oauth/device_authorization` (RFC 8628 §3.1). */
export interface DeviceRequest {
  readonly scope?: string | undefined;
  /** For which API the token is to be. */
  readonly resource?: string | undefined;
  readonly audience?: string | undefined;
  readonly client_id?: string | undefined;
  readonly client_secret?: string | undefined;
  readonly client_assertion?: string | undefined;
  readonly client_assertion_type?: string | undefined;
}

/** RFC 8628 §3.2. */
export interface DeviceAnswer {
  /** By which the device asks for its tokens. */
  readonly device_code: string;
  /** What the person types. */
  readonly user_code: string;
  /** Where they type it. */
  readonly verification_uri: string;
  readonly verification_uri_complete: string;
  /** Seconds. */
  readonly expires_in: number;
  /** Seconds between two questions of the device. */
  readonly interval: number;
}

const parameter = z.string().optional();

export const deviceRequestSchema: z.ZodType<DeviceRequest, unknown> = z
  .object({
    scope: parameter,
    resource: parameter,
    audience: parameter,
    client_id: parameter,
    client_secret: parameter,
    client_assertion: parameter,
    client_assertion_type: parameter,
  })
  .meta({ id: 'DeviceRequest' });

export const deviceAnswerSchema: z.ZodType<DeviceAnswer, unknown> = z
  .object({
    device_code: z.string().max(256),
    user_code: z.string().max(32),
    verification_uri: z.string().max(2048),
    verification_uri_complete: z.string().max(2048),
    expires_in: z.int().positive(),
    interval: z.int().positive(),
  })
  .meta({ id: 'DeviceAnswer' });

/** `POST /auth/device`: what the person typed, however they typed it. */
export interface UserCodeRequest {
  readonly userCode: string;
}

export interface DeviceGoesOn {
  /** Where the browser goes next: to the sign-in that answers the device. */
  readonly redirectTo: string;
}

export const userCodeRequestSchema: z.ZodType<UserCodeRequest, unknown> = body({
  userCode: z.string({ error: phrases.fitting }).max(64, { error: phrases.fitting }),
}).meta({ id: 'UserCodeRequest' });

export const deviceGoesOnSchema: z.ZodType<DeviceGoesOn, unknown> = z
  .object({ redirectTo: z.url() })
  .meta({ id: 'DeviceGoesOn' });
