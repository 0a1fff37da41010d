import '@fontsource-variable/inter/wght.css';
import './design/fonts/inter.css';
import './design/base.css';
import './design/mantine-styles.ts';
import './design/tokens.css';
import './design/mantine.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { density } from './app/density.ts';
import { exchangeLink } from './app/exchange-link.ts';
import { Providers } from './app/providers.tsx';
import { router } from './app/router.tsx';
import { SessionGate } from './app/session.tsx';

document.documentElement.dataset.density = density();
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
const linkVoid = await exchangeLink();
createRoot(root).render(
  <StrictMode>
    <Providers>
      <SessionGate linkVoid={linkVoid}>
        <RouterProvider router={router} />
      </SessionGate>
    </Providers>
  </StrictMode>,
);
