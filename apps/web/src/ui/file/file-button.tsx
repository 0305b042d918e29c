import { IconFolderOpen } from '@tabler/icons-react';
import { memo, type NamedExoticComponent, type ReactElement, useRef } from 'react';
import { IconButton } from '../button/button.tsx';
import { readTextFile } from './file-drop.tsx';

interface FileButtonProps {
  readonly label: string;
  readonly onText: (text: string) => void;
}

/** Opens a file from the reader's machine; it is read in the page and goes nowhere. */
export const FileButton: NamedExoticComponent<FileButtonProps> = memo(
  ({ label, onText }: FileButtonProps): ReactElement => {
    const input = useRef<HTMLInputElement>(null);
    return (
      <>
        <IconButton label={label} icon={IconFolderOpen} onClick={() => input.current?.click()} />
        <input
          ref={input}
          type="file"
          hidden
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void readTextFile(file, onText);
            target.value = '';
          }}
        />
      </>
    );
  },
);
