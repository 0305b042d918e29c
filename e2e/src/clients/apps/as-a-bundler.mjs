// AppAuth is written for bundlers: its files import each other without the ending that Node asks for.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    const bare = specifier.startsWith('.') && !/\.\w+$/.test(specifier);
    if (!bare) return next(specifier, context);
    try {
      return next(`${specifier}.js`, context);
    } catch {
      return next(`${specifier}/index.js`, context);
    }
  },
});
