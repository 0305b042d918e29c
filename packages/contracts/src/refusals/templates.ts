import type { VerdictCode } from '@signet/token/verdict';
import type { ControlCode, GatewayCode, IdentityCode, StartupCode, StoreCode } from '../errors/catalogue.ts';
import { controlTemplates } from './control.ts';
import { gatewayTemplates } from './gateway.ts';
import { identityTemplates } from './identity.ts';
import { requestTemplates } from './request.ts';
import { startupTemplates } from './startup.ts';
import { storeTemplates } from './store.ts';
import type { BorrowedTemplates, KeysOf, Places, TemplatesFor, TextsOf, Translated } from './template.ts';
import { tokenTemplates } from './token.ts';
import { upstreamTemplates } from './upstream.ts';

/** What may be told of a request, and so is spoken in every language of the pages. */
export type RequestTemplates = typeof tokenTemplates &
  typeof gatewayTemplates &
  typeof requestTemplates &
  typeof upstreamTemplates &
  typeof identityTemplates &
  typeof controlTemplates &
  typeof storeTemplates;

export type Templates = RequestTemplates & typeof startupTemplates;

/** All of them. A code of a room around the token room that has no template does not compile here. */
export const templates: TemplatesFor<GatewayCode | IdentityCode | ControlCode | StoreCode | StartupCode> &
  BorrowedTemplates<VerdictCode> = Object.freeze({
  ...tokenTemplates,
  ...gatewayTemplates,
  ...requestTemplates,
  ...upstreamTemplates,
  ...identityTemplates,
  ...controlTemplates,
  ...storeTemplates,
  ...startupTemplates,
});

/** A code, or a code and one of its variants: `token_missing.no_header`. */
export type RefusalKey = KeysOf<Templates>;

type TextsUnder<Key extends RefusalKey> = TextsOf<Templates, Key>;

/** The names of the values that the texts under a key have places for. */
export type ValueNames<Key extends RefusalKey> = TextsUnder<Key>[keyof TextsUnder<Key>] extends infer Text
  ? Text extends string
    ? Places<Text>
    : never
  : never;

/** The texts of a language, by code and variant. One that lacks a code or a variant does not compile. */
export type RefusalTranslations = {
  readonly [Code in keyof RequestTemplates]: Translated<RequestTemplates[Code]>;
};
