import '@fontsource/geist-mono/latin-400.css';
import '../ui/look/look.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LearnPage } from '../features/learn/learn-page.tsx';
import { Frame } from './frame.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('learn/index.html has no element with the id "root".');

createRoot(root).render(
  <StrictMode>
    <Frame page="learn">
      <LearnPage />
    </Frame>
  </StrictMode>,
);
