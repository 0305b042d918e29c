import { openedPlain } from '@signet/contracts/testing';
import { promptStoreContract } from './prompt-store.contract.ts';
import { createMemoryPromptStore } from './prompt-store.memory.ts';

promptStoreContract('memory', openedPlain(createMemoryPromptStore));
