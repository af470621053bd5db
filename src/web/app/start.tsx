/** The staff app: router, reads, words and component library around one page. */
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import '../kit/theme-variables.css';
import '../kit/inputs.css';
import { MantineProvider } from '@mantine/core';
import { I18nProvider } from '@lingui/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { whenSignedOut } from '../call.ts';
import { KeyLayer } from '../kit/KeyLayer.tsx';
import { theme } from '../kit/theme.ts';
import { i18n } from '../language.ts';
import { queryClient } from '../queries.ts';
import { signInAddress } from '../sign-in/way-back.ts';
import { router } from './routes.tsx';

/** Custom properties and classes come as a stylesheet (build/theme-as-css.ts): a <style> element would need a hole in the content policy. */
export function start(root: HTMLElement): void {
  whenSignedOut(() => location.assign(signInAddress(location.pathname + location.search + location.hash)));
  const client = queryClient();
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <MantineProvider theme={theme} forceColorScheme="light" withCssVariables={false} withGlobalClasses={false}>
          <QueryClientProvider client={client}>
            <KeyLayer><RouterProvider router={router} /></KeyLayer>
          </QueryClientProvider>
        </MantineProvider>
      </I18nProvider>
    </StrictMode>,
  );
}
