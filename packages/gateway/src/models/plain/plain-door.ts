import type { Protocol } from '@signet/ai';

/** What is asked beside answers, and goes on to who speaks the same: nothing of it is translated. */
export type PlainWish =
  | 'embeddings'
  | 'embed-content'
  | 'embed-contents'
  | 'count-messages'
  | 'count-contents'
  | 'moderations'
  | 'rerank'
  | 'images'
  | 'transcriptions'
  | 'kept-answer';

export interface PlainDoor {
  readonly kind: 'plain';
  readonly wish: PlainWish;
  /** In whose form errors are told. */
  readonly protocol: Protocol;
  /** Said by the address, where it stands there. */
  readonly model?: string;
}

const byPath: Readonly<Record<string, Omit<PlainDoor, 'kind'>>> = {
  '/v1/embeddings': { wish: 'embeddings', protocol: 'chat' },
  '/v1/moderations': { wish: 'moderations', protocol: 'chat' },
  '/v1/rerank': { wish: 'rerank', protocol: 'chat' },
  '/v1/images/generations': { wish: 'images', protocol: 'chat' },
  '/v1/audio/transcriptions': { wish: 'transcriptions', protocol: 'chat' },
  '/v1/messages/count_tokens': { wish: 'count-messages', protocol: 'anthropic' },
};

const gemini = /^\/v1(?:beta|alpha)?\/models\/([^?]+):(embedContent|batchEmbedContents|countTokens)$/;

const verbs: Readonly<Record<string, PlainWish>> = {
  embedContent: 'embed-content',
  batchEmbedContents: 'embed-contents',
  countTokens: 'count-contents',
};

/** Undefined for an address at which nothing of this is asked. @param path of a `POST` */
export function plainDoorOf(path: string): PlainDoor | undefined {
  const found = Object.hasOwn(byPath, path) ? byPath[path] : undefined;
  if (found !== undefined) return { kind: 'plain', ...found };
  const [, model, verb = ''] = gemini.exec(path) ?? [];
  const wish = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  return model === undefined || wish === undefined
    ? undefined
    : { kind: 'plain', wish, protocol: 'gemini', model };
}
