import type { ComponentType } from 'react';
import type { ExhibitName } from '../words/blocks.ts';
import { Access } from './access.tsx';
import { Algorithms } from './algorithms.tsx';
import { Anatomy } from './anatomy.tsx';
import { ClaimGroups } from './claim-groups.tsx';
import type { ExhibitProps } from './exhibit.ts';
import { LifeClock } from './life-clock.tsx';
import { Rotation } from './rotation.tsx';

/** The live parts, under the names by which lessons call them. */
export const exhibits: Readonly<Record<ExhibitName, ComponentType<ExhibitProps>>> = {
  anatomy: Anatomy,
  'claim-groups': ClaimGroups,
  algorithms: Algorithms,
  life: LifeClock,
  rotation: Rotation,
  access: Access,
};
