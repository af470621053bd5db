/** The shared tablets of a site: set up, shown in a room, taken out of use. */
import { SettingsPage } from '../program/SettingsPage.tsx';

export function TabletsPage() {
  return <SettingsPage page="program.tablets">{null}</SettingsPage>;
}
