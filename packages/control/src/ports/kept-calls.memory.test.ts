import { openedPlain } from '@signet/contracts/testing';
import { keptCallStoreContract } from './kept-calls.contract.ts';
import { createMemoryKeptCalls } from './kept-calls.memory.ts';

keptCallStoreContract('memory', openedPlain(createMemoryKeptCalls));
