/** What a panel that changes a placement is given beside its act: the placement as it was seen, and where the undo is shown. */
import type { Episode } from './back.ts';

export type PanelProps = { episode: Episode; today: string; close: () => void; /** Without an undo where the change back would lose what was planned for later. */ done: (text: string, undo: (() => void) | null) => void };
