import { openedPlain } from '@signet/contracts/testing';
import { holdsContract } from './holds.contract.ts';
import { createMemoryHolds } from './holds.memory.ts';

holdsContract(
  'memory',
  openedPlain(() => createMemoryHolds()),
);
