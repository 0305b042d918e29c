import '@fontsource/geist-mono/latin-400.css';
import '../../ui/look/look.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage } from '../../ui/language/use-language.ts';
import { SigninApp } from './signin-app.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('This document has no element with the id "root".');

await startLanguage();
createRoot(root).render(
  <StrictMode>
    <SigninApp />
  </StrictMode>,
);
