import { exportPublicJwk, generateKeyPair } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import { askSignet } from './ask-signet.ts';
import type { AttackRun, Trial } from './attack.ts';
import { verifyCarelessly } from './careless-replay.ts';
import { honestClaims, otherAudience, type Scene } from './scene.ts';

const daySeconds = 24 * 60 * 60;

/** A real token, stolen and presented again: a day later, at another API, and at once. */
export async function attackReplay(scene: Scene): Promise<AttackRun> {
  const { signing, verification } = await generateKeyPair('ES256', 'orders-1');
  const token = await signToken(honestClaims(scene), { key: signing, type: 'JWT' });
  const careless = await verifyCarelessly(token, verification);
  const tomorrow = { now: scene.now + daySeconds };
  const trials: readonly Trial[] = [
    { name: 'later', token, careless, ours: await askSignet(token, [verification], tomorrow) },
    {
      name: 'elsewhere',
      token,
      careless,
      ours: await askSignet(token, [verification], scene, { audiences: [otherAudience] }),
    },
    { name: 'at-once', token, careless, ours: await askSignet(token, [verification], scene) },
  ];
  const log = `GET /orders/42 200 authorization="Bearer ${token}"`;
  return {
    steps: [
      { name: 'honest', exhibit: { kind: 'token', token } },
      { name: 'log', exhibit: { kind: 'text', text: log } },
    ],
    trials,
    forDebugger: { token, publicKey: JSON.stringify(await exportPublicJwk(verification), null, 2) },
  };
}
