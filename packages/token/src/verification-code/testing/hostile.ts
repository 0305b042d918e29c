/** What ends a string, a line or a program in one of the languages, or is read before the string is. */
export const hostile: string = '\'"`\\");}\n\r\0\t#{x}$'.concat('{x}%s\\u0022;//*/\u2028\u202e\u0085é😀');
