import type { HeaderKinds } from '../request/header-kinds.ts';

/**
 * Fields that mean something only before the body: how it is framed, routed, decided on, or kept (RFC 9110 §6.5.1). A reader that
 * mixes trailers with headers must not find them there.
 */
const onlyBefore =
  /^(?:age|allow|authorization|cache-control|connection|cookie2?|date|expect|expires|host|keep-alive|location|max-forwards|origin|pragma|range|referer|retry-after|set-cookie2?|te|trailer|transfer-encoding|upgrade|vary|via|warning|www-authenticate|x-http-method(?:-override)?|x-method-override|if-.*|content-.*|proxy-.*|sec-.*|signet-.*|access-control-.*|forwarded|x-forwarded-.*|x-csrf-token|dpop)$/i;

/** The trailers of a client's request as an upstream gets them: none that only a gateway may say, and none that belongs into the head. */
export function requestTrailers(raw: readonly string[], kinds: HeaderKinds): readonly string[] {
  return kept(raw, (name) => kinds(name) === 'forward' && !onlyBefore.test(name));
}

/** Those of an upstream's answer as the client gets them. */
export function responseTrailers(raw: readonly string[]): readonly string[] {
  return kept(raw, (name) => !onlyBefore.test(name));
}

function kept(raw: readonly string[], isKept: (name: string) => boolean): readonly string[] {
  if (raw.length === 0) return raw;
  return raw.filter((_, index) => isKept(raw[index - (index % 2)] ?? ''));
}
