import { createHostCookie, type HostCookie } from '../http/host-cookie.ts';
import type { ProtocolStore } from '../ports/index.ts';
import { browserCookieNames, forgetBrowserCookie, interactionCookieNames } from './cookie-names.ts';
import { createEngine, type EngineParts, type ServeAuthorization } from './engine.ts';
import { type AskEngine, openEngineDesk } from './engine-desk.ts';
import { type KeptDocuments, keptDocuments } from './kept-document.ts';

/** What OpenID Connect adds to the identity provider. */
export interface Protocol {
  readonly serveAuthorization: ServeAuthorization;
  readonly askEngine: AskEngine;
  readonly codes: KeptDocuments;
  readonly interactions: KeptDocuments;
  readonly browsers: KeptDocuments;
  readonly interactionCookie: HostCookie;
  readonly browserCookie: HostCookie;
  readonly forgetBrowser: string;
}

export function openProtocol(parts: EngineParts & { readonly protocol: ProtocolStore }): Protocol {
  const serveAuthorization = createEngine(parts);
  return {
    serveAuthorization,
    askEngine: openEngineDesk(serveAuthorization),
    codes: keptDocuments('code', parts),
    interactions: keptDocuments('interaction', parts),
    browsers: keptDocuments('browser', parts),
    interactionCookie: createHostCookie(parts.issuer, interactionCookieNames),
    browserCookie: createHostCookie(parts.issuer, browserCookieNames),
    forgetBrowser: forgetBrowserCookie(parts.issuer),
  };
}
