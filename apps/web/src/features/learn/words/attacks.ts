import { translated } from '../../../ui/language/translated.ts';
import type { AttackId } from '../lab/attack.ts';

/** What a step or a trial of an attack says of itself. */
export interface Caption {
  readonly title: string;
  readonly text: string;
}

export interface AttackWords {
  readonly title: string;
  readonly lead: string;
  /** Under the names that the attack gives its steps. */
  readonly steps: Readonly<Record<string, Caption>>;
  readonly trials: Readonly<Record<string, TrialCaption>>;
  /** What keeps an application safe. */
  readonly remedies: readonly string[];
}

/** Both verifiers are asked; `why` tells what the careless one overlooked. */
export interface TrialCaption extends Caption {
  readonly why: string;
}

const forgedTrial = (why: string): TrialCaption => ({
  title: 'The forged token is presented',
  text: 'To the careless verifier, and to Signet’s, with the same keys.',
  why,
});

export type Attacks = Readonly<Record<AttackId, AttackWords>>;

const english: Attacks = {
  'alg-none': {
    title: 'Algorithm none',
    lead: 'The attacker writes a token that says “I am not signed”, and the verifier is content with that.',
    steps: {
      honest: {
        title: 'A customer gets an honest token',
        text: 'The API signs it with a random secret, which the attacker does not have.',
      },
      header: {
        title: 'The attacker writes another header',
        text: 'RFC 7518 §3.6 knows an algorithm `none`, for tokens that are protected in another way.',
      },
      forged: {
        title: 'The attacker writes the claims they wish for',
        text: 'The role becomes `admin`. The third part stays empty: there is nothing to compute, and no key is needed.',
      },
    },
    trials: { forged: forgedTrial('It read `alg` in the header, found `none`, and asked for no signature.') },
    remedies: [
      'Say which algorithm you expect, and accept no other: the header does not decide (RFC 8725 §3.1).',
      'Refuse `none` in every spelling, `None` and `nOnE` too (RFC 8725 §3.2).',
    ],
  },
  confusion: {
    title: 'Algorithm confusion',
    lead: 'A public RSA key is used as the secret of an HMAC. Everybody has the public key, so everybody can sign.',
    steps: {
      honest: {
        title: 'The issuer signs with RS256',
        text: 'The private key signs; the API has only the public one.',
      },
      key: {
        title: 'The attacker fetches the public key',
        text: 'That is no break-in: public keys are published. This one was made a moment ago.',
      },
      header: {
        title: 'The attacker names another algorithm',
        text: 'With `HS256` the same key both signs and verifies.',
      },
      forged: {
        title: 'The attacker signs with the text of the public key',
        text: 'The signature is an HMAC whose secret is the PEM file, to the letter.',
      },
    },
    trials: {
      forged: forgedTrial(
        'It let the header choose HS256, and took the text of the public key for the secret.',
      ),
    },
    remedies: [
      'Pin each key to one algorithm: a key for RS256 verifies RS256 and nothing else (RFC 8725 §3.1).',
      'Never take a PEM file for a secret. Signet refuses to import one as such.',
    ],
  },
  'weak-secret': {
    title: 'Weak secret',
    lead: 'One token is enough to try secrets at home, millions a second, without asking the server once.',
    steps: {
      honest: {
        title: 'The attacker has one token',
        text: 'Their own will do. It is signed with the word above.',
      },
      found: {
        title: 'The search found the secret',
        text: 'Each word was tried as an HMAC key until the signature came out the same.',
      },
      forged: {
        title: 'The attacker signs what they like',
        text: 'With the right secret this is no forgery any more: the signature is right.',
      },
    },
    trials: {
      'weak-key': {
        title: 'The word as a secret',
        text: 'The careless verifier took it, so the forged token passes. Signet refuses the word when it is set up, before the first token comes.',
        why: 'The signature is right under the word it calls its secret.',
      },
      'strong-key': {
        title: 'The same token, where the secret is 32 random bytes',
        text: 'There is no list on which such a secret stands.',
        why: '',
      },
    },
    remedies: [
      'Make secrets with a random generator, at least as long as the hash: 32 bytes for HS256 (RFC 7518 §3.2, RFC 8725 §3.5).',
      'Length can be measured, randomness cannot: a long sentence from a tutorial is as weak as a word. No verifier can tell.',
      'Where others verify too, take an asymmetric algorithm. Then there is no secret to guess.',
    ],
  },
  'kid-injection': {
    title: 'Key injection',
    lead: 'The name of the key is put into a path, and the attacker writes the name.',
    steps: {
      honest: {
        title: 'An honest token names its key',
        text: '`kid` is `orders-1`, and the server reads the secret from `/srv/keys/orders-1`. The files are pretended inside this page.',
      },
      file: {
        title: 'The attacker looks for a file that they know',
        text: 'Every visitor can read `robots.txt`. On another server it may be a style sheet, or `/dev/null`.',
      },
      header: {
        title: 'The attacker names that file as the key',
        text: 'From the folder of keys, `..` leads out to the public one.',
      },
      forged: {
        title: 'The attacker signs with the content of the file',
        text: 'Both sides now have the same “secret”.',
      },
    },
    trials: {
      forged: forgedTrial(
        'It joined `kid` to a path, read the file it led to, and took the content for the secret.',
      ),
    },
    remedies: [
      'Look `kid` up in a list of keys you trust. It is a name, never a path, an address or a part of a query (RFC 8725 §3.10).',
      'What is not on the list is refused, and nothing is read or fetched because of it.',
    ],
  },
  'jku-spoof': {
    title: 'Key set spoofing',
    lead: 'The header says where the key is. The verifier goes there, and finds the attacker’s key.',
    steps: {
      honest: {
        title: 'An honest token names its key set',
        text: '`jku` is an address at `login.example` (RFC 7515 §4.1.2). There is no network here: a table inside this page answers instead of the hosts.',
      },
      keys: {
        title: 'The attacker publishes a key set',
        text: 'With a key of their own, under the same name as the issuer’s.',
      },
      header: {
        title: 'The attacker names that address',
        text: 'It begins like the right one: `https://login.example`. The host is `login.example.attacker.example`.',
      },
      forged: {
        title: 'The attacker signs with the key of their own',
        text: 'The signature is right, for that key.',
      },
    },
    trials: {
      forged: forgedTrial(
        'It compared the beginning of the address, fetched the key set there, and verified with the attacker’s key.',
      ),
    },
    remedies: [
      'Take keys only from the address in your own configuration. Do not look at `jku`, `jwk`, `x5u` and `x5c` of a token (RFC 8725 §3.10).',
      'If you must compare an address, compare the whole of it. Its beginning says nothing.',
    ],
  },
  replay: {
    title: 'Replay',
    lead: 'The token is real, and the one who presents it is not. A bearer token belongs to whoever bears it.',
    steps: {
      honest: {
        title: 'A customer gets an honest token',
        text: 'For `https://api.example/orders`, for 15 minutes.',
      },
      log: {
        title: 'The attacker finds it in a log',
        text: 'Somebody wrote whole headers into it. The signature is as right as ever.',
      },
    },
    trials: {
      later: {
        title: 'A day later',
        text: 'The careless verifier looks at the signature only. That is right for ever.',
        why: 'It looked at the signature, and never at `exp`.',
      },
      elsewhere: {
        title: 'At another API',
        text: 'Payroll trusts the same issuer. Nobody compared `aud`.',
        why: 'It looked at the signature, and never at `aud`.',
      },
      'at-once': {
        title: 'At once, at the right API',
        text: 'Here both accept it, and they must: for a verifier this token cannot be told from the customer’s. It takes one of the measures below.',
        why: 'This time there is nothing to find fault with.',
      },
    },
    remedies: [
      'Check `exp` and `aud` always, and keep the life short (RFC 8725 §3.9, RFC 9068 §4).',
      'Bind the token to a key that the client proves to hold: then a stolen copy is worth nothing (DPoP, RFC 9449 §2).',
      'Accept a token that stands for one action once only: remember its `jti` until it expires (RFC 7519 §4.1.7).',
      'Keep tokens out of logs and addresses, and end the session of a stolen one (RFC 6750 §5.3).',
    ],
  },
  tampering: {
    title: 'Tampering',
    lead: 'The claims are changed and the signature is left as it was. Whoever only decodes does not notice.',
    steps: {
      honest: { title: 'A customer gets an honest token', text: 'The payload says `customer`.' },
      payload: { title: 'The attacker writes another payload', text: 'It says `admin`.' },
      forged: {
        title: 'The attacker puts it between the old parts',
        text: 'Header and signature are those of the honest token. The signature was made for another text.',
      },
    },
    trials: { forged: forgedTrial('It decoded the payload and never looked at the signature.') },
    remedies: [
      'Decoding is not verifying. In most libraries these are two functions with similar names.',
      'Read no claim before the signature stands (RFC 7519 §7.2).',
    ],
  },
};

/** Every sentence of the attack lab's pages. */
export const attacks: Attacks = translated<Attacks>(english, {
  zh: () => import('./zh/attacks.ts'),
  ja: () => import('./ja/attacks.ts'),
  es: () => import('./es/attacks.ts'),
  de: () => import('./de/attacks.ts'),
});
