import type { Attack, AttackId } from './attack.ts';
import { attackAlgNone } from './attack-alg-none.ts';
import { attackConfusion } from './attack-confusion.ts';
import { attackJku } from './attack-jku.ts';
import { attackKid } from './attack-kid.ts';
import { attackReplay } from './attack-replay.ts';
import { attackTampering } from './attack-tampering.ts';
import algNoneSource from './careless-alg-none.ts?raw';
import confusionSource from './careless-confusion.ts?raw';
import jkuSource from './careless-jku.ts?raw';
import kidSource from './careless-kid.ts?raw';
import replaySource from './careless-replay.ts?raw';
import secretSource from './careless-secret.ts?raw';
import tamperingSource from './careless-tampering.ts?raw';

/** The attacks that need nothing from the reader. The weak secret waits for a search and plays by itself. */
export const playableAttacks: Readonly<Record<Exclude<AttackId, 'weak-secret'>, Attack>> = {
  'alg-none': attackAlgNone,
  confusion: attackConfusion,
  'kid-injection': attackKid,
  'jku-spoof': attackJku,
  replay: attackReplay,
  tampering: attackTampering,
};

/** The careless verifiers as they stand in the repository. */
export const carelessSources: Readonly<Record<AttackId, string>> = {
  'alg-none': algNoneSource,
  confusion: confusionSource,
  'weak-secret': secretSource,
  'kid-injection': kidSource,
  'jku-spoof': jkuSource,
  replay: replaySource,
  tampering: tamperingSource,
};
