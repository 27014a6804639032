// The tab's start: finds Teams around it and shows the page that its address names.
import { createRoot } from 'react-dom/client';
import { findHost } from './host/host.ts';
import { origins } from './host/page.ts';
import { Outside } from './parts/outside.tsx';
import './look/ground.css';
import './look/page.css';
import './look/rows.css';
import './look/stages.css';
import './look/forms.css';
import './look/told.css';
import { Page } from './page.tsx';
import { speechOf } from './parts/say.ts';

async function start(place: HTMLElement) {
  // The sentences most likely wanted are fetched while Teams is still being asked.
  const guess = speechOf(navigator.language);
  const host = await findHost(origins());
  if (!host) return createRoot(place).render(<Outside speech={await guess} />);
  const speech = await speechOf(host.first.locale);
  createRoot(place).render(<Page host={host} first={speech} />);
}

const place = document.getElementById('root');
if (place) void start(place);
