/** What is asked of an answer that a provider of Responses keeps. */
export interface KeptDoor {
  readonly kind: 'kept';
  readonly method: 'GET' | 'DELETE' | 'POST';
  /** As the caller knows it. */
  readonly id: string;
  /** Behind the address of the answer. */
  readonly rest: '' | '/input_items' | '/cancel';
}

const address = /^\/v1\/responses\/([A-Za-z0-9_-]+)(\/input_items|\/cancel)?$/;

const asked: Readonly<Record<string, KeptDoor['method']>> = { GET: 'GET', DELETE: 'DELETE', POST: 'POST' };

const rests: Readonly<Record<KeptDoor['method'], readonly KeptDoor['rest'][]>> = {
  GET: ['', '/input_items'],
  DELETE: [''],
  POST: ['/cancel'],
};

/** Undefined for an address at which nothing of this is asked. */
export function keptDoorOf(said: string, path: string): KeptDoor | undefined {
  const [, id, behind = ''] = address.exec(path) ?? [];
  const method = Object.hasOwn(asked, said) ? asked[said] : undefined;
  if (id === undefined || method === undefined) return undefined;
  const rest = rests[method].find((each) => each === behind);
  return rest === undefined ? undefined : { kind: 'kept', method, id, rest };
}

const words: Readonly<Record<KeptDoor['rest'], readonly string[]>> = {
  '': ['include', 'include[]'],
  '/input_items': ['include', 'include[]', 'after', 'limit', 'order'],
  '/cancel': [],
};

/** The query as it goes on, written anew; undefined where it says what is not asked here, such as a stream. */
export function keptQuery({ rest }: KeptDoor, query: string): string | undefined {
  const said = new URLSearchParams(query);
  if ([...said.keys()].some((name) => !words[rest].includes(name))) return undefined;
  return said.size === 0 ? '' : `?${said}`;
}
