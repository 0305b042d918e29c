/** So many results are kept; then it begins anew. Others choose what is asked, and so could fill any number. */
const most = 1024;
/** What is longer is found out each time. */
const longest = 64;

/**
 * What a costly question about a name gives, remembered: headers come by the same few names, request after request. For names
 * alone: values may be secrets, and differ each time.
 * @param ask what it gives depends on the name alone; what it throws is not remembered
 */
export function remembered<Result>(ask: (name: string) => Result): (name: string) => Result {
  let known = new Map<string, Result>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const result = ask(name);
    if (name.length > longest) return result;
    if (known.size >= most) known = new Map();
    // A copy: the text may be a window into all that came with it, tokens among it.
    known.set(Buffer.from(name, 'latin1').toString('latin1'), result);
    return result;
  };
}
