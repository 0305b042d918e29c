import { generateKeyPair } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import { askSignet } from './ask-signet.ts';
import type { AttackRun } from './attack.ts';
import { verifyCarelessly } from './careless-confusion.ts';
import { signWithBytes } from './forge.ts';
import { toPem } from './pem.ts';
import { honestClaims, type Scene, wishedClaims } from './scene.ts';

/** The public RSA key, which everybody may have, used as if it were an HMAC secret (RFC 8725 §2.1). */
export async function attackConfusion(scene: Scene): Promise<AttackRun> {
  const { signing, verification } = await generateKeyPair('RS256');
  const honest = await signToken(honestClaims(scene), { key: signing, type: 'JWT' });
  const pem = await toPem(verification.key);
  const header = { alg: 'HS256', typ: 'JWT' };
  const forged = await signWithBytes(header, wishedClaims(scene), new TextEncoder().encode(pem));
  return {
    steps: [
      { name: 'honest', exhibit: { kind: 'token', token: honest } },
      { name: 'key', exhibit: { kind: 'text', text: pem } },
      { name: 'header', exhibit: { kind: 'text', text: JSON.stringify(header) } },
      { name: 'forged', exhibit: { kind: 'token', token: forged } },
    ],
    trials: [
      {
        name: 'forged',
        token: forged,
        careless: await verifyCarelessly(forged, pem),
        ours: await askSignet(forged, [verification], scene),
      },
    ],
    forDebugger: { token: forged, publicKey: pem },
  };
}
