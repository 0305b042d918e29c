import { addresses, type RefreshRequest, type TokenAnswer } from '@signet/contracts';
import type { Handlers, HttpCall } from '@signet/http';
import type { FastifyReply } from 'fastify';
import type { Deny } from '../http/deny.ts';
import { answerNative } from '../native/answer-native.ts';
import { type NativeAppParts, nativeApp } from '../native/native-app.ts';
import { type AnswerSignedInParts, answerSignedIn } from '../sessions/answer-signed-in.ts';
import { presentedInBody, presentedInCookie } from './presented-refresh.ts';
import { type RefreshParts, refresh } from './refresh.ts';

export type RefreshRouteParts = RefreshParts & AnswerSignedInParts & NativeAppParts;

export function refreshRoutes(parts: RefreshRouteParts, deny: Deny): Handlers<'refresh'> {
  return {
    refresh: ({ body }, call) =>
      body.client === undefined || body.refreshToken === undefined
        ? byCookie(body, call, parts, deny)
        : inBody({ ...body, client: body.client, refreshToken: body.refreshToken }, call, parts, deny),
  };
}

async function byCookie(
  body: RefreshRequest,
  { request, reply }: HttpCall,
  parts: RefreshRouteParts,
  deny: Deny,
): Promise<TokenAnswer | FastifyReply> {
  const now = parts.wall();
  const presented = presentedInCookie(request.headers, parts);
  if (presented.kind === 'denied') return deny(reply, presented);
  const outcome = await refresh(presented.value, body, now, parts);
  return outcome.kind === 'denied'
    ? deny(reply, outcome)
    : answerSignedIn({ request, reply }, outcome.value, parts);
}

async function inBody(
  body: RefreshRequest & { readonly client: string; readonly refreshToken: string },
  { request, reply }: HttpCall,
  parts: RefreshRouteParts,
  deny: Deny,
): Promise<TokenAnswer | FastifyReply> {
  // Before the client is read: who revokes what a client has, once it is gone, names every token dated up to then.
  const now = parts.wall();
  const app = await nativeApp(body.client, request, addresses.refresh, parts);
  if (app.kind === 'denied') return deny(reply, app);
  const presented = presentedInBody(body.refreshToken, app.value, parts);
  if (presented.kind === 'denied') return deny(reply, presented);
  const outcome = await refresh(presented.value, body, now, parts);
  return outcome.kind === 'denied' ? deny(reply, outcome) : answerNative(app.value, outcome.value);
}
