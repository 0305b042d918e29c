import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleXFilled,
  IconHelpCircle,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Tone } from './tone.ts';

const icons = {
  verified: IconCircleCheckFilled,
  refused: IconCircleXFilled,
  warning: IconAlertTriangleFilled,
  unknown: IconHelpCircle,
} as const;

/** The icon that stands beside a verdict's word. */
export function ToneIcon({ tone, size = 18 }: { readonly tone: Tone; readonly size?: number }): ReactElement {
  const Icon = icons[tone];
  return <Icon className="tone-icon" size={size} aria-hidden />;
}
