import { MantineProvider } from '@mantine/core';
import './kit/mantine.js';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { makeQueries } from './api/queries.js';
import './kit/lists.css';
import './kit/look.css';
import './kit/records.css';
import { theme } from './kit/theme.js';
import { makeRouter } from './router.js';

/** The nonce of this answer, without which no style tag is taken. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
// Where the library locks the page behind a dialog, it asks for the nonce here.
Object.assign(globalThis, { __webpack_nonce__: nonce });
const queries = makeQueries();
const router = makeRouter(queries);

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
