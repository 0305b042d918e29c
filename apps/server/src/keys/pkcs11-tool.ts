import { type ProgramEnd, runProgram } from '../secrets/run-program.ts';
import { createTurns } from './turns.ts';

/** What of OpenSC's `pkcs11-tool` is asked of one token, logged in. */
export interface Pkcs11Tool {
  /**
   * What it prints. @param signal ends it, with all that it started
   * @throws Pkcs11Fault
   */
  ask(words: readonly string[], signal: AbortSignal, input?: Uint8Array): Promise<Buffer>;
}

export interface Pkcs11ToolParts {
  readonly module: string;
  readonly tokenLabel: string;
  readonly pin: string;
  /** Where it runs. */
  readonly folder: string;
  /** Another one in tests. */
  readonly program?: string;
}

/** Why a token did nothing: a word of ours or of PKCS#11, never a text that the tool wrote. */
export class Pkcs11Fault extends Error {
  constructor(reason: string) {
    super(`The PKCS#11 token: ${reason}`);
    this.name = 'Pkcs11Fault';
  }
}

/** The tool reads the PIN there, so that no list of processes shows it. */
const pinVariable = 'SIGNET_PKCS11_PIN';
/** Bytes: an RSA key or a signature of 8,192 bits is far below. */
const longestOutput = 16 * 1024;
/** Processes; each opens a session of its own at the token. */
const mostAtOnce = 2;

/**
 * A token counts wrong PINs and locks itself. So until a PIN has been taken there is one process at a time, and a PIN
 * that was refused is not tried again.
 */
export function createPkcs11Tool(parts: Pkcs11ToolParts): Pkcs11Tool {
  const { module, tokenLabel, folder, pin, program = 'pkcs11-tool' } = parts;
  let login: 'untried' | 'taken' | { readonly refused: string } = 'untried';
  const inTurn = createTurns(() => (login === 'taken' ? mostAtOnce : 1));
  const always = [`--module=${module}`, `--token-label=${tokenLabel}`, '--login', `--pin=env:${pinVariable}`];

  async function run(words: readonly string[], signal: AbortSignal, input?: Uint8Array): Promise<Buffer> {
    if (typeof login === 'object') {
      throw new Pkcs11Fault(`${login.refused}; that PIN is not tried again before the next start`);
    }
    const end = await runProgram({
      program,
      words: [...always, ...words],
      folder,
      signal,
      longestOutput,
      longestComplaint: longestOutput,
      variables: { [pinVariable]: pin },
      ...(input === undefined ? {} : { input }),
    });
    const code = codeOf(end);
    if (code?.startsWith('CKR_PIN_') === true) login = { refused: code };
    if (end.failure !== undefined) throw new Pkcs11Fault(reasonOf(end, code));
    login = 'taken';
    return end.printed;
  }

  return {
    async ask(words, signal, input) {
      // Node says the whole value of a variable with a zero byte.
      if (pin === '' || pin.includes('\0')) throw new Pkcs11Fault('a PIN that is empty or has a zero byte');
      if (words.some((word) => word.includes('\0'))) throw new Pkcs11Fault('a zero byte in what is asked');
      return inTurn(() => run(words, signal, input), signal);
    },
  };
}

/** What PKCS#11 calls the fault, such as `CKR_PIN_INCORRECT`. */
function codeOf({ failure, complaint }: ProgramEnd): string | undefined {
  if (failure === undefined) return undefined;
  return /\bCKR_[A-Z0-9_]{1,60}\b/.exec(complaint)?.[0];
}

function reasonOf({ failure = '', complaint }: ProgramEnd, code: string | undefined): string {
  if (code !== undefined) return code;
  if (failure === 'ENOENT') return '`pkcs11-tool` of OpenSC is not installed, or its folder is not there';
  if (failure === 'ETIMEDOUT') return 'no answer in time';
  if (failure === 'ENOBUFS') return 'more than an answer can be';
  if (complaint.includes('Failed to load pkcs11 module')) return 'its module cannot be loaded';
  if (complaint.includes('No slot with token')) return 'there is none of this label';
  if (complaint.includes('key not found')) return 'it has no such key';
  return failure;
}
