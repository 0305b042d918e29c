import { openedPlain } from '@signet/contracts/testing';
import { reachBoardContract } from './reach-board.contract.ts';
import { createMemoryReachBoard } from './reach-board.memory.ts';

reachBoardContract('memory', openedPlain(createMemoryReachBoard));
