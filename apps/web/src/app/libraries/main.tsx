import '@fontsource/geist-mono/latin-400.css';
import '../../ui/look/look.css';
import { openPage } from '../frame/open-page.tsx';
import { workOffline } from '../offline/work-offline.ts';
import { LibrariesApp } from './libraries-app.tsx';

workOffline('../');
await openPage(<LibrariesApp />);
