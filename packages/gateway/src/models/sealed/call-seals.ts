import type { Carried, Protocol } from '@signet/ai';
import type { Journey } from '../../journey.ts';
import type { Admitted } from '../../steps/passage.ts';
import { ownerOf } from './owner-of.ts';
import { openText, sealText } from './sealed-text.ts';

/** Of an id with all that it carries. */
const longest = 32_768;
const prefix = 'signet-call-';
const carrying = /"signet-call-([A-Za-z0-9_-]{40,32768})"/g;

const purpose = 'ids of calls';

/** Undefined where the protocol of the caller has its own place for what is sealed, or nobody can say who asks. */
export async function callSealsFor(
  { live: { contextKeys } }: Journey,
  admitted: Admitted,
  protocol: Protocol,
): Promise<CallSeals | undefined> {
  const owner = protocol === 'chat' || protocol === 'responses' ? ownerOf(admitted) : undefined;
  if (owner === undefined || !(await contextKeys.ready())) return undefined;
  return new CallSeals(owner, () => contextKeys.secrets(purpose));
}

/** Ids of calls that carry what is sealed, for one caller. */
export class CallSeals {
  readonly #owner: string;
  readonly #secrets: () => readonly Buffer[];

  /** @param secrets what all gateways know for this purpose */
  constructor(owner: string, secrets: () => readonly Buffer[]) {
    this.#owner = owner;
    this.#secrets = secrets;
  }

  /** What is too long goes without, as a client may keep ids where there is little room. */
  idOf(carried: Carried): string {
    const id = prefix + sealText(JSON.stringify(carried), this.#owner, this.#secrets());
    return id.length > longest ? carried.id : id;
  }

  /** The body with the ids that providers gave, and what stood in them, in their order. Ids of others stay as they are. */
  open(bytes: Buffer): { readonly bytes: Buffer; readonly carried: readonly Carried[] } {
    if (!bytes.includes(`"${prefix}`)) return { bytes, carried: [] };
    const secrets = this.#secrets();
    const found = new Map<string, Carried | undefined>();
    // A letter a byte: what is looked for is ASCII, and nothing else changes.
    const text = bytes.toString('latin1').replace(carrying, (quoted, sealed: string) => {
      const carried = found.has(sealed) ? found.get(sealed) : this.#read(sealed, secrets);
      found.set(sealed, carried);
      return carried === undefined ? quoted : Buffer.from(JSON.stringify(carried.id)).toString('latin1');
    });
    const carried = [...found.values()].filter((each) => each !== undefined);
    return { bytes: Buffer.from(text, 'latin1'), carried };
  }

  #read(sealed: string, secrets: readonly Buffer[]): Carried | undefined {
    const text = openText(sealed, this.#owner, secrets);
    // Whoever could seal it is a gateway, and wrote nothing else.
    return text === undefined ? undefined : (JSON.parse(text) as Carried);
  }
}
