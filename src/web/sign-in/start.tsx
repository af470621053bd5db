/** The sign-in page by itself: no component library, no router, so that the first page of the day is light. */
import { I18nProvider } from '@lingui/react';
import { createRoot } from 'react-dom/client';
import { i18n } from '../language.ts';
import { SignInPage } from './SignInPage.tsx';

export function start(root: HTMLElement): void {
  createRoot(root).render(<I18nProvider i18n={i18n}><SignInPage /></I18nProvider>);
}
