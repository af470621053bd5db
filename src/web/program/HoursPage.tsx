/** Hours rules side by side. */
import { SettingsPage } from '../program/SettingsPage.tsx';

export function HoursPage() {
  return <SettingsPage page="program.hours">{null}</SettingsPage>;
}
