/** In characters; an answer with all its headers is far smaller, and so is a link with an explanation. */
export const mostCharacters = 65_536;
