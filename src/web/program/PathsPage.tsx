/** Path templates, with their gap to the floor live. */
import { SettingsPage } from '../program/SettingsPage.tsx';

export function PathsPage() {
  return <SettingsPage page="program.paths">{null}</SettingsPage>;
}
