import { IconFolderOpen } from '@tabler/icons-react';
import { memo, type NamedExoticComponent, type ReactElement, use, useRef } from 'react';
import { IconButton } from '../button/button.tsx';
import { readFile, type TakeBytes } from './read-file.ts';
import { OversizedContext } from './use-oversized.ts';

interface FileButtonProps {
  readonly label: string;
  readonly onBytes: TakeBytes;
}

/** Opens a file from the reader's machine; it is read in the page and goes nowhere. Stands within a `FileDrop`. */
export const FileButton: NamedExoticComponent<FileButtonProps> = memo(
  ({ label, onBytes }: FileButtonProps): ReactElement => {
    const input = useRef<HTMLInputElement>(null);
    const onOversized = use(OversizedContext);
    return (
      <>
        <IconButton label={label} icon={IconFolderOpen} onClick={() => input.current?.click()} />
        <input
          ref={input}
          type="file"
          hidden
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void readFile(file, { onBytes, onOversized });
            target.value = '';
          }}
        />
      </>
    );
  },
);
