import '@fontsource/geist-mono/latin-400.css';
import '../../ui/look/look.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { deskSample } from '../../features/debugger/inspect/desk-sample.ts';
import { startLanguage } from '../../ui/language/use-language.ts';
import { workOffline } from '../offline/work-offline.ts';
import { DebuggerApp } from './debugger-app.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');

workOffline('./');
const [sample] = await Promise.all([deskSample(), startLanguage()]);
createRoot(root).render(
  <StrictMode>
    <DebuggerApp sample={sample} />
  </StrictMode>,
);
