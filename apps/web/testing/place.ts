import { commands, type Locator, type LocatorByRoleOptions, locators, page } from 'vitest/browser';
import { until } from './until.ts';

declare module 'vitest/browser' {
  interface LocatorSelectors {
    /** A selector in Playwright's language: CSS, or an engine such as `visible=true`. */
    getBySelector: (selector: string) => Locator;
  }
}

locators.extend({ getBySelector: (selector) => selector });

type Finder = Pick<
  Locator,
  'getByRole' | 'getByText' | 'getByLabelText' | 'getByPlaceholder' | 'getByTestId' | 'getBySelector'
>;
interface TextOptions {
  readonly exact?: boolean;
}

interface Filter {
  readonly hasText?: string | RegExp;
  readonly has?: Place;
  readonly visible?: true;
}

type State = 'visible' | 'hidden' | 'attached' | 'detached';

/** Where to look for something on the screen, by the names that the journeys of `e2e` use too. */
export class Scope {
  readonly #finder: Finder;

  constructor(finder: Finder) {
    this.#finder = finder;
  }

  getByRole(role: string, options?: LocatorByRoleOptions): Place {
    return new Place(this.#finder.getByRole(role, options));
  }

  getByText(text: string | RegExp, options?: TextOptions): Place {
    return new Place(this.#finder.getByText(text, options));
  }

  getByLabel(text: string | RegExp, options?: TextOptions): Place {
    return new Place(this.#finder.getByLabelText(text, options));
  }

  getByPlaceholder(text: string): Place {
    return new Place(this.#finder.getByPlaceholder(text));
  }

  getByTestId(id: string): Place {
    return new Place(this.#finder.getByTestId(id));
  }

  locator(selector: string, filter: Filter = {}): Place {
    return new Place(this.#finder.getBySelector(selector)).filter(filter);
  }
}

/** Something on the screen, looked up anew at each use. What is done to it waits until it can be done. */
export class Place extends Scope {
  readonly #at: Locator;

  constructor(at: Locator) {
    super(at);
    this.#at = at;
  }

  filter({ hasText, has, visible }: Filter): Place {
    const at = visible ? this.#at.getBySelector('visible=true') : this.#at;
    if (hasText === undefined && has === undefined) return new Place(at);
    return new Place(at.filter({ ...(hasText !== undefined && { hasText }), ...(has && { has: has.#at }) }));
  }

  first(): Place {
    return new Place(this.#at.first());
  }

  last(): Place {
    return new Place(this.#at.last());
  }

  nth(index: number): Place {
    return new Place(this.#at.nth(index));
  }

  /** How many there are now. */
  count(): number {
    return this.#at.elements().length;
  }

  async waitFor({ state = 'visible' }: { readonly state?: State } = {}): Promise<void> {
    await until(
      () => this.#isIn(state),
      () => `${this.#at.asLocator()} to be ${state}`,
    );
  }

  /** The one element, once it is there. */
  element(): Promise<HTMLElement> {
    return until(
      () => this.#one(),
      () => this.#at.asLocator(),
    );
  }

  async evaluate<Answer>(ask: (element: HTMLElement) => Answer): Promise<Answer> {
    return ask(await this.element());
  }

  async textContent(): Promise<string> {
    return (await this.element()).textContent;
  }

  async innerText(): Promise<string> {
    return (await this.element()).innerText;
  }

  allTextContents(): readonly string[] {
    return this.#at.elements().map(({ textContent }) => textContent);
  }

  allInnerTexts(): readonly string[] {
    return this.#at.elements().map((element) => (element as HTMLElement).innerText);
  }

  async getAttribute(name: string): Promise<string | null> {
    return (await this.element()).getAttribute(name);
  }

  async inputValue(): Promise<string> {
    return ((await this.element()) as HTMLInputElement | HTMLSelectElement).value;
  }

  async isDisabled(): Promise<boolean> {
    return (await this.element()).matches(':disabled');
  }

  async boundingBox(): Promise<DOMRect> {
    return (await this.element()).getBoundingClientRect();
  }

  async focus(): Promise<void> {
    (await this.element()).focus();
  }

  click(options?: { readonly force?: boolean }): Promise<void> {
    return this.#at.click(options);
  }

  hover(): Promise<void> {
    return this.#at.hover();
  }

  fill(text: string): Promise<void> {
    return this.#at.fill(text);
  }

  selectOption(wanted: string | { readonly label: string }): Promise<void> {
    return this.#at.selectOptions(typeof wanted === 'string' ? wanted : wanted.label);
  }

  async check(): Promise<void> {
    await this.#setChecked(true);
  }

  async uncheck(): Promise<void> {
    await this.#setChecked(false);
  }

  async press(key: string): Promise<void> {
    await this.focus();
    await commands.press(key);
  }

  async #setChecked(wanted: boolean): Promise<void> {
    const { checked } = (await this.element()) as HTMLInputElement;
    if (checked !== wanted) await this.click();
  }

  #one(): HTMLElement | undefined {
    const elements = this.#at.elements();
    if (elements.length > 1) throw new Error(`${this.#at.asLocator()} is not one place: ${elements.length}.`);
    return elements[0] as HTMLElement | undefined;
  }

  #isIn(state: State): boolean {
    const element = this.#one();
    if (state === 'attached') return element !== undefined;
    if (state === 'detached') return element === undefined;
    return isVisible(element) === (state === 'visible');
  }
}

function isVisible(element: HTMLElement | undefined): boolean {
  if (element === undefined || !element.checkVisibility({ visibilityProperty: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0;
}

/** The whole screen, and the hands of its reader. */
class Screen extends Scope {
  readonly keyboard: {
    readonly press: (key: string) => Promise<void>;
    readonly type: (text: string) => Promise<void>;
    readonly insertText: (text: string) => Promise<void>;
  } = {
    press: (key) => commands.press(key),
    type: (text) => commands.type(text),
    insertText: (text) => commands.insertText(text),
  };

  /** Takes the pointer away from everything. */
  leave(): Promise<void> {
    return commands.leave();
  }
}

export const screen: Screen = new Screen(page);
