/** Programs and their tracks. */
import { SettingsPage } from '../program/SettingsPage.tsx';

export function ProgramsPage() {
  return <SettingsPage page="program.programs">{null}</SettingsPage>;
}
