import { onTestFinished } from 'vitest';

/** Looks at the beginning of each frame until the test is over. */
export function eachFrame(look: () => void): void {
  let frame = 0;
  const onFrame = (): void => {
    look();
    frame = requestAnimationFrame(onFrame);
  };
  onFrame();
  onTestFinished(() => cancelAnimationFrame(frame));
}
