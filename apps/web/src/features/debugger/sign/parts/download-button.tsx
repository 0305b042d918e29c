import { IconDownload } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { IconButton } from '../../../../ui/button/button.tsx';

interface DownloadButtonProps {
  readonly text: string;
  /** What the button does, such as "Save the public key as a file". */
  readonly label: string;
  readonly fileName: string;
}

/** Saves a text as a file. It is made in the page: nothing is requested. */
export function DownloadButton({ text, label, fileName }: DownloadButtonProps): ReactElement {
  return (
    <IconButton
      label={label}
      icon={IconDownload}
      disabled={text === ''}
      onClick={() => save(text, fileName)}
    />
  );
}

function save(text: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
