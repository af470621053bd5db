/** The shared tablet by itself: no component library, no router, no words but its own. */
import { createRoot } from 'react-dom/client';
import { TabletPage } from './TabletPage.tsx';

export function start(root: HTMLElement): void {
  createRoot(root).render(<TabletPage />);
}
