/** What an element is made of: its attributes, and then what stands in it. Text stays text. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...content: readonly (Node | string)[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...content);
  return made;
}

/** A button that a person must press: what a script makes up does not count. */
export function button(label: string, weight: 'primary' | 'quiet', onPress: () => void): HTMLElement {
  const made = element('button', { type: 'button', class: `button button-${weight}` }, label);
  made.addEventListener('click', (event) => {
    if (event.isTrusted) onPress();
  });
  return made;
}

export function paragraph(text: string, look = ''): HTMLElement {
  return element('p', look === '' ? {} : { class: look }, text);
}
