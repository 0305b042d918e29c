import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { memo, type NamedExoticComponent, type ReactElement } from 'react';
import { IconButton } from '../button/button.tsx';

interface CopyButtonProps {
  /** What is copied; a function where it costs something to write, which is asked when it is copied. */
  readonly text: string | (() => string);
  /** What the button does, such as "Copy the payload". */
  readonly label: string;
  /** What it says for a moment afterwards, such as "Copied". */
  readonly done: string;
}

/** Copies the whole text, however much of it is shown. */
export const CopyButton: NamedExoticComponent<CopyButtonProps> = memo(
  ({ text, label, done }: CopyButtonProps): ReactElement => {
    const clipboard = useClipboard({ timeout: 1500 });
    return (
      <IconButton
        label={clipboard.copied ? done : label}
        icon={clipboard.copied ? IconCheck : IconCopy}
        disabled={text === ''}
        onClick={() => clipboard.copy(typeof text === 'string' ? text : text())}
      />
    );
  },
);
