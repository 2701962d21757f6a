import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/600.css';
import './app/tokens.css';
import './app/page.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/client';
import { AccountProvider } from './app/account';
import { router } from './app/routes';
import { SettingsProvider } from './app/settings';

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no place for the console.');
createRoot(place).render(
  <StrictMode>
    <SettingsProvider>
      <QueryClientProvider client={queryClient}>
        <AccountProvider>
          <RouterProvider router={router} />
        </AccountProvider>
      </QueryClientProvider>
    </SettingsProvider>
  </StrictMode>,
);
