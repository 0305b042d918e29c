import { openedPlain } from '@signet/contracts/testing';
import { configurationHistoryContract } from './configuration-history.contract.ts';
import { createMemoryConfigurationHistory } from './configuration-history.memory.ts';

configurationHistoryContract('memory', openedPlain(createMemoryConfigurationHistory));
