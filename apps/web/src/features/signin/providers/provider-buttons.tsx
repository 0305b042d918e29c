import type { ReactElement } from 'react';
import { Button } from '../../../ui/button/button.tsx';
import type { Provider } from '../model/options.ts';
import { Named } from '../parts/named.tsx';
import { words } from './words.ts';

interface ProviderButtonsProps {
  readonly providers: readonly Provider[];
  readonly isBusy: boolean;
  readonly onChoose: (provider: string) => void;
}

/** Other ways in: one press, and the provider asks. */
export function ProviderButtons({ providers, isBusy, onChoose }: ProviderButtonsProps): ReactElement {
  return (
    <>
      {providers.map(({ id, name }) => (
        <Button key={id} className="gate-way" aria-disabled={isBusy} onClick={() => isBusy || onChoose(id)}>
          <span>
            <Named text={words.continueWith(name)} name={name} />
          </span>
        </Button>
      ))}
    </>
  );
}
