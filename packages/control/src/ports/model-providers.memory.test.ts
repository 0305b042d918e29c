import { openedPlain } from '@signet/contracts/testing';
import { modelProviderStoreContract } from './model-providers.contract.ts';
import { createMemoryModelProviders } from './model-providers.memory.ts';

modelProviderStoreContract('memory', openedPlain(createMemoryModelProviders));
