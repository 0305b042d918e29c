/** What stands at a place of a text, for people. */
export interface Explanation {
  /** The same as long as the same thing is meant, so that the words stay where they are. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** In pixels of the window. */
interface Place {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** Room to the place and to the edges of the window, in pixels. */
const gap = 8;

/** A few words beside a place, below it where there is room. Readers of the screen hear them. */
export class Tip {
  readonly #box = document.createElement('div');
  readonly #title = document.createElement('strong');
  readonly #text = document.createElement('span');
  #shown: string | undefined;

  constructor(parent: HTMLElement) {
    this.#box.className = 'explanation';
    this.#box.role = 'status';
    // Above everything, and outside of whatever bounds the editor.
    this.#box.popover = 'manual';
    this.#box.append(this.#title, this.#text);
    this.hide();
    parent.append(this.#box);
  }

  /** The identifier of what is shown. */
  get shown(): string | undefined {
    return this.#shown;
  }

  show({ id, title, text }: Explanation, { left, top, bottom }: Place): void {
    this.#shown = id;
    this.#title.textContent = title;
    this.#text.textContent = text;
    this.#box.showPopover();
    const { style } = this.#box;
    const { width, height } = this.#box.getBoundingClientRect();
    const fitsBelow = bottom + gap + height <= window.innerHeight;
    style.left = `${Math.max(gap, Math.min(left, window.innerWidth - width - gap))}px`;
    style.top = `${fitsBelow ? bottom + gap : top - gap - height}px`;
  }

  hide(): void {
    this.#shown = undefined;
    this.#title.textContent = '';
    this.#text.textContent = '';
    if (this.#box.isConnected) this.#box.hidePopover();
  }

  destroy(): void {
    this.#box.remove();
  }
}
