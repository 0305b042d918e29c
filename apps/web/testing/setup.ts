import '@fontsource/geist-mono/latin-400.css';
import '../src/ui/look/look.css';
import { afterEach } from 'vitest';
import { clearScreen } from './render.tsx';

document.documentElement.lang = 'en';
document.title = 'Signet';

afterEach(clearScreen);
