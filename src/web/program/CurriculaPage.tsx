/** Curricula and their modules. */
import { SettingsPage } from '../program/SettingsPage.tsx';

export function CurriculaPage() {
  return <SettingsPage page="program.curricula">{null}</SettingsPage>;
}
